using SkiaSharp;
using WaterSim.Planning.Comparison;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Comparison;

/// <summary>What was needed and not given, day by day, in each run.</summary>
internal static class DeficitFigure
{
    private const double Million = 1e6;

    public static Figure? Draw(ComparisonContext context) => PanelsFigure.DatesOf(context) is not { } dates ? null : context.Make(
        "deficit", context.Phrases.DeficitTitle, Sheet.StandardHeight, (sheet, title) =>
        {
            var (phrases, lines) = (context.Phrases, context.Series.Deficit);
            var highest = lines.SelectMany(l => l.Values).DefaultIfEmpty(0).Max();
            var top = sheet.Header(title, phrases.Joined(highest > 0
                ? phrases.DeficitTotals(lines.Select((l, r) => (context.NameOf(r), Total(l) / Million)))
                : phrases.NothingLacking));
            top = context.WriteKey(sheet, top) + 2;
            var plot = AxisStyle.Create(context.Type, dates.Label, phrases.DeficitAxis);
            AxisStyle.FromZero(plot, highest, 0.02);
            for (var run = 0; run < lines.Length; run++)
            {
                var line = plot.Add.ScatterLine(lines[run].At.ToArray(), lines[run].Values.ToArray(), ComparisonContext.ColorOf(run).ToPlot());
                line.LineWidth = run == 0 ? 3f : 1.6f;
            }

            dates.Apply(plot, sheet.Width - 100, t => sheet.Measure(t, Sheet.SmallSize + 1));
            sheet.Draw(plot, new SKRect(6, top, sheet.Width - 6, sheet.Height - 4));
        });

    // Points of a thinned line stand for the days up to the next.
    private static double Total(ComparedLine line)
    {
        var step = line.At.Length > 1 ? line.At[1] - line.At[0] : 1;
        return step * line.Values.Sum();
    }
}
