using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>A water treatment plant: intake, treatment up to a capacity, clear well, outlets to the network.</summary>
public sealed record TreatmentPlant
{
    /// <summary>Its id, unique among plants.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Most it can treat, m3/s, positive.</summary>
    public required double Capacity { get; init; }

    /// <summary>Ids of the links that bring raw water.</summary>
    public ImmutableArray<string> Intake { get; init; } = [];

    /// <summary>Id of the node (tank, as a rule) that is its clear well.</summary>
    public required string ClearWell { get; init; }

    /// <summary>Ids of the links by which treated water leaves. Each must touch the <see cref="ClearWell"/>.</summary>
    public required ImmutableArray<string> Outlets { get; init; }

    /// <summary>Id of the node where a map marks the plant.</summary>
    public required string Node { get; init; }
}
