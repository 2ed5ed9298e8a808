using System.Collections.Immutable;
using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace WaterSim.Plots.Drawing;

/// <summary>The horizontal axis of everything that goes on over a run.</summary>
internal sealed class TimeAxis
{
    private readonly Tick[] _ticks;

    public TimeAxis(ImmutableArray<TimeSpan> times, TimeSpan startClock, Lettering.Phrases phrases)
    {
        Hours = [.. times.Select(t => t.TotalHours)];
        var first = Hours.Length > 0 ? Hours[0] : 0;
        var last = Hours.Length > 0 ? Hours[^1] : 0;
        var span = last - first;
        IsClock = span <= 48;
        Label = IsClock ? phrases.TimeOfDay : phrases.TimeSinceStart;
        var offset = IsClock ? startClock.TotalHours : 0;
        var step = span <= 6 ? 1 : span <= 12 ? 2 : span <= 24 ? 3 : span <= 48 ? 6 : span <= 96 ? 12
            : 24 * Math.Max(1, NiceSteps.Step(span / 24, 8));
        var ticks = new List<Tick>();
        for (var i = (long)Math.Ceiling((first + offset - 1e-9) / step); i * step <= last + offset + 1e-9; i++)
        {
            var at = i * step;
            ticks.Add(Tick.Major(at - offset, IsClock ? Clock(at) : AxisStyle.Number(at)));
        }

        _ticks = [.. ticks];
    }

    /// <summary>Reported times since the start, h.</summary>
    public double[] Hours { get; }

    /// <summary>Whether ticks are clock times.</summary>
    public bool IsClock { get; }

    public string Label { get; }

    /// <summary>Whether anything can be drawn over it.</summary>
    public bool HasSpan => Hours.Length > 1 && Hours[^1] > Hours[0];

    /// <summary>Gives a plot this axis, every so many ticks with a label or none.</summary>
    public void Apply(Plot plot, bool isLabelled = true, int every = 1)
    {
        plot.Axes.SetLimitsX(Hours[0], Hours[^1]);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. _ticks.Select((t, i) => isLabelled && i % every == 0 ? t : Tick.Major(t.Position, string.Empty))]);
    }

    /// <summary>A time of this axis as text: <c>19:30</c>, or hours.</summary>
    public static string Clock(double hours)
    {
        var minutes = (long)Math.Round(hours * 60);
        var (hour, minute) = (minutes / 60, minutes % 60);

        // The end of a day reads 24:00, not 00:00.
        hour = hour > 24 ? hour % 24 : hour;
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
    }
}
