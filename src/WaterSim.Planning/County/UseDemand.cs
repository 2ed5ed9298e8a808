using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>A use, and the categories of the network's demands that make it up.</summary>
public sealed record UseDemand
{
    /// <summary>The use. That of households is scaled to people and per-head use, others stay what the network says.</summary>
    public required WaterUse Use { get; init; }

    /// <summary>Categories of the network's demands; at least one.</summary>
    public required ImmutableArray<string> Categories { get; init; }

    /// <summary>Growth a year, -; of households that of people is meant and this is 0.</summary>
    public double Growth { get; init; }
}
