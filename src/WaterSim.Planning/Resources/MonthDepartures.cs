using MathNet.Numerics.Distributions;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// By how much the inflow of a month departs from what the year's factor says: factors X with mean 1, lognormal, correlated from
/// month to month and from source to source.
/// <code>
/// X = exp(s Z - s^2 / 2)                                  s^2 = ln(1 + v^2)
/// Z(k, m) = r Z(k, m-1) + sqrt(1 - r^2) e(k, m)           r = ln(1 + p v^2) / s^2
/// e(k, m) = sqrt(b) g(m) + sqrt(1 - b) h(k, m)            b = ln(1 + c v^2) / s^2
/// </code>
/// v coefficient of variation of X; p correlation of X with the month before, c of two sources in one month; g, h independent
/// standard normal numbers. X then has mean 1 and v, p and c exactly, since of two lognormals with correlation r of their
/// logarithms the correlation is (exp(r s^2) - 1) / (exp(s^2) - 1). The first month's Z is g and h themselves.
/// Source: the lag-one model of H. A. Thomas, M. B. Fiering, 1962, on logarithms.
/// </summary>
internal sealed class MonthDepartures
{
    private readonly double[] _factors;
    private readonly int _months;

    /// <summary>Draws the factors of some sources over some months.</summary>
    public MonthDepartures(InflowYear year, int sources, int months, long seed)
    {
        _months = months;
        _factors = new double[sources * months];
        Array.Fill(_factors, 1);
        if (!(year.Variation > 0))
        {
            return;
        }

        var square = year.Variation * year.Variation;
        var variance = Math.Log(1 + square);
        var sigma = Math.Sqrt(variance);
        var lag = Math.Log(1 + (year.Persistence * square)) / variance;
        var fresh = Math.Sqrt(Math.Max(1 - (lag * lag), 0));
        var common = Math.Log(1 + (year.Correlation * square)) / variance;
        var (shared, own) = (Math.Sqrt(common), Math.Sqrt(Math.Max(1 - common, 0)));
        var county = Normals(new SeededSource(seed, SeedUse.County, 0), months);
        for (var k = 0; k < sources; k++)
        {
            var alone = Normals(new SeededSource(seed, SeedUse.Source, k), months);
            var z = 0.0;
            for (var m = 0; m < months; m++)
            {
                var e = (shared * county[m]) + (own * alone[m]);
                z = m == 0 ? e : (lag * z) + (fresh * e);
                _factors[(k * months) + m] = Math.Exp((sigma * z) - (variance / 2));
            }
        }
    }

    /// <summary>Factor on a month's inflow, -; 1 before the first month.</summary>
    public double this[int source, int month] => month < 0 ? 1 : _factors[(source * _months) + month];

    private static double[] Normals(SeededSource random, int count)
    {
        var made = new double[count];
        for (var i = 0; i < count; i++)
        {
            made[i] = Normal.Sample(random, 0, 1);
        }

        return made;
    }
}
