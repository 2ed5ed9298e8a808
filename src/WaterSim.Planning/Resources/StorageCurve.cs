using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// Volume and water surface of a reservoir by its level. Between two points of the curve volume and area are straight in
/// level, so that level and volume turn into each other exactly; below the first and above the last point they stay level:
/// <code>
/// V(z) = V1 + (V2 - V1) (z - z1) / (z2 - z1)
/// A(z) = A1 + (A2 - A1) (z - z1) / (z2 - z1)
/// </code>
/// z level, m above sea; V stored below it, m3; A water surface, m2. The area that is straight in level is not dV/dz, which is
/// constant between points; a curve in steps of a metre or two makes the difference small. Immutable.
/// </summary>
public sealed class StorageCurve
{
    private readonly double[] _levels;
    private readonly double[] _areas;
    private readonly double[] _volumes;

    /// <summary>A curve through points.</summary>
    /// <param name="points">Two or more, rising in level and volume, not falling in area, the first with volume 0.</param>
    /// <exception cref="ArgumentException">The points are not so.</exception>
    public StorageCurve(ImmutableArray<StoragePoint> points)
    {
        if (points.IsDefault || points.Length < 2 || points[0].Volume != 0 || !(points[0].Area >= 0))
        {
            throw new ArgumentException("A curve has two points or more and begins with volume 0.", nameof(points));
        }

        for (var i = 1; i < points.Length; i++)
        {
            if (!(points[i].Level > points[i - 1].Level && points[i].Volume > points[i - 1].Volume
                && points[i].Area >= points[i - 1].Area))
            {
                throw new ArgumentException(FormattableString.Invariant($"Point {i + 1} does not rise above point {i}."), nameof(points));
            }
        }

        _levels = [.. points.Select(p => p.Level)];
        _areas = [.. points.Select(p => p.Area)];
        _volumes = [.. points.Select(p => p.Volume)];
    }

    /// <summary>Level of the bottom, m.</summary>
    public double Bottom => _levels[0];

    /// <summary>Level of the last point, m.</summary>
    public double Top => _levels[^1];

    /// <summary>Water stored below a level.</summary>
    /// <param name="level">m above sea.</param>
    /// <returns>m3.</returns>
    public double Volume(double level) => Between(_levels, _volumes, level);

    /// <summary>Water surface at a level.</summary>
    /// <param name="level">m above sea.</param>
    /// <returns>m2.</returns>
    public double Area(double level) => Between(_levels, _areas, level);

    /// <summary>Level at which so much is stored.</summary>
    /// <param name="volume">m3.</param>
    /// <returns>m above sea, from <see cref="Bottom"/> to <see cref="Top"/>.</returns>
    public double Level(double volume) => Between(_volumes, _levels, volume);

    private static double Between(double[] x, double[] y, double at)
    {
        if (!(at > x[0]))
        {
            return y[0];
        }

        for (var i = 1; i < x.Length; i++)
        {
            if (at <= x[i])
            {
                // At a point exactly its value.
                return at == x[i] ? y[i] : y[i - 1] + ((y[i] - y[i - 1]) * ((at - x[i - 1]) / (x[i] - x[i - 1])));
            }
        }

        return y[^1];
    }
}
