using ScottPlot;
using ScottPlot.TickGenerators;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Drawing;

/// <summary>The horizontal axis of a year: days since its first, marked by days, months or years as there is room.</summary>
internal sealed class DateAxis
{
    private const int MostDaysByDay = 70;
    private const int MostMonths = 26;
    private const float Gap = 5;
    private const float Drop = 3;

    private readonly Phrases _phrases;
    private readonly DateOnly _from;

    public DateAxis(DateOnly from, int days, Phrases phrases)
    {
        (_from, Days, _phrases) = (from, days, phrases);
        var to = from.AddDays(days - 1);
        Label = from.Year == to.Year ? phrases.Year(from.Year) : phrases.Span(phrases.MonthOfYear(from), phrases.MonthOfYear(to));
    }

    /// <summary>Length of the axis, d.</summary>
    public int Days { get; }

    /// <summary>The year, or the first and last month.</summary>
    public string Label { get; }

    /// <summary>Gives a plot this axis.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="room">Width of its data area, in units of the sheet.</param>
    /// <param name="measure">Width of a label.</param>
    /// <param name="isLabelled">Whether labels are written.</param>
    public void Apply(Plot plot, float room, Func<string, float> measure, bool isLabelled = true)
    {
        var ticks = new List<Tick>();
        foreach (var (at, from, to, text) in Marks(room, measure))
        {
            ticks.Add(Tick.Minor(from));
            if (at is { } place)
            {
                ticks.Add(Tick.Major(place, isLabelled ? text : string.Empty));
            }

            ticks.Add(Tick.Minor(to));
        }

        plot.Axes.SetLimitsX(0, Days);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. ticks.DistinctBy(t => (t.Position, t.IsMajor))]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;

        // Clear of the lowest number of the vertical axis.
        plot.Axes.Bottom.TickLabelStyle.OffsetY = Drop;
        plot.Axes.Bottom.MinorTickStyle.Length = 3;
        plot.Axes.Bottom.MinorTickStyle.Width = 0.8f;
        plot.Axes.Bottom.MinorTickStyle.Color = Inks.Soft.ToPlot();
        plot.Grid.XAxisStyle.MajorLineStyle.Width = 0;
        plot.Grid.XAxisStyle.MinorLineStyle.Width = 0.7f;
        plot.Grid.XAxisStyle.MinorLineStyle.Color = Inks.Hairline.WithAlpha(170).ToPlot();
    }

    /// <summary>Where the intervals begin and end, and where a label stands; null where it has none.</summary>
    internal IEnumerable<(double? At, double From, double To, string Text)> Marks(float room, Func<string, float> measure)
    {
        var end = _from.AddDays(Days);
        return Days <= MostDaysByDay ? ByDays(end, room, measure)
            : Days <= MostMonths * 31 ? ByMonths(end, room, measure)
            : ByYears(end, room, measure);
    }

    // A label stands at the morning of its day.
    private IEnumerable<(double? At, double From, double To, string Text)> ByDays(
        DateOnly end, float room, Func<string, float> measure)
    {
        var every = Every([1, 2, 5, 10, 20], room / Days, measure(_phrases.DayOfMonth(new DateOnly(2000, 12, 28))));
        var marks = new List<DateOnly>();
        for (var day = _from; day < end; day = day.AddDays(1))
        {
            // Tenths of a month rather than weeks, which drift; but none close to the 1st of the next.
            var toNext = DateTime.DaysInMonth(day.Year, day.Month) + 1 - day.Day;
            if ((day.Day - 1) % every == 0 && toNext >= 0.75 * every)
            {
                marks.Add(day);
            }
        }

        foreach (var day in marks)
        {
            double at = day.DayNumber - _from.DayNumber;
            yield return (Fits(at, measure(_phrases.DayOfMonth(day)), room) ? at : null, at, at, _phrases.DayOfMonth(day));
        }
    }

    private IEnumerable<(double? At, double From, double To, string Text)> ByMonths(
        DateOnly end, float room, Func<string, float> measure)
    {
        var spansYears = end.AddDays(-1).Year != _from.Year;
        var widest = Enumerable.Range(1, 12).Max(m => measure(_phrases.Month(m)));
        if (spansYears)
        {
            widest = Math.Max(widest, measure(_phrases.Year(_from.Year)));
        }

        var every = Every([1, 2, 3, 6, 12], 30.4f * room / Days, widest);
        for (var month = _from.AddDays(1 - _from.Day); month < end; month = month.AddMonths(1))
        {
            var (from, to) = Clip(month, month.AddMonths(1), end);
            var text = spansYears && month.Month == 1 ? _phrases.Year(month.Year) : _phrases.Month(month.Month);
            var at = (from + to) / 2;
            var isShown = (month.Month - 1) % every == 0 && HasRoom(from, to, every, measure(text), room) && Fits(at, measure(text), room);
            yield return (isShown ? at : null, from, to, text);
        }
    }

    private IEnumerable<(double? At, double From, double To, string Text)> ByYears(
        DateOnly end, float room, Func<string, float> measure)
    {
        var every = Every([1, 2, 5, 10, 20, 50], 365f * room / Days, measure(_phrases.Year(2000)));
        for (var year = new DateOnly(_from.Year, 1, 1); year < end; year = year.AddYears(1))
        {
            var (from, to) = Clip(year, year.AddYears(1), end);
            var at = (from + to) / 2;
            var text = _phrases.Year(year.Year);
            var isShown = year.Year % every == 0 && HasRoom(from, to, every, measure(text), room) && Fits(at, measure(text), room);
            yield return (isShown ? at : null, from, to, text);
        }
    }

    private (double From, double To) Clip(DateOnly from, DateOnly to, DateOnly end) =>
        (Math.Max(0, from.DayNumber - _from.DayNumber), Math.Min(to.DayNumber, end.DayNumber) - _from.DayNumber);

    // The first and the last month or year may be cut short; where only some are labelled, the next label is far enough.
    private bool HasRoom(double from, double to, int every, float width, float room) =>
        every > 1 || room * (to - from) / Days >= width + 2;

    // A label may hang over the end of the axis by a few units only.
    private bool Fits(double at, float width, float room)
    {
        var x = (float)(room * at / Days);
        return x - (width / 2) >= -22 && x + (width / 2) <= room + 12;
    }

    private static int Every(ReadOnlySpan<int> steps, float unit, float widest)
    {
        foreach (var step in steps)
        {
            if (step * unit >= widest + Gap)
            {
                return step;
            }
        }

        return steps[^1];
    }
}
