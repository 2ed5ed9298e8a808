using SkiaSharp;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>The network on its ground, its demand nodes coloured by the lowest pressure of the run.</summary>
internal static class NetworkMap
{
    /// <summary>The map, or null where no node has coordinates.</summary>
    public static Figure? Draw(ChartContext context)
    {
        if (MapGround.Of(context) is not { } ground)
        {
            return null;
        }

        var phrases = context.Phrases;
        var below = phrases.Joined(
            phrases.MapPoints(ground.Content.Colored.Count, ground.Content.IsVillageMap), phrases.OverRun);
        return ground.Make(
            "network-map", phrases.MapTitle, below, (sheet, frame) => Paint(context, sheet, ground, frame));
    }

    private static void Paint(ChartContext context, Sheet sheet, MapGround ground, MapFrame frame)
    {
        var (data, content, phrases) = (context.Data, ground.Content, context.Phrases);
        var widths = PipeLines.Draw(sheet, data.Network, frame);
        var classes = new PressureClasses(content.Colored.Select(i => data.LowestPressure[i]));
        var dots = ground.Dots(frame);
        var notes = DrawDots(context, sheet, content, classes, dots);
        ground.DrawNames(sheet, frame, dots);

        var legend = new MapLegend(context.Phrases, context.Data.County is not null, sheet);
        legend.Title(phrases.PressureScale);
        legend.Scale(classes.Limits, [.. Enumerable.Range(0, classes.Count).Select(classes.ColorOf)]);
        legend.Ring(phrases.BelowService, notes.BelowService);
        legend.Cross(phrases.NoWater, notes.Unreached);
        legend.Facilities(content);
        legend.Pipes(widths);
    }

    /// <summary>Draws the coloured nodes; returns what the legend must say beyond the scale.</summary>
    private static MapNotes DrawDots(
        ChartContext context, Sheet sheet, MapContent content, PressureClasses classes, List<SKPoint> dots)
    {
        var data = context.Data;
        var radius = NodeDots.RadiusOf(dots.Count);
        var rings = new List<SKPoint>();
        var crosses = new List<SKPoint>();
        for (var d = 0; d < dots.Count; d++)
        {
            var node = content.Colored[d];
            if (!double.IsFinite(data.LowestPressure[node]))
            {
                crosses.Add(dots[d]);
            }
            else if (data.CommunityOf[node] is >= 0 and var c
                && data.LowestPressure[node] < data.County!.Communities[c].ServiceHead)
            {
                rings.Add(dots[d]);
            }
        }

        NodeDots.Draw(
            sheet,
            dots,
            d => data.LowestPressure[content.Colored[d]] is var p && double.IsFinite(p) ? classes.ClassOf(p) : -1,
            [.. Enumerable.Range(0, classes.Count).Select(classes.ColorOf)],
            radius);
        foreach (var at in rings)
        {
            sheet.Ring(at.X, at.Y, radius + 2.2f, Inks.Vermillion, 1.4f);
        }

        NodeDots.Cross(sheet, crosses);
        return new MapNotes(rings.Count, crosses.Count);
    }
}
