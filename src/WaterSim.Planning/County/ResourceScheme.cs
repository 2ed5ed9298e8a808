using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>Water before it is treated: climate, storage, springs and years of inflow; <c>resources:</c> of <c>system.yaml</c>.</summary>
public sealed record ResourceScheme
{
    /// <summary>The average year's climate.</summary>
    public required ClimateNormals Climate { get; init; }

    /// <summary>Storage reservoirs: one for every source of kind reservoir, in the file's order.</summary>
    public ImmutableArray<StorageReservoir> Reservoirs { get; init; } = [];

    /// <summary>Springs: one for every source of kind spring, in the file's order.</summary>
    public ImmutableArray<Spring> Springs { get; init; } = [];

    /// <summary>Years that have a name, such as <c>average</c> and <c>dry95</c>; at least one.</summary>
    public ImmutableArray<InflowYear> Years { get; init; } = [];
}
