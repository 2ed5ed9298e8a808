using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Year;

/// <summary>What the plants gave, stacked, under what was needed: a gap between them is shortage.</summary>
internal static class SupplyFigure
{
    private const int MostBands = 7;
    private const float StripHeight = 12;

    public static Figure? Draw(YearContext context)
    {
        if (context.County.Plants.IsEmpty)
        {
            return null;
        }

        var bands = Bands(context);
        return context.Make(
            "supply", context.Phrases.YearSupplyTitle, Sheet.StandardHeight, (sheet, title) => Paint(context, sheet, title, bands));
    }

    private static void Paint(YearContext context, Sheet sheet, string title, List<Band> bands)
    {
        var (phrases, series) = (context.Phrases, context.Series);
        var (needed, delivered) = (context.Mean(series.Needed), context.Mean(series.Delivered));
        var worst = Enumerable.Range(0, series.Points).MaxBy(p => ShareShort(context, p));
        var top = sheet.Header(title, phrases.Joined(
            phrases.Supplied(needed, delivered, needed > 0 ? delivered / needed : 1),
            ShareShort(context, worst) >= 0.0005 ? phrases.WorstDay(context.Day(worst), ShareShort(context, worst)) : string.Empty,
            StageStrip.IsNeeded(context) ? string.Empty : phrases.NoStage,
            phrases.PerPoint(series.DaysPerPoint)));
        top = StageStrip.Key(sheet, context, top - 2);

        var need = series.Needed.Zip(series.Leaked, (n, l) => n + l).ToArray();
        var highest = Math.Max(need.Max(), Enumerable.Range(0, series.Points).Max(p => bands.Sum(b => Math.Max(0, b.Output[p]))));
        var step = NiceSteps.Step(highest > 0 ? highest : 1, 7);
        var limit = step * Math.Ceiling((highest / step) + 1e-9);
        var strip = StageStrip.IsNeeded(context) ? StripHeight + 3 : 0;
        var area = new SKRect(6, top, sheet.Width - 6, sheet.Height - 4);
        var room = 30 + Math.Min(sheet.Width / 3, bands.Select(b => b.Label).Append(phrases.NeedLine).Max(t => sheet.Measure(t, Sheet.SmallSize)));
        var inner = new SKRect(area.Left + 68, area.Top + 8, area.Right - room, area.Bottom - 42 - strip);
        var panel = new DatePanel(sheet, context, area, inner, 0, limit, Sheet.SmallSize + 1);
        var stack = new double[series.Points];
        var labels = new List<SideLabels.Label>();
        foreach (var band in bands)
        {
            double[] under = [.. stack];
            for (var p = 0; p < stack.Length; p++)
            {
                stack[p] += Math.Max(0, band.Output[p]);
            }

            panel.AddArea(under, stack, band.Color);
            labels.Add(new(band.Label, panel.Y((under[^1] + stack[^1]) / 2), band.Color));
        }

        // What is missing, from the stack up to the need.
        double[] met = [.. stack.Zip(need, Math.Min)];
        if (met.Zip(need).Any(m => m.Second - m.First > 1e-6 * highest))
        {
            panel.AddArea(met, need, GapColor);
        }

        panel.AddLine(need, Inks.Ink, 1.2f);
        panel.Plot.Axes.Left.TickGenerator = AxisStyle.Ticks(0, limit, step);
        panel.Paint(hasDates: true);
        StageStrip.Paint(sheet, context, panel, inner.Bottom + 22, StripHeight);
        SideLabels.Write(
            sheet, labels, inner.Right + 2, inner.Top + 40, inner.Bottom - 6, Sheet.SmallSize, room - 8, hasSample: true);
        Name(context, sheet, panel);
        sheet.TextUp(phrases.DailyFlowAxis, 20, (inner.Top + inner.Bottom) / 2, Sheet.LabelSize, Inks.Ink);
        sheet.Text(context.Dates.Label, (inner.Left + inner.Right) / 2, sheet.Height - 8, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
    }

    private static SKColor GapColor => new(0xF6, 0xC3, 0xBC);

    // The line and the gap are named in the key above the labels of the stack.
    private static void Name(YearContext context, Sheet sheet, DatePanel panel)
    {
        var phrases = context.Phrases;
        var x = panel.Data.Right + 8;
        var y = panel.Data.Top + 4;
        sheet.Line(x, y, x + 10, y, Inks.Ink, 2);
        sheet.Text(sheet.Cut(phrases.NeedLine, Sheet.SmallSize, sheet.Width - x - 18), x + 14, y + 4.2f, Sheet.SmallSize, Inks.Ink);
        var isShort = Enumerable.Range(0, context.Series.Points).Any(p => ShareShort(context, p) >= 0.0005);
        if (isShort)
        {
            y += 17;
            sheet.Fill(SKRect.Create(x, y - 5, 10, 10), GapColor);
            sheet.Text(phrases.ShortArea, x + 14, y + 4.2f, Sheet.SmallSize, Inks.Ink);
        }
    }

    private static double ShareShort(YearContext context, int point)
    {
        var needed = context.Series.Needed[point];
        return needed > 0 ? Math.Max(0, 1 - (context.Series.Delivered[point] / needed)) : 0;
    }

    // The first plant at the bottom. More than there are colours to tell apart: the largest, and the rest as one.
    private static List<Band> Bands(YearContext context)
    {
        var total = context.Series.Output.Sum(o => context.Mean(o));
        var all = context.County.Plants.Select((plant, i) => (
            Name: context.Phrases.Name(plant.Name), Output: context.Series.Output[i], Mean: context.Mean(context.Series.Output[i]))).ToList();
        var kept = all.Count <= MostBands
            ? all : [.. all.OrderByDescending(a => a.Mean).Take(MostBands).OrderBy(a => all.IndexOf(a))];
        var bands = kept.Select((a, i) => new Band(Label(a.Name, a.Mean), [.. a.Output], Inks.Categories[i])).ToList();
        if (kept.Count < all.Count)
        {
            var rest = all.Except(kept).ToList();
            var output = Enumerable.Range(0, context.Series.Points).Select(p => rest.Sum(a => a.Output[p])).ToArray();
            bands.Add(new Band(Label(context.Phrases.Others, rest.Sum(a => a.Mean)), output, Inks.Grey));
        }

        return bands;

        string Label(string name, double mean) =>
            total > 0 ? context.Phrases.NameAndShare(context.Type.Fit(name), mean / total) : context.Type.Fit(name);
    }

    private sealed record Band(string Label, double[] Output, SKColor Color);
}
