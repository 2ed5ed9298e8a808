using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using WaterSim.Planning.County;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Charts;

/// <summary>Demand delivered over the run, by class of community where there is a county, against its mean.</summary>
internal static class DemandChart
{
    public static Figure Draw(ChartContext context)
    {
        var (data, phrases, hours) = (context.Data, context.Phrases, context.Time.Hours);
        var total = data.Drawn(static _ => true);
        var mean = data.Mean(total);
        var classes = Classes(context, total);
        var span = hours[^1] - hours[0];
        return context.Make(
            "demand-pattern",
            span is > 23 and <= 25 ? phrases.DemandDayTitle : phrases.DemandTitle,
            Sheet.StandardHeight,
            (sheet, title) =>
            {
                var peak = Array.IndexOf(total, total.Max());
                var top = sheet.Header(
                    title,
                    mean > 0
                        ? phrases.Joined(phrases.MeanFlow(mean), phrases.Peak(total[peak] / mean, When(context, peak)))
                        : phrases.MeanFlow(0));
                var legend = classes.Select(c => new KeyEntry(phrases.ClassMean(c.Name, 24 * data.Mean(c.Flow)), c.Color));
                top = KeyBox.Row(sheet, [.. legend], Sheet.Margin, top, sheet.Width - Sheet.Margin);

                var plot = AxisStyle.Create(context.Type, context.Time.Label, phrases.FlowAxis);
                var baseline = new double[hours.Length];
                foreach (var (_, flow, color) in classes)
                {
                    Steps.Stack(plot, hours, baseline, flow, color);
                }

                var limit = AxisStyle.FromZero(plot, total.Max());
                context.Time.Apply(plot);
                if (mean > 0)
                {
                    AddMultiples(context, plot, mean, limit);
                }

                sheet.Draw(plot, new SKRect(6, top, sheet.Width - 6, sheet.Height - 4));
            });
    }

    // The right axis is the left one in units of the mean.
    private static void AddMultiples(ChartContext context, Plot plot, double mean, double limit)
    {
        var right = plot.Axes.Right;
        AxisStyle.Dress(right, context.Type, context.Phrases.MultipleOfMean, Sheet.SmallSize + 1);
        right.Label.Rotation = 90;
        right.MinimumSize = 60;
        plot.Axes.SetLimitsY(0, limit, right);
        var step = NiceSteps.Step(limit / mean, 6);
        var ticks = new List<Tick>();
        for (var i = 0; i * step * mean <= limit * (1 + 1e-9); i++)
        {
            ticks.Add(Tick.Major(i * step * mean, AxisStyle.Number(i * step)));
        }

        right.TickGenerator = new NumericManual([.. ticks]);
        var line = plot.Add.HorizontalLine(mean);
        line.LineColor = Inks.Ink.ToPlot();
        line.LineWidth = 1;
        line.LinePattern = AxisStyle.Dashes;
    }

    private static string When(ChartContext context, int k)
    {
        var clock = context.Data.Network.Times.StartClockTime.TotalHours;
        return context.Time.IsClock
            ? TimeAxis.Clock(context.Time.Hours[k] + clock)
            : AxisStyle.Number(Math.Round(context.Time.Hours[k], 2)) + " h";
    }

    private static List<(string Name, double[] Flow, SKColor Color)> Classes(ChartContext context, double[] total)
    {
        var (data, phrases) = (context.Data, context.Phrases);
        if (data.County is not { Communities.Length: > 0 } county)
        {
            return [(phrases.AllUse, total, Inks.Sky)];
        }

        var classes = new List<(string, double[], SKColor)>
        {
            (phrases.VillageClass, data.Drawn(i => ClassOf(i) == CommunityClass.Rural), Inks.Green),
            (phrases.TownClass, data.Drawn(i => ClassOf(i) == CommunityClass.Urban), Inks.Blue),
        };
        var others = data.Drawn(i => ClassOf(i) is null);
        if (data.Mean(others) > 1e-6 * data.Mean(total))
        {
            classes.Add((phrases.OtherUse, others, Inks.Grey));
        }

        return classes;

        CommunityClass? ClassOf(int node) =>
            data.CommunityOf[node] is >= 0 and var c ? county.Communities[c].Class : null;
    }
}
