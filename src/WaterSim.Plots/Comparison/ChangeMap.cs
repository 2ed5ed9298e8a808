using System.Collections.Immutable;
using System.Globalization;
using SkiaSharp;
using WaterSim.Model;
using WaterSim.Planning.Comparison;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Map;

namespace WaterSim.Plots.Comparison;

/// <summary>Communities coloured by how much better or worse off they are than in the first run.</summary>
internal sealed class ChangeMap
{
    private const float Top = 66;
    private const float Radius = 4.4f;
    private const int MostNamed = 3;

    private readonly ComparisonContext _context;
    private readonly ReadMap _map;
    private readonly Network _pipes;
    private readonly Extent _extent;

    public ChangeMap(ComparisonContext context, ReadMap map)
    {
        (_context, _map) = (context, map);
        _pipes = Pipes(map);
        MapPoint[] points = [.. map.Communities.Values.Concat(map.Plants.Select(p => p.At)).Concat(map.Pipes.SelectMany(p => p.Points))];
        _extent = new Extent(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
    }

    /// <summary>The map of a run, or null where nothing can be compared.</summary>
    public Figure? Draw(int measure, int run)
    {
        var comparison = _context.Comparison;
        var dots = comparison.Communities.Where(c => _map.Communities.ContainsKey(c.Id))
            .Select(c => (Community: c, Change: c.Difference(measure, run))).ToArray();
        if (dots.All(d => d.Change is null))
        {
            return null;
        }

        var by = comparison.Measures[measure];
        var name = by.Id.Replace('_', '-') + "-change" + (comparison.Runs.Length > 2 ? string.Create(CultureInfo.InvariantCulture, $"-{run + 1}") : "");
        var mapWidth = Sheet.StandardWidth - MapLegend.Width - (3 * Sheet.Margin);
        var shape = (_extent.MaxY - _extent.MinY) / Math.Max(_extent.MaxX - _extent.MinX, 1e-12);
        var mapHeight = Math.Clamp(mapWidth * shape, Sheet.StandardHeight - Top, _map.IsMetres ? 760 : 560);
        return _context.Make(name, _context.Phrases.ChangeTitle(by.Id), (float)Math.Ceiling(mapHeight + Top + 46), (sheet, title) =>
        {
            var phrases = _context.Phrases;
            sheet.Header(title, phrases.Joined(
                phrases.BetterAndWorse(comparison.People(measure, run, ComparisonVerdict.Better), comparison.People(measure, run, ComparisonVerdict.Worse)),
                phrases.Against(_context.NameOf(run), _context.NameOf(0))));
            var area = SKRect.Create(2 * Sheet.Margin, Top + 12, mapWidth - (2 * Sheet.Margin), sheet.Height - Top - 46);
            Paint(sheet, area, measure, run, dots);
        });
    }

    private void Paint(Sheet sheet, SKRect area, int measure, int run, (ComparedCommunity Community, double? Change)[] dots)
    {
        var (phrases, by) = (_context.Phrases, _context.Comparison.Measures[measure]);
        var scale = new MapScale(_map.IsMetres ? 1 : null, 1);
        var frame = new MapFrame(_extent, scale, area);
        var widths = PipeLines.Draw(sheet, _pipes, frame, static _ => 0, [Inks.Hairline]);
        var classes = new ChangeClasses(by, dots.Where(d => d.Change is not null).Select(d => d.Change!.Value));
        var places = dots.Select(d => frame.Place(_map.Communities[d.Community.Id])).ToList();
        int[] of = [.. dots.Select(d => d.Change is { } change ? classes.ClassOf(change) : -1)];

        // The largest changes lie on top.
        foreach (var c in Enumerable.Range(0, classes.Count).OrderBy(c => Math.Abs(c - (classes.Count / 2))))
        {
            NodeDots.Draw(sheet, places, d => of[d] == c ? 0 : -1, [classes.Colors[c]], Radius);
        }

        NodeDots.Cross(sheet, places.Where((_, d) => of[d] < 0));
        Names(sheet, frame, measure, run, places);
        var legend = new MapLegend(phrases, isCounty: true, sheet);
        legend.Title(phrases.ChangeScale(by.Id));
        for (var c = classes.Count - 1; c >= 0; c--)
        {
            legend.Entry(classes.Colors[c], classes.Text(c, phrases), of.Count(o => o == c).ToString(CultureInfo.InvariantCulture));
        }

        legend.Space(14);
        legend.Cross(phrases.NotInBoth, of.Count(o => o < 0));
        legend.Mark((x, y) => Symbols.Draw(sheet, SymbolKind.Plant, x, y, Inks.Ink), phrases.Plant);
        legend.Pipes(widths, Inks.Hairline);
        MapLegend.DrawScale(phrases, sheet, frame, scale);
    }

    private void Names(Sheet sheet, MapFrame frame, int measure, int run, List<SKPoint> dots)
    {
        var phrases = _context.Phrases;
        var plants = _map.Plants.ToArray();
        var symbols = Symbols.Spread([.. plants.Select(p => frame.Place(p.At))]);
        foreach (var at in symbols)
        {
            Symbols.Draw(sheet, SymbolKind.Plant, at.X, at.Y, Inks.Ink);
        }

        var room = new SKRect(4, Top - 4, sheet.Width - MapLegend.Width - Sheet.Margin, sheet.Height - 34);
        var placer = new LabelPlacer(
            sheet, room, [.. symbols.Select(s => Square(s, Symbols.Radius)), .. dots.Select(d => Square(d, Radius))], dots);
        foreach (var changed in _context.Comparison.ChangedMost(measure, run).Take(MostNamed))
        {
            if (_map.Communities.TryGetValue(changed.Community.Id, out var at))
            {
                placer.Draw(new MapLabel(
                    $"{phrases.Name(changed.Community.Name)} {Lettering.Phrases.SignedValue(changed.Change)}", frame.Place(at), 12.5f, Inks.Ink, Room: 220));
            }
        }

        foreach (var (name, at) in _map.Towns)
        {
            placer.Draw(new MapLabel(phrases.Name(name), frame.Place(at), 15, Inks.Soft, IsArea: true));
        }

        for (var p = 0; p < symbols.Count; p++)
        {
            placer.Draw(new MapLabel(phrases.Name(plants[p].Name), symbols[p], 11.5f, Inks.Ink));
        }
    }

    private static SKRect Square(SKPoint at, float radius) => SKRect.Create(at.X - radius, at.Y - radius, 2 * radius, 2 * radius);

    // The lines of a map as a network, whose nodes are the ends of pipes.
    private static Network Pipes(ReadMap map) => new()
    {
        Nodes = [.. map.Pipes.SelectMany((p, i) => (Junction[])
            [new Junction { Id = $"a{i}", Position = p.Points[0] }, new Junction { Id = $"b{i}", Position = p.Points[^1] }])],
        Links = [.. map.Pipes.Select((p, i) => new Pipe
        {
            Id = $"{i}",
            FromNode = $"a{i}",
            ToNode = $"b{i}",
            Length = 1,
            Diameter = p.Diameter,
            Roughness = 1,
            Vertices = p.Points.Length > 2 ? p.Points[1..^1] : ImmutableArray<MapPoint>.Empty,
        })],
    };
}
