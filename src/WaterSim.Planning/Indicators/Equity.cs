namespace WaterSim.Planning.Indicators;

/// <summary>
/// How evenly something is shared among people. Each value x_i stands for P_i people:
/// <code>
/// mean          m = sum_i P_i x_i / N,    N = sum_i P_i
/// Gini          G = sum_i sum_j P_i P_j |x_i - x_j| / (2 N^2 m)
/// worst share   w(a) = mean of x over the a N people who have least
/// </code>
/// G is 0 where all have the same and nears 1 where one has everything; the unit of m and w is that of x. Source: Gini (1912), as
/// Sen (1973), <i>On Economic Inequality</i>, writes it, with people as weights.
/// </summary>
public static class Equity
{
    /// <summary>Mean by people, in the unit of the values; null where there are no people.</summary>
    /// <param name="values">A value and the people who have it, 0 or more.</param>
    public static double? Mean(IEnumerable<(double Value, double People)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double people = 0, sum = 0;
        foreach (var (value, count) in values)
        {
            people += count;
            sum += count * value;
        }

        return people > 0 ? sum / people : null;
    }

    /// <summary>Gini coefficient, 0 to 1, -; null where there are no people or the mean is not above 0.</summary>
    /// <param name="values">A value, 0 or more, and the people who have it, 0 or more.</param>
    public static double? Gini(IEnumerable<(double Value, double People)> values)
    {
        ArgumentNullException.ThrowIfNull(values);

        // In order of value, sum_i sum_j P_i P_j |x_i - x_j| / 2 is the sum over i of P_i (x_i P_before - sum_before).
        double people = 0, sum = 0, differences = 0;
        foreach (var (value, count) in values.OrderBy(v => v.Value))
        {
            differences += count * ((value * people) - sum);
            people += count;
            sum += count * value;
        }

        return people > 0 && sum > 0 ? Math.Max(0, differences) / (people * sum) : null;
    }

    /// <summary>Mean of those who have least, in the unit of the values; null where there are no people.</summary>
    /// <param name="values">A value and the people who have it, 0 or more.</param>
    /// <param name="share">Share of the people, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is none.</exception>
    public static double? WorstShare(IEnumerable<(double Value, double People)> values, double share)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share of people is above 0 and at most 1.");
        }

        var sorted = values.OrderBy(v => v.Value).ToArray();
        var wanted = share * sorted.Sum(v => v.People);
        double taken = 0, sum = 0;
        foreach (var (value, count) in sorted)
        {
            var part = Math.Min(count, wanted - taken);
            taken += part;
            sum += part * value;
        }

        return taken > 0 ? sum / taken : null;
    }

    /// <summary>One number over another, or null where either is missing or the other is 0.</summary>
    internal static double? Ratio(double? of, double? to) => to is null or 0 ? null : of / to;
}
