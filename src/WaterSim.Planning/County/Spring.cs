using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>What a spring yields by how wet the last months were. It stores nothing: what is not drawn is gone.</summary>
public sealed record Spring
{
    /// <summary>Id of the <see cref="WaterSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Days whose rain the yield follows; 1 or more.</summary>
    public required int Memory { get; init; }

    /// <summary>Yield by wetness, rising; at least one point. Straight between points, level beyond them.</summary>
    public required ImmutableArray<YieldPoint> Yield { get; init; }
}
