using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>A raw water source of the county.</summary>
public sealed record WaterSource
{
    /// <summary>Id of the INP reservoir that stands for it.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Reservoir or spring.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>In use or standby.</summary>
    public required SourceDuty Duty { get; init; }

    /// <summary>Ids of the plants it feeds; may be empty.</summary>
    public ImmutableArray<string> Plants { get; init; } = [];
}
