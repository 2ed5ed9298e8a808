using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Year;

/// <summary>For how many days the water would last: the county's as a curve, each reservoir's as a strip.</summary>
internal static class DaysLeftFigure
{
    private const int MostRows = 20;
    private const int MeanDays = 7;
    private const double Longest = 730;
    private const float RowHeight = 17;
    private const float StripHeight = 12;
    private const float CurveHeight = 190;

    // A draw below this share of what the source can hold is no draw.
    private const double Still = 1e-7;

    private static readonly double[] Limits = [30, 60, 90, 180, 365];
    private static readonly SKColor NotDrawn = new(0xEC, 0xEC, 0xEC);
    private static readonly SKColor[] Colors =
        [.. Enumerable.Range(0, Limits.Length + 1).Select(i => Inks.Viridis((double)i / Limits.Length)), NotDrawn];

    public static Figure? Draw(YearContext context)
    {
        var rows = Rows(context);
        if (rows.Count == 0 && !context.Series.DaysLeft.Any(double.IsFinite))
        {
            return null;
        }

        return context.Make(
            "days-left", context.Phrases.DaysLeftTitle, 190 + CurveHeight + (RowHeight * rows.Count),
            (sheet, title) => Paint(context, sheet, title, rows));
    }

    private static void Paint(YearContext context, Sheet sheet, string title, List<Row> rows)
    {
        var (phrases, series) = (context.Phrases, context.Series);
        var isKnown = series.DaysLeft.Any(double.IsFinite);
        var least = isKnown
            ? Enumerable.Range(0, series.Points).Where(p => double.IsFinite(series.DaysLeft[p])).MinBy(p => series.DaysLeft[p]) : 0;
        var asked = context.Stages.Select((s, i) => (Stage: i, s.DaysLeft)).Where(s => s.DaysLeft is not null).ToList();
        var top = sheet.Header(title, phrases.Joined(
            isKnown ? phrases.LeastLeft(series.DaysLeft[least], context.Day(least)) : phrases.SpringsDo,
            StageStrip.IsNeeded(context) ? string.Empty : phrases.NoStage,
            phrases.PerPoint(series.DaysPerPoint)));
        top = StageStrip.Key(sheet, context, top - 2);
        var left = 14 + Math.Max(54, Math.Min(170, rows.Select(r => sheet.Measure(r.Name, Sheet.SmallSize)).DefaultIfEmpty(0).Max())) + 8;
        var right = sheet.Width - 84;
        var inner = new SKRect(left, top + 10, right, top + CurveHeight);
        var curve = Curve(context, sheet, inner, isKnown ? least : null, asked);
        StageStrip.Paint(sheet, context, curve, inner.Bottom + 3, StripHeight);
        top = inner.Bottom + StripHeight + 8;
        if (rows.Count > 0)
        {
            PaintRows(context, sheet, rows, top, left, right);
        }

        sheet.Text(context.Dates.Label, (left + right) / 2, sheet.Height - 8, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
    }

    private static DatePanel Curve(
        YearContext context, Sheet sheet, SKRect inner, int? least, List<(int Stage, double? DaysLeft)> asked)
    {
        var (phrases, series) = (context.Phrases, context.Series);
        var most = series.DaysLeft.Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var step = NiceSteps.Step(Math.Min(most, Longest), 6);
        var limit = most > Longest ? Longest : step * Math.Ceiling((most / step) - 1e-9);
        var panel = new DatePanel(
            sheet, context, new SKRect(0, inner.Top - 10, sheet.Width, inner.Bottom + 30), inner, 0, limit, Sheet.SmallSize + 1);
        foreach (var (_, days) in asked)
        {
            panel.AddLevel(days!.Value, Inks.Vermillion, 1.1f, dashed: true);
        }

        panel.AddMiddles([.. series.DaysLeft.Select(d => Math.Min(d, limit))], Inks.Ink, 2);
        panel.Plot.Axes.Left.TickGenerator = AxisStyle.Ticks(0, limit, step);
        panel.Paint(hasDates: false);
        foreach (var (stage, days) in asked.Where(a => a.DaysLeft <= limit))
        {
            sheet.Text(
                phrases.StageAtDays(stage + 1, days!.Value), inner.Left + 6, panel.Y(days.Value) - 4, Sheet.SmallSize, Inks.Vermillion,
                halo: 1.5f);
        }

        if (least is { } at)
        {
            var (x, y) = (panel.X((context.Begin(at) + context.End(at)) / 2), panel.Y(Math.Min(series.DaysLeft[at], limit)));
            sheet.Dot(x, y, 3.5f, Inks.Vermillion);
            var isRight = x > (inner.Left + inner.Right) / 2;
            var label = phrases.DaysUnit(series.DaysLeft[at]);
            sheet.Text(
                label, isRight ? x - 6 : x + 6, Math.Min(y + 15, inner.Bottom - 4), Sheet.SmallSize, Inks.Vermillion,
                isRight ? TextAlign.Right : TextAlign.Left, halo: 1.5f);
        }

        sheet.TextUp(phrases.DaysLeftAxis, inner.Left - 46, (inner.Top + inner.Bottom) / 2, Sheet.LabelSize, Inks.Ink);
        return panel;
    }

    private static void PaintRows(YearContext context, Sheet sheet, List<Row> rows, float top, float left, float right)
    {
        var (phrases, series) = (context.Phrases, context.Series);
        sheet.Text(phrases.DaysLeftOfSources, Sheet.Margin, top + 14, Sheet.SmallSize, Inks.Soft);
        top = Key(sheet, phrases, top + 18);
        var bottom = sheet.Height - 42;
        var inner = new SKRect(left, top, right, bottom);
        var panel = new DatePanel(
            sheet, context, new SKRect(0, top - 4, sheet.Width, sheet.Height), inner, 0, 1, Sheet.SmallSize + 1);
        panel.Plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual();
        panel.Plot.Axes.Left.FrameLineStyle.Width = 0;
        var high = inner.Height / rows.Count;
        var places = rows.Select((_, r) => (Top: top + (r * high), Bottom: top + ((r + 1) * high) - 2.5f)).ToList();
        HeatCells.Paint(
            sheet, p => panel.X(p < series.Points ? context.Begin(p) : series.Days), series.Points, places,
            (r, p) => ClassOf(rows[r].Days[p]), Colors);
        panel.Paint(hasDates: true);
        sheet.Text(phrases.Least, right + 6, top - 4, Sheet.SmallSize - 1, Inks.Soft);
        for (var r = 0; r < rows.Count; r++)
        {
            var y = ((places[r].Top + places[r].Bottom) / 2) + 4.2f;
            sheet.Text(
                sheet.Cut(rows[r].Name, Sheet.SmallSize, left - 20), left - 8, y, Sheet.SmallSize, Inks.Ink, TextAlign.Right);
            var least = rows[r].Days.Where(double.IsFinite).DefaultIfEmpty(double.PositiveInfinity).Min();
            sheet.Text(
                double.IsFinite(least) ? least > Limits[^1] ? phrases.MoreThanShown(Limits[^1]) : phrases.DaysUnit(least) : "–",
                right + 6, y, Sheet.SmallSize, Inks.Ink);
        }
    }

    private static float Key(Sheet sheet, Phrases phrases, float top)
    {
        var entries = new List<KeyEntry>();
        for (var i = 0; i < Colors.Length; i++)
        {
            entries.Add(new(
                i == 0 ? phrases.Under(Limits[0])
                : i < Limits.Length ? Phrases.Between(Limits[i - 1], Limits[i])
                : i == Limits.Length ? phrases.OverYear : phrases.NotDrawn,
                Colors[i]));
        }

        sheet.Text(phrases.DaysKey, Sheet.Margin, top + 12.5f, Sheet.SmallSize, Inks.Soft);
        return KeyBox.Row(
            sheet, entries, Sheet.Margin + sheet.Measure(phrases.DaysKey, Sheet.SmallSize) + 12, top, sheet.Width - Sheet.Margin - 60) + 4;
    }

    private static int ClassOf(double days)
    {
        if (double.IsPositiveInfinity(days))
        {
            return Colors.Length - 1;
        }

        var at = 0;
        while (at < Limits.Length && days >= Limits[at])
        {
            at++;
        }

        return at;
    }

    private static List<Row> Rows(YearContext context)
    {
        var rows = new List<Row>();
        for (var s = 0; s < context.County.Sources.Length; s++)
        {
            if (context.BasinOf(s) is { } basin)
            {
                rows.Add(new Row(context.NameOf(s), DaysOf(context, s, basin.Live), basin.Live));
            }
        }

        return rows.Count <= MostRows
            ? rows : [.. rows.OrderByDescending(r => r.Live).Take(MostRows).OrderBy(r => rows.IndexOf(r))];
    }

    private static double[] DaysOf(YearContext context, int source, double capacity)
    {
        var window = Math.Max(1, MeanDays / context.Series.DaysPerPoint);
        var days = new double[context.Series.Points];
        for (var p = 0; p < days.Length; p++)
        {
            var draw = 0.0;
            var first = Math.Max(0, p - window + 1);
            for (var k = first; k <= p; k++)
            {
                draw += context.Series.Draw[source][k] / (p - first + 1);
            }

            days[p] = draw > Still * capacity
                ? context.Series.LiveShare[source][p] * capacity / draw : double.PositiveInfinity;
        }

        return days;
    }

    /// <summary>A reservoir and for how many days its water would last, infinite where it is not drawn on; live storage, m3.</summary>
    private sealed record Row(string Name, double[] Days, double Live);
}
