using SkiaSharp;
using WaterSim.Model;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>The network on its ground, its demand nodes coloured by the lowest pressure of the run.</summary>
internal static class NetworkMap
{
    private const float Side = 196;
    private const float Top = 66;

    // Upper limits of pipe diameter classes, m, and the width of their lines.
    private static readonly (double Below, float Width)[] PipeClasses =
        [(0.1, 0.6f), (0.2, 1f), (0.3, 1.6f), (0.5, 2.3f), (double.PositiveInfinity, 3.2f)];

    /// <summary>The map, or null where no node has coordinates.</summary>
    public static Figure? Draw(ChartContext context)
    {
        var network = context.Data.Network;
        if (Extent.Of(network) is not { } extent)
        {
            return null;
        }

        var scale = MapScale.Of(network, context.Data.County);
        var content = new MapContent(context);

        // As high as the ground asks at full width, within what a page takes; a schematic asks for less.
        var wide = Math.Max((extent.MaxX - extent.MinX) * scale.Aspect, 1e-12);
        var mapWidth = Sheet.StandardWidth - Side - (3 * Sheet.Margin);
        var mapHeight = Math.Clamp(
            mapWidth * (extent.MaxY - extent.MinY) / wide,
            Sheet.StandardHeight - Top,
            scale.MetersPerUnit is null ? 560 : 760);
        var height = (float)Math.Ceiling(mapHeight + Top + 46);
        return context.Make("network-map", context.Phrases.MapTitle, height, (sheet, title) =>
        {
            sheet.Header(title, context.Phrases.Joined(
                context.Phrases.MapPoints(content.Colored.Count, content.IsVillageMap), context.Phrases.OverRun));
            var area = SKRect.Create(
                2 * Sheet.Margin, Top + 12, mapWidth - (2 * Sheet.Margin), sheet.Height - Top - 46);
            var frame = new MapFrame(extent, scale, area);
            Paint(context, sheet, content, frame, scale);
        });
    }

    private static void Paint(ChartContext context, Sheet sheet, MapContent content, MapFrame frame, MapScale scale)
    {
        var data = context.Data;
        var widths = DrawPipes(sheet, data.Network, frame);
        var classes = new PressureClasses(content.Colored.Select(i => data.LowestPressure[i]));
        var dots = content.Colored.ConvertAll(i => frame.Place(data.Network.Nodes[i].Position!.Value));
        var notes = DrawDots(context, sheet, content, classes, dots);

        var symbols = Symbols.Spread(content.Facilities.ConvertAll(f => frame.Place(f.At)));
        for (var s = 0; s < symbols.Count; s++)
        {
            Symbols.Draw(sheet, content.Facilities[s].Kind, symbols[s].X, symbols[s].Y);
        }

        var room = new SKRect(4, Top - 4, sheet.Width - Side - Sheet.Margin, sheet.Height - 34);
        var placer = new LabelPlacer(sheet, room, symbols, dots);
        foreach (var (at, name) in content.Towns)
        {
            placer.Draw(new MapLabel(name, frame.Place(at), 16, Inks.Ink, IsArea: true));
        }

        for (var s = 0; s < symbols.Count; s++)
        {
            if (content.Facilities[s].Name.Length > 0)
            {
                var kind = content.Facilities[s].Kind;
                placer.Draw(new MapLabel(content.Facilities[s].Name, symbols[s], 11.5f, Symbols.ColorOf(kind)));
            }
        }

        SymbolKind[] kinds = [.. content.Facilities.Select(f => f.Kind).Distinct().Order()];
        MapLegend.Draw(context, sheet, new MapLegend.Entries(classes, kinds, widths, notes, data.County is not null));
        MapLegend.DrawScale(context, sheet, frame, scale);
    }

    /// <summary>Draws the links; returns the classes of pipe diameter that occur, with their limits in m.</summary>
    private static List<(double From, double Below, float Width)> DrawPipes(Sheet sheet, Network network, MapFrame frame)
    {
        var used = new List<(double From, double Below, float Width)>();
        for (var c = 0; c < PipeClasses.Length; c++)
        {
            var from = c == 0 ? 0 : PipeClasses[c - 1].Below;
            using var path = new SKPath();
            var (isUsed, hasPipe) = (false, false);
            foreach (var link in network.Links)
            {
                // A pump or valve is a short stretch of the thinnest line.
                var diameter = (link as Pipe)?.Diameter ?? 0;
                if (!(diameter >= from && diameter < PipeClasses[c].Below))
                {
                    continue;
                }

                var points = MapScale.PathOf(network, link);
                for (var p = 0; p < points.Count; p++)
                {
                    var at = frame.Place(points[p]);
                    if (p == 0)
                    {
                        path.MoveTo(at);
                    }
                    else
                    {
                        path.LineTo(at);
                    }
                }

                isUsed |= points.Count > 0;
                hasPipe |= link is Pipe;
            }

            if (isUsed)
            {
                sheet.Stroke(path, Inks.PipeGrey, PipeClasses[c].Width);
                if (hasPipe)
                {
                    used.Add((from, PipeClasses[c].Below, PipeClasses[c].Width));
                }
            }
        }

        return used;
    }

    /// <summary>Draws the coloured nodes; returns what the legend must say beyond the scale.</summary>
    private static MapNotes DrawDots(
        ChartContext context, Sheet sheet, MapContent content, PressureClasses classes, List<SKPoint> dots)
    {
        var data = context.Data;
        var radius = dots.Count switch { > 3000 => 1.5f, > 1200 => 2.1f, > 400 => 2.7f, _ => 3.4f };
        var (below, dry) = (0, 0);
        var rings = new List<SKPoint>();
        using var crosses = new SKPath();
        for (var d = 0; d < dots.Count; d++)
        {
            var node = content.Colored[d];
            var at = dots[d];
            if (!double.IsFinite(data.LowestPressure[node]))
            {
                dry++;
                crosses.MoveTo(at.X - 3, at.Y - 3);
                crosses.LineTo(at.X + 3, at.Y + 3);
                crosses.MoveTo(at.X - 3, at.Y + 3);
                crosses.LineTo(at.X + 3, at.Y - 3);
            }
            else if (data.CommunityOf[node] is >= 0 and var c
                && data.LowestPressure[node] < data.County!.Communities[c].ServiceHead)
            {
                below++;
                rings.Add(at);
            }
        }

        for (var c = 0; c < classes.Count; c++)
        {
            // A stroke of no length with round ends is a dot, and costs an SVG a tenth of a circle.
            using var path = new SKPath();
            for (var d = 0; d < dots.Count; d++)
            {
                var pressure = data.LowestPressure[content.Colored[d]];
                if (double.IsFinite(pressure) && classes.ClassOf(pressure) == c)
                {
                    path.MoveTo(dots[d]);
                    path.LineTo(dots[d]);
                }
            }

            sheet.Stroke(path, classes.ColorOf(c), 2 * radius);
        }

        foreach (var at in rings)
        {
            sheet.Ring(at.X, at.Y, radius + 2.2f, Inks.Vermillion, 1.4f);
        }

        sheet.Stroke(crosses, Inks.Vermillion, 1.4f);
        return new MapNotes(below, dry);
    }
}
