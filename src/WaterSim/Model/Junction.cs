using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>A node where water is drawn or pipes join.</summary>
public sealed record Junction : Node
{
    private readonly RareOfJunction _rare = RareOfJunction.None;

    /// <summary>Ground or pipe elevation, m.</summary>
    public double Elevation { get; init; }

    /// <summary>What is drawn here, one entry per demand category. Empty: nothing.</summary>
    public ImmutableArray<Demand> Demands { get; init; } = [];

    /// <summary>
    /// Pressure head below which nothing is delivered here, m (pressure driven), or null for the network's. An INP file
    /// cannot hold it; a JSON file can.
    /// </summary>
    public double? MinimumPressure
    {
        get => _rare.MinimumPressure;
        init => _rare = value == _rare.MinimumPressure ? _rare : _rare with { MinimumPressure = value };
    }

    /// <summary>
    /// Pressure head from which the whole demand is delivered here, m (pressure driven), or null for the network's. An
    /// INP file cannot hold it; a JSON file can.
    /// </summary>
    public double? RequiredPressure
    {
        get => _rare.RequiredPressure;
        init => _rare = value == _rare.RequiredPressure ? _rare : _rare with { RequiredPressure = value };
    }

    /// <summary>
    /// Emitter coefficient: discharge at 1 m of pressure head, m3/s per m^exponent
    /// (<see cref="HydraulicOptions.EmitterExponent"/>). 0: no emitter.
    /// </summary>
    public double EmitterCoefficient
    {
        get => _rare.EmitterCoefficient;
        init => _rare = value == _rare.EmitterCoefficient ? _rare : _rare with { EmitterCoefficient = value };
    }
}
