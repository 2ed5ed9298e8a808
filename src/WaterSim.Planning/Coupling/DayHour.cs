using System.Collections.Immutable;

namespace WaterSim.Planning.Coupling;

/// <summary>
/// An hour of a <see cref="YearDay"/>. Volumes are m3 of the hour, exactly as the hydraulics moved them; levels and pressures are
/// those at its beginning.
/// </summary>
public sealed record DayHour
{
    /// <summary>Given by each plant: what left its clear well by its outlets, in the system's order.</summary>
    public required ImmutableArray<double> PlantOutput { get; init; }

    /// <summary>Passed by each interconnection, by its link's direction, in the system's order.</summary>
    public required ImmutableArray<double> Transfer { get; init; }

    /// <summary>Level of each tank above its bottom, m, in the order in which tanks stand in the network that was read.</summary>
    public required ImmutableArray<double> TankLevel { get; init; }

    /// <summary>Asked for by each community, rationing applied, in the system's order.</summary>
    public required ImmutableArray<double> Required { get; init; }

    /// <summary>Delivered to each community, leakage left out.</summary>
    public required ImmutableArray<double> Delivered { get; init; }

    /// <summary>Lowest pressure head at any of a community's nodes, m; 0 where one has no source.</summary>
    public required ImmutableArray<double> LowestPressure { get; init; }
}
