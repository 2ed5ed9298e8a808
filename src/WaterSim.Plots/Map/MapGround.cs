using SkiaSharp;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>What maps of a network have in common: their place on the sheet, facilities, names, scale.</summary>
internal sealed class MapGround
{
    private const float Side = MapLegend.Width;
    private const float Top = 66;

    private readonly ChartContext _context;
    private readonly Extent _extent;
    private readonly float _mapWidth;
    private readonly float _height;

    private MapGround(ChartContext context, Extent extent)
    {
        (_context, _extent) = (context, extent);
        Scale = MapScale.Of(context.Data.Network, context.Data.County);
        Content = new MapContent(context);

        // As high as the ground asks at full width, within what a page takes; a schematic asks for less.
        var wide = Math.Max((extent.MaxX - extent.MinX) * Scale.Aspect, 1e-12);
        _mapWidth = Sheet.StandardWidth - Side - (3 * Sheet.Margin);
        var mapHeight = Math.Clamp(
            _mapWidth * (extent.MaxY - extent.MinY) / wide,
            Sheet.StandardHeight - Top,
            Scale.MetersPerUnit is null ? 560 : 760);
        _height = (float)Math.Ceiling(mapHeight + Top + 46);
    }

    public MapContent Content { get; }

    public MapScale Scale { get; }

    /// <summary>The ground, or null where no node has coordinates.</summary>
    public static MapGround? Of(ChartContext context) =>
        Extent.Of(context.Data.Network) is { } extent ? new MapGround(context, extent) : null;

    /// <summary>A map with its title and the line below it.</summary>
    public Figure Make(string name, string what, string below, Action<Sheet, MapFrame> paint) =>
        _context.Make(name, what, _height, (sheet, title) =>
        {
            sheet.Header(title, below);
            var area = SKRect.Create(
                2 * Sheet.Margin, Top + 12, _mapWidth - (2 * Sheet.Margin), sheet.Height - Top - 46);
            var frame = new MapFrame(_extent, Scale, area);
            paint(sheet, frame);
            MapLegend.DrawScale(_context.Phrases, sheet, frame, Scale);
        });

    /// <summary>Places of the coloured nodes on the sheet.</summary>
    public List<SKPoint> Dots(MapFrame frame) =>
        Content.Colored.ConvertAll(i => frame.Place(_context.Data.Network.Nodes[i].Position!.Value));

    /// <summary>Draws facilities and names over what has been drawn.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="frame">The map's place.</param>
    /// <param name="dots">Points that names should rather not hide.</param>
    /// <param name="first">A name that is placed before all others, or null.</param>
    /// <param name="avoided">Marks that names should not hide, beside the facilities.</param>
    public void DrawNames(
        Sheet sheet, MapFrame frame, List<SKPoint> dots, MapLabel? first = null, IReadOnlyList<SKRect>? avoided = null)
    {
        var symbols = Symbols.Spread(Content.Facilities.ConvertAll(f => frame.Place(f.At)));
        for (var s = 0; s < symbols.Count; s++)
        {
            Symbols.Draw(sheet, Content.Facilities[s].Kind, symbols[s].X, symbols[s].Y);
        }

        var room = new SKRect(4, Top - 4, sheet.Width - Side - Sheet.Margin, sheet.Height - 34);
        var marks = symbols.Select(s => SKRect.Create(
            s.X - Symbols.Radius, s.Y - Symbols.Radius, 2 * Symbols.Radius, 2 * Symbols.Radius));
        var placer = new LabelPlacer(sheet, room, [.. marks, .. avoided ?? []], dots);
        if (first is not null)
        {
            placer.Draw(first);
        }

        foreach (var (at, name) in Content.Towns)
        {
            placer.Draw(new MapLabel(name, frame.Place(at), 16, Inks.Ink, IsArea: true));
        }

        for (var s = 0; s < symbols.Count; s++)
        {
            if (Content.Facilities[s].Name.Length > 0)
            {
                var kind = Content.Facilities[s].Kind;
                placer.Draw(new MapLabel(Content.Facilities[s].Name, symbols[s], 11.5f, Symbols.ColorOf(kind)));
            }
        }
    }
}
