using WaterSim.Model;

namespace WaterSim.Planning.Coupling;

/// <summary>Volume of a tank by level: its curve, or a cylinder above the volume below its minimum level.</summary>
internal sealed class TankVolume
{
    private readonly double[] _levels;
    private readonly double[] _volumes;

    public TankVolume(Tank tank, Network network)
    {
        if (tank.VolumeCurveId is { } id && network.FindCurve(id) is { Points.Length: >= 2 } curve)
        {
            _levels = [.. curve.Points.Select(p => p.X)];
            _volumes = [.. curve.Points.Select(p => p.Y)];
            return;
        }

        var area = Math.PI * tank.Diameter * tank.Diameter / 4;
        var below = tank.MinimumVolume > 0 ? tank.MinimumVolume : area * tank.MinimumLevel;
        _levels = [tank.MinimumLevel, tank.MaximumLevel];
        _volumes = [below, below + (area * (tank.MaximumLevel - tank.MinimumLevel))];
    }

    /// <summary>Volume at a level, m3.</summary>
    public double At(double level) => Between(_levels, _volumes, level);

    /// <summary>Level at a share of the volume between the curve's ends, m.</summary>
    public double LevelAt(double share) => Between(_volumes, _levels, _volumes[0] + (share * (_volumes[^1] - _volumes[0])));

    // Straight between points and beyond the last two.
    private static double Between(double[] xs, double[] ys, double x)
    {
        var i = 1;
        while (i < xs.Length - 1 && x > xs[i])
        {
            i++;
        }

        return xs[i] > xs[i - 1] ? ys[i - 1] + ((ys[i] - ys[i - 1]) * (x - xs[i - 1]) / (xs[i] - xs[i - 1])) : ys[i - 1];
    }
}
