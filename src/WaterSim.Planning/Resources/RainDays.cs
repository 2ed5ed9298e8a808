using MathNet.Numerics.Distributions;

namespace WaterSim.Planning.Resources;

/// <summary>
/// On which days of a month it rains. Wet and dry days follow each other as a chain of two states whose share of wet days is
/// the month's rain over <see cref="MeanWetDay"/>, so that little rain falls on few days and dry spells come about; wet
/// days' amounts are exponential, then scaled so that the month has its total.
/// </summary>
/// <remarks>
/// C. W. Richardson, Stochastic simulation of daily precipitation, temperature, and solar radiation, Water Resources Research 17,
/// 1981: chain and exponential amounts. The two numbers are assumptions for a humid subtropical climate.
/// </remarks>
internal static class RainDays
{
    /// <summary>Rain of a mean wet day, m.</summary>
    private const double MeanWetDay = 0.009;

    /// <summary>Chance of rain after a wet day less that after a dry one, -.</summary>
    private const double Clustering = 0.3;

    private const double MostWet = 0.85;

    /// <summary>Shares out a month's rain.</summary>
    /// <param name="rain">Rain of the month, m.</param>
    /// <param name="days">Rain of each of its days, m; filled.</param>
    /// <param name="random">The month's own random numbers.</param>
    public static void Fill(double rain, Span<double> days, SeededSource random)
    {
        days.Clear();
        if (!(rain > 0))
        {
            return;
        }

        var wet = Math.Min(rain / (MeanWetDay * days.Length), MostWet);
        var sum = 0.0;
        var isWet = false;
        for (var d = 0; d < days.Length; d++)
        {
            var chance = d == 0 ? wet : (wet * (1 - Clustering)) + (isWet ? Clustering : 0);
            isWet = random.NextDouble() < chance;

            // Drawn on dry days too, so that amounts stay where they are as the chance changes.
            var amount = Exponential.Sample(random, 1);
            if (isWet)
            {
                days[d] = amount;
                sum += amount;
            }
        }

        if (!(sum > 0))
        {
            days[(int)(random.NextDouble() * days.Length)] = rain;
            return;
        }

        foreach (ref var day in days)
        {
            day *= rain / sum;
        }
    }
}
