using ScottPlot;
using SkiaSharp;
using WaterSim.Planning.Comparison;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Comparison;

/// <summary>A small panel for each tank or reservoir, with a line for each run.</summary>
internal static class PanelsFigure
{
    private const int MostPanels = 20;
    private const float PanelHeight = 118;
    private const double HoursPerDay = 24;

    public static Figure? TankLevels(ComparisonContext context) => Draw(
        context, "tank-levels", context.Phrases.TankTitle, context.Phrases.LevelAxis, context.Series.TankLevels, 1, null);

    public static Figure? Storage(ComparisonContext context) => Draw(
        context, "storage", context.Phrases.StorageTitle, context.Phrases.StorageAxis, context.Series.Storage, context.Phrases.StorageScale,
        DatesOf(context));

    /// <summary>The axis of a comparison of years.</summary>
    public static DateAxis? DatesOf(ComparisonContext context)
    {
        var series = context.Series;
        var last = series.Deficit.Concat(series.Storage.SelectMany(s => s.Lines))
            .Select(l => l.At.IsEmpty ? 0 : l.At[^1]).DefaultIfEmpty(0).Max();
        return series.From is { } from && last > 0 ? new DateAxis(from, (int)Math.Ceiling(last), context.Phrases) : null;
    }

    private static Figure? Draw(
        ComparisonContext context, string name, string what, string axis, IReadOnlyList<ComparedPanel> all, double unit, DateAxis? dates)
    {
        var drawable = all.Where(p => p.Lines.Any(l => l.Values.Any(double.IsFinite))).ToList();
        if (drawable.Count == 0)
        {
            return null;
        }

        var kept = drawable.Count <= MostPanels
            ? drawable
            : [.. drawable.OrderByDescending(Difference).Take(MostPanels).OrderBy(p => drawable.IndexOf(p))];
        var columns = kept.Count switch { <= 3 => 1, <= 4 => 2, <= 9 => 3, _ => 4 };
        var rows = (kept.Count + columns - 1) / columns;
        return context.Make(name, what, Math.Max(Sheet.StandardHeight, 150 + (rows * PanelHeight)), (sheet, title) =>
        {
            var phrases = context.Phrases;
            var top = sheet.Header(title, kept.Count < drawable.Count ? phrases.Joined(phrases.Differing(kept.Count, drawable.Count)) : null);
            top = context.WriteKey(sheet, top) + 2;
            const float left = 30;
            const float bottom = 28;
            var (wide, high) = ((sheet.Width - left - 8) / columns, (sheet.Height - top - bottom) / rows);
            for (var p = 0; p < kept.Count; p++)
            {
                var area = SKRect.Create(left + (p % columns * wide), top + (p / columns * high), wide, high);
                Panel(context, sheet, kept[p], area, unit, dates, columns, isLowest: p + columns >= kept.Count);
            }

            sheet.TextUp(axis, 20, top + ((sheet.Height - top - bottom) / 2), Sheet.LabelSize, Inks.Ink);
            sheet.Text(
                dates?.Label ?? phrases.TimeSinceStart, left + ((sheet.Width - left) / 2), sheet.Height - 9, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
        });
    }

    private static void Panel(
        ComparisonContext context, Sheet sheet, ComparedPanel panel, SKRect area, double unit, DateAxis? dates, int columns, bool isLowest)
    {
        var small = columns > 2 ? 11.5f : Sheet.SmallSize;
        var plot = AxisStyle.Create(context.Type, null, null, small);
        plot.Layout.Fixed(new PixelPadding(36, 12, 22, 22));
        for (var run = 0; run < panel.Lines.Length; run++)
        {
            foreach (var (at, values) in Pieces(panel.Lines[run]))
            {
                var line = plot.Add.ScatterLine(at, [.. values.Select(v => v / unit)], ComparisonContext.ColorOf(run).ToPlot());
                line.LineWidth = run == 0 ? 3f : 1.5f;
            }
        }

        var finite = panel.Lines.SelectMany(l => l.Values).Where(double.IsFinite).Select(v => v / unit).ToArray();
        var (low, high) = (finite.Min(), finite.Max());

        // From the bottom where that costs little room.
        var floor = low >= 0 && low < 0.6 * high ? 0 : low;
        var step = NiceSteps.Step(Math.Max(high - floor, 1e-3), 5);
        floor = step * Math.Floor(floor / step);
        plot.Axes.SetLimitsY(floor, Math.Max(high, floor + step) + (0.06 * (high - floor)));
        plot.Axes.Left.TickGenerator = AxisStyle.Ticks(floor, Math.Max(high, floor + step), step);
        if (dates is not null)
        {
            dates.Apply(plot, area.Width - 48, t => sheet.Measure(t, small), isLowest);
        }
        else
        {
            Hours(plot, panel.Lines.Select(l => l.At.IsEmpty ? 0 : l.At[^1]).Max(), isLowest, columns);
        }

        sheet.Draw(plot, area);
        sheet.Text(
            sheet.Cut(context.Phrases.Name(panel.Name), Sheet.SmallSize, area.Width - 48), area.Left + 36, area.Top + 15, Sheet.SmallSize, Inks.Ink);
    }

    private static void Hours(Plot plot, double last, bool isLabelled, int columns)
    {
        var span = Math.Max(last, 1);
        double[] steps = [1, 2, 3, 6, 12, 24, 48, 96, 168];
        var step = steps.FirstOrDefault(s => span / s <= (columns > 2 ? 5 : 9), HoursPerDay * Math.Ceiling(span / HoursPerDay / 5));
        plot.Axes.SetLimitsX(0, span);
        plot.Axes.Bottom.TickGenerator = AxisStyle.Ticks(0, span, step);
        if (!isLabelled)
        {
            plot.Axes.Bottom.TickLabelStyle.IsVisible = false;
        }
    }

    // A line is broken where there is no number.
    private static IEnumerable<(double[] At, double[] Values)> Pieces(ComparedLine line)
    {
        var (at, values) = (new List<double>(), new List<double>());
        for (var i = 0; i <= line.At.Length; i++)
        {
            if (i < line.At.Length && double.IsFinite(line.Values[i]))
            {
                at.Add(line.At[i]);
                values.Add(line.Values[i]);
            }
            else if (at.Count > 0)
            {
                yield return (at.ToArray(), values.ToArray());
                at.Clear();
                values.Clear();
            }
        }
    }

    // Largest difference at any point that runs have in common, against the first.
    private static double Difference(ComparedPanel panel)
    {
        var first = panel.Lines[0].Values;
        return panel.Lines.Skip(1)
            .SelectMany(l => l.Values.Zip(first, (a, b) => Math.Abs(a - b)))
            .Where(double.IsFinite)
            .DefaultIfEmpty(0)
            .Max();
    }
}
