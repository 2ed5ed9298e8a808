using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.Coupling;

/// <summary>Patterns by the hours of the clock.</summary>
internal static class DailyPatterns
{
    private const int Hours = 24;

    /// <summary>The patterns of a network as they are from midnight to midnight, hour by hour; of longer ones the first day.</summary>
    public static ImmutableArray<Pattern> Of(Network network)
    {
        var times = network.Times;
        return times is { PatternStep.Ticks: TimeSpan.TicksPerHour, PatternStart.Ticks: 0, StartClockTime.Ticks: 0 }
            ? network.Patterns
            : [.. network.Patterns.Select(p => p with { Multipliers = [.. Enumerable.Range(0, Hours).Select(h => HourOf(p, times, h))] })];
    }

    /// <summary>Mean of a pattern, or of the network's default pattern where the id is null, -.</summary>
    public static double Mean(Network network, string? id) =>
        (id ?? network.Options.DefaultPatternId) is { } known && network.FindPattern(known) is { Multipliers.Length: > 0 } pattern
            ? pattern.Multipliers.Average()
            : 1;

    // The mean over the hour's minutes, for patterns of any step.
    private static double HourOf(Pattern pattern, TimeOptions times, int hour)
    {
        var sum = 0.0;
        for (var minute = 0; minute < 60; minute++)
        {
            var clock = TimeSpan.FromMinutes((60 * hour) + minute) - times.StartClockTime;
            var since = clock < TimeSpan.Zero ? clock + TimeSpan.FromDays(1) : clock;
            var period = (since + times.PatternStart).Ticks / Math.Max(TimeSpan.TicksPerSecond, times.PatternStep.Ticks);
            sum += pattern.Multipliers[(int)(period % pattern.Multipliers.Length)];
        }

        return sum / 60;
    }
}
