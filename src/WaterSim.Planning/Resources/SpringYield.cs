using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// What a spring yields: straight between the points of its curve, level beyond them, of the wetness
/// <code>
/// w = sum of q over the last N days / sum of q' over the same days
/// </code>
/// q the day's water of its catchment in this year, q' in an average year whose rain falls on the same days; N the spring's memory.
/// A karst aquifer passes on the water of weeks or months, which a running mean stands for.
/// </summary>
internal static class SpringYield
{
    /// <summary>Yield at a wetness.</summary>
    /// <param name="curve">Points, rising in wetness.</param>
    /// <param name="wetness">-, 1 in an average year.</param>
    /// <returns>m3 a day.</returns>
    public static double At(ImmutableArray<YieldPoint> curve, double wetness)
    {
        if (!(wetness > curve[0].Wetness))
        {
            return curve[0].Yield;
        }

        for (var i = 1; i < curve.Length; i++)
        {
            var (from, to) = (curve[i - 1], curve[i]);
            if (wetness <= to.Wetness)
            {
                return from.Yield + ((to.Yield - from.Yield) * ((wetness - from.Wetness) / (to.Wetness - from.Wetness)));
            }
        }

        return curve[^1].Yield;
    }

    /// <summary>
    /// The day of a spring, which stores nothing: what is not drawn spills. Where more was drawn than it yielded, the next days' yield
    /// makes it good first.
    /// </summary>
    /// <param name="before">Overdrawn before, m3; 0 or negative.</param>
    /// <param name="yield">The day's yield, m3.</param>
    /// <param name="draw">For supply, m3.</param>
    public static SourceDay Day(double before, double yield, double draw)
    {
        var left = before + yield - draw;
        return new SourceDay
        {
            Before = before,
            Inflow = yield,
            Rain = 0,
            Evaporation = 0,
            Seepage = 0,
            Release = 0,
            Draw = draw,
            Spill = Math.Max(left, 0),
            After = Math.Min(left, 0),
            Level = double.NaN,
        };
    }
}
