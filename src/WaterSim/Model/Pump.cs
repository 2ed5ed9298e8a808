namespace WaterSim.Model;

/// <summary>A pump, lifting from start to end. It has a head curve or a constant power.</summary>
public sealed record Pump : Link
{
    /// <summary>Curve of head (m) by flow (m3/s) at speed 1, or null where <see cref="Power"/> is given.</summary>
    public string? HeadCurveId { get; init; }

    /// <summary>Constant power given to the water, W, or null where a head curve is given.</summary>
    public double? Power { get; init; }

    /// <summary>Relative speed at the start, - (1: as the curve). 0: off.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Pattern that sets the speed over time, or null.</summary>
    public string? SpeedPatternId { get; init; }

    /// <summary>Whether the pump runs at the start: open (on) or closed (off).</summary>
    public LinkStatus InitialStatus { get; init; } = LinkStatus.Open;

    /// <summary>Curve of wire-to-water efficiency (percent) by flow (m3/s), or null for the network's.</summary>
    public string? EfficiencyCurveId { get; init; }

    /// <summary>Price of energy, currency per kWh, or null for the network's.</summary>
    public double? EnergyPrice { get; init; }

    /// <summary>Pattern that multiplies the price, or null for the network's.</summary>
    public string? PricePatternId { get; init; }
}
