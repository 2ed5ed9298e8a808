using WaterSim.Quality.Laws;

namespace WaterSim.Quality;

/// <summary>A reaction of a tank's water over a short time, and how much it has taken away.</summary>
/// <param name="law">The law.</param>
/// <param name="k">Its coefficient.</param>
/// <param name="dt">The time, s.</param>
internal struct TankReaction(BulkReaction law, double k, double dt) : ISegmentChange
{
    private readonly double _factor = law.IsFirstOrder ? Math.Exp(k * dt) : double.NaN;

    /// <summary>Taken away so far, g; below 0 where the substance grows.</summary>
    public double Reacted { get; private set; }

    /// <inheritdoc/>
    public double Apply(double value, double volume)
    {
        var after = law.IsFirstOrder ? value * _factor : Math.Max(0, value + (law.Rate(k, value) * dt));
        Reacted += (value - after) * volume;
        return after;
    }
}
