using WaterSim.Model;

namespace WaterSim.Planning.Resources;

/// <summary>Patterns of a network as the 24 hours of a day from midnight.</summary>
internal static class DayShape
{
    /// <summary>Hours of a day.</summary>
    public const int Hours = 24;

    private const long HourTicks = TimeSpan.TicksPerHour;
    private const long DayTicks = TimeSpan.TicksPerDay;

    /// <summary>Whether a pattern repeats after a day, a part of it or some whole days, so that it has a day's shape.</summary>
    public static bool Fits(Network network, Pattern pattern)
    {
        var cycle = network.Times.PatternStep.Ticks * pattern.Multipliers.Length;
        return cycle > 0 && (DayTicks % cycle == 0 || cycle % DayTicks == 0);
    }

    /// <summary>Hourly means of a pattern, of mean 1; all 1 where it has no positive mean. Of a pattern of several days, its mean day.</summary>
    /// <remarks>The run's start has the clock time and the place in patterns that the network's times say.</remarks>
    public static double[] Of(Network network, Pattern pattern)
    {
        var times = network.Times;
        var step = times.PatternStep.Ticks;
        var multipliers = pattern.Multipliers;
        var days = Math.Max(1, step * multipliers.Length / DayTicks);
        var shape = new double[Hours];
        for (var hour = 0; hour < Hours; hour++)
        {
            for (var day = 0; day < days; day++)
            {
                // Place in the pattern, from midnight of the pattern's first day on.
                var from = (day * DayTicks) + (hour * HourTicks) - times.StartClockTime.Ticks + times.PatternStart.Ticks;
                var end = from + HourTicks;
                while (from < end)
                {
                    var period = FloorDivide(from, step);
                    var to = Math.Min(end, (period + 1) * step);
                    var at = (int)(((period % multipliers.Length) + multipliers.Length) % multipliers.Length);
                    shape[hour] += multipliers[at] * ((to - from) / (double)HourTicks);
                    from = to;
                }
            }
        }

        ToMeanOne(shape);
        return shape;
    }

    /// <summary>Brings hours to mean 1; all 1 where they have no positive mean.</summary>
    public static void ToMeanOne(Span<double> shape)
    {
        var sum = 0.0;
        foreach (var value in shape)
        {
            sum += value;
        }

        if (!(sum > 0))
        {
            shape.Fill(1);
            return;
        }

        for (var h = 0; h < shape.Length; h++)
        {
            shape[h] *= shape.Length / sum;
        }
    }

    private static long FloorDivide(long value, long by) => value >= 0 ? value / by : -((by - 1 - value) / by);
}
