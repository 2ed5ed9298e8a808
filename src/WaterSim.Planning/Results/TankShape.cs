using MathNet.Numerics.Interpolation;
using WaterSim.Model;

namespace WaterSim.Planning.Results;

/// <summary>The volume of a tank.</summary>
internal static class TankShape
{
    /// <summary>
    /// Volume when full, m3: from the volume curve, or the volume below the minimum level plus the cylinder above it
    /// (the whole cylinder where the former is not given).
    /// </summary>
    public static double FullVolume(Tank tank, Network network)
    {
        if (tank.VolumeCurveId is { } id && network.FindCurve(id) is { Points.Length: >= 2 } curve)
        {
            var spline = LinearSpline.InterpolateSorted(
                [.. curve.Points.Select(p => p.X)], [.. curve.Points.Select(p => p.Y)]);
            return spline.Interpolate(tank.MaximumLevel);
        }

        var area = Math.PI * tank.Diameter * tank.Diameter / 4;
        var below = tank.MinimumVolume > 0 ? tank.MinimumVolume : area * tank.MinimumLevel;
        return below + (area * (tank.MaximumLevel - tank.MinimumLevel));
    }
}
