namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Volume of a tank by its level and back:
/// <code>
/// V = Vmin + A (z - zmin)                   a cylinder of area A
/// V = the curve at z                        a tank with a volume curve, straight lines between its points
/// </code>
/// V volume (m3), z level above the bottom (m), zmin lowest level (m), Vmin volume below it (m3).
/// </summary>
internal sealed class TankShape
{
    private readonly double _area;
    private readonly double _minimumLevel;
    private readonly double[]? _levels;
    private readonly double[]? _volumes;

    /// <summary>A cylinder.</summary>
    public TankShape(double diameter, double minimumLevel, double minimumVolume)
    {
        _area = Math.PI * diameter * diameter / 4;
        _minimumLevel = minimumLevel;
        MinimumVolume = minimumVolume > 0 ? minimumVolume : _area * minimumLevel;
    }

    /// <summary>A shape given by a curve of volume (m3) by level (m).</summary>
    public TankShape(double[] levels, double[] volumes, double minimumLevel)
    {
        _levels = levels;
        _volumes = volumes;
        _minimumLevel = minimumLevel;
        MinimumVolume = PiecewiseLinear.Value(levels, volumes, minimumLevel);
    }

    /// <summary>Volume at the lowest level, m3.</summary>
    public double MinimumVolume { get; }

    /// <summary>Volume at a level, m3.</summary>
    public double Volume(double level) => _levels is null
        ? MinimumVolume + (_area * (level - _minimumLevel))
        : PiecewiseLinear.Value(_levels, _volumes!, level);

    /// <summary>Level at a volume, m above the bottom.</summary>
    public double Level(double volume) => _levels is null
        ? _minimumLevel + ((volume - MinimumVolume) / _area)
        : PiecewiseLinear.Value(_volumes!, _levels, volume);
}
