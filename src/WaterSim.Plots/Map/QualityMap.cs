using SkiaSharp;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;
using WaterSim.Quality;

namespace WaterSim.Plots.Map;

/// <summary>Demand nodes coloured by one value of water quality, its worst place ringed and named.</summary>
internal static class QualityMap
{
    private const double Hour = 3600;

    // Of the run's length: water of this age was there at the start.
    private const double AsOld = 0.999;

    /// <summary>The mean age over the last day, or null where no node has coordinates.</summary>
    public static Figure? Age(ChartContext context, QualityResults quality)
    {
        if (MapGround.Of(context) is not { } ground)
        {
            return null;
        }

        var (phrases, view) = (context.Phrases, new QualityView(context.Data, quality));
        var values = Values(context, i => view.Mean(i) / Hour);
        var classes = ColorClasses.OfAge(ground.Content.Colored.Select(i => values[i]));
        var oldest = Worst(ground, values, v => -v);

        // What has been there all along is as old as the run.
        var times = context.Data.Results.Times;
        var length = (times[^1] - times[0]).TotalSeconds;
        var age = quality.NodeColumn(times.Length - 1, 0);
        var start = ground.Content.Colored.Count(
            i => double.IsFinite(values[i]) && age[i] >= AsOld * length);
        var below = phrases.Joined(
            phrases.MapPoints(ground.Content.Colored.Count, ground.Content.IsVillageMap),
            phrases.LastDay(view.HasLastDay),
            phrases.StartIsLeft(start));
        return ground.Make("water-age", phrases.AgeTitle, below, (sheet, frame) => Paint(
            context, sheet, ground, frame, phrases.AgeScale, classes, values, oldest,
            phrases.Oldest, oldest < 0 ? string.Empty : phrases.AgeOf(
                PlaceNames.Of(context, oldest), values[oldest], age[oldest] >= AsOld * length)));
    }

    /// <summary>The lowest concentration over the last day, or null where no node has coordinates.</summary>
    public static Figure? Concentration(ChartContext context, QualityResults quality)
    {
        if (MapGround.Of(context) is not { } ground)
        {
            return null;
        }

        var (phrases, view) = (context.Phrases, new QualityView(context.Data, quality));
        var substance = new Substance(context.Data.Network);
        var what = phrases.Concentration(substance.Name, substance.IsChlorine);
        var values = Values(context, i => substance.Shown(view.Lowest(i)));
        var classes = substance.IsChlorine
            ? ColorClasses.OfResidual(substance)
            : ColorClasses.Even(ground.Content.Colored.Select(i => values[i]));
        var worst = Worst(ground, values, v => v);
        var limit = $"{AxisStyle.Number(substance.Shown(Substance.LeastAtEnds))} {substance.Unit}";
        var below = phrases.Joined(
            phrases.MapPoints(ground.Content.Colored.Count, ground.Content.IsVillageMap),
            substance.IsChlorine
                ? phrases.NodesBelow(
                    ground.Content.Colored.Count(i => values[i] < substance.Shown(Substance.LeastAtEnds)), limit)
                : string.Empty,
            phrases.LowestOfLastDay(view.HasLastDay));
        return ground.Make("concentration-map", phrases.ConcentrationTitle(what), below, (sheet, frame) => Paint(
            context, sheet, ground, frame, phrases.ConcentrationScale(what, substance.Unit), classes, values, worst,
            phrases.LowestHere, worst < 0 ? string.Empty
                : $"{PlaceNames.Of(context, worst)}, {Lettering.Phrases.Fit(values[worst])} {substance.Unit}"));
    }

    private static void Paint(
        ChartContext context,
        Sheet sheet,
        MapGround ground,
        MapFrame frame,
        string scale,
        ColorClasses classes,
        double[] values,
        int worst,
        string ringName,
        string worstName)
    {
        var content = ground.Content;
        var widths = PipeLines.Draw(sheet, context.Data.Network, frame);
        var dots = ground.Dots(frame);
        var radius = NodeDots.RadiusOf(dots.Count);
        NodeDots.Draw(
            sheet,
            dots,
            d => double.IsFinite(values[content.Colored[d]]) ? classes.ClassOf(values[content.Colored[d]]) : -1,
            classes.Colors,
            radius);
        List<SKPoint> dry = [.. Enumerable.Range(0, dots.Count).Where(d => !double.IsFinite(values[content.Colored[d]])).Select(d => dots[d])];
        NodeDots.Cross(sheet, dry);
        MapLabel? label = null;
        if (worst >= 0)
        {
            var at = frame.Place(context.Data.Network.Nodes[worst].Position!.Value);
            Ring(at.X, at.Y);
            label = new MapLabel(worstName, at, 13, Inks.Ink, Room: 260);
        }

        ground.DrawNames(sheet, frame, dots, label);
        var legend = new MapLegend(context.Phrases, context.Data.County is not null, sheet);
        legend.Title(scale);
        legend.Scale(classes.Limits, classes.Colors);
        if (worst >= 0)
        {
            legend.Mark(Ring, ringName);
        }

        legend.Cross(context.Phrases.NoWater, dry.Count);
        legend.Facilities(content);
        legend.Pipes(widths);

        void Ring(float x, float y)
        {
            sheet.Ring(x, y, 8, SKColors.White, 4);
            sheet.Ring(x, y, 8, Inks.Ink, 1.8f);
        }
    }

    // NaN where no source reaches, so that such water has no quality to speak of.
    private static double[] Values(ChartContext context, Func<int, double> valueOf) =>
        [.. Enumerable.Range(0, context.Data.Network.Nodes.Length)
            .Select(i => double.IsFinite(context.Data.LowestPressure[i]) ? valueOf(i) : double.NaN)];

    private static int Worst(MapGround ground, double[] values, Func<double, double> badness) =>
        ground.Content.Colored.Where(i => double.IsFinite(values[i])).OrderBy(i => badness(values[i])).FirstOrDefault(-1);
}
