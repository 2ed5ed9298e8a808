using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>A pumping station within the network.</summary>
public sealed record BoosterStation
{
    /// <summary>Its id, unique among boosters.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Id of the town it serves.</summary>
    public required string Town { get; init; }

    /// <summary>Ids of the pumps that run in normal operation; at least one.</summary>
    public required ImmutableArray<string> Duty { get; init; }

    /// <summary>Ids of the pumps kept in reserve; may be empty.</summary>
    public ImmutableArray<string> Standby { get; init; } = [];
}
