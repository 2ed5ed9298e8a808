using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using WaterSim.Planning.Results;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Year;

/// <summary>What the sources gained and what became of it, month by month: gains upwards, losses and uses downwards.</summary>
internal static class MonthFigure
{
    private const int MostMonths = 36;
    private const int LeastPlaces = 6;

    public static Figure? Draw(YearContext context)
    {
        if (context.Series.Months.Length is < 2 or > MostMonths)
        {
            return null;
        }

        return context.Make(
            "water-by-month", context.Phrases.MonthTitle, Sheet.StandardHeight, (sheet, title) => Paint(context, sheet, title));
    }

    private static void Paint(YearContext context, Sheet sheet, string title)
    {
        var (phrases, months) = (context.Phrases, context.Series.Months);
        var unit = phrases.StorageScale;
        Part[] up =
        [
            new(phrases.InflowOf, m => m.Inflow, Inks.Blue),
            new(phrases.RainOf, m => m.Rain, Inks.Sky),
        ];
        Part[] down =
        [
            new(phrases.DrawOf, m => m.Draw, Inks.Vermillion),
            new(phrases.ReleaseOf, m => m.Release, Inks.Green),
            new(phrases.LossOf, m => m.Evaporation + m.Seepage, Inks.Orange),
            new(phrases.SpillOf, m => m.Spill, Inks.Grey),
        ];
        var gained = months.Sum(m => m.Inflow + m.Rain) / unit;
        var stored = months.Sum(Change) / unit;
        var top = sheet.Header(title, phrases.Joined(phrases.MonthBelow(Phrases.Amount(gained), Phrases.Signed(stored, 1))));
        top = KeyBox.Row(
            sheet,
            [
                .. up.Concat(down).Select(p => new KeyEntry(p.Name, p.Color)),
                new(phrases.StorageChangeOf, Inks.Ink, SampleKind.Dot),
            ],
            Sheet.Margin, top, sheet.Width - Sheet.Margin);
        var plot = AxisStyle.Create(context.Type, context.Dates.Label, phrases.MonthAxis);
        plot.Grid.XAxisStyle.IsVisible = false;
        for (var m = 0; m < months.Length; m++)
        {
            Stack(plot, m, months[m], up, 1 / unit);
            Stack(plot, m, months[m], down, -1 / unit);
            var dot = plot.Add.Marker(m, Change(months[m]) / unit, MarkerShape.FilledDiamond, 9, Inks.Ink.ToPlot());
            dot.MarkerStyle.OutlineColor = Colors.White;
            dot.MarkerStyle.OutlineWidth = 1;
        }

        var zero = plot.Add.HorizontalLine(0);
        zero.LineColor = Inks.Soft.ToPlot();
        zero.LineWidth = 0.9f;
        var high = months.Max(m => up.Sum(p => p.Of(m))) / unit;
        var low = months.Max(m => down.Sum(p => p.Of(m))) / unit;
        var step = NiceSteps.Step(Math.Max(high + low, 1e-6), 8);
        var (from, to) = (-step * Math.Ceiling((low / step) - 1e-9), step * Math.Ceiling((high / step) - 1e-9));

        // A few months do not get wider bars than half a year has.
        var margin = 0.6 + (Math.Max(0, LeastPlaces - months.Length) / 2.0);
        plot.Axes.SetLimits(-margin, months.Length - 1 + margin, from, to);
        plot.Axes.Left.TickGenerator = AxisStyle.Ticks(from, to, step);
        plot.Axes.Bottom.TickGenerator = Ticks(context, sheet);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        sheet.Draw(plot, new SKRect(6, top, sheet.Width - 6, sheet.Height - 4));
    }

    private static double Change(YearMonth m) =>
        m.Inflow + m.Rain - m.Evaporation - m.Seepage - m.Release - m.Draw - m.Spill;

    private static NumericManual Ticks(YearContext context, Sheet sheet)
    {
        var months = context.Series.Months;
        var spansYears = months[0].From.Year != months[^1].From.Year;
        string Name(DateOnly day) =>
            spansYears && day.Month == 1 ? context.Phrases.Year(day.Year) : context.Phrases.Month(day.Month);

        var room = (sheet.Width - 100) / Math.Max(LeastPlaces, months.Length);
        var every = months.Max(m => sheet.Measure(Name(m.From), Sheet.SmallSize + 1)) + 4 > room ? 3 : 1;
        return new NumericManual(
            [.. months.Select((m, i) => Tick.Major(i, (m.From.Month - 1) % every == 0 ? Name(m.From) : string.Empty))]);
    }

    private static void Stack(Plot plot, int place, YearMonth month, Part[] parts, double scale)
    {
        var at = 0.0;
        foreach (var part in parts)
        {
            var next = at + (scale * Math.Max(0, part.Of(month)));
            var bar = plot.Add.Rectangle(place - 0.36, place + 0.36, Math.Min(at, next), Math.Max(at, next));
            bar.FillColor = part.Color.ToPlot();
            bar.LineWidth = 0;
            at = next;
        }
    }

    private sealed record Part(string Name, Func<YearMonth, double> Of, SKColor Color);
}
