using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>
/// The water of a community over the last day of a run. What was not followed is null or empty; a mean is taken over the
/// day at each node, and over the nodes by the water each draws.
/// </summary>
public sealed record CommunityQuality
{
    /// <summary>The community.</summary>
    public required Community Community { get; init; }

    /// <summary>Lowest free chlorine at any of its nodes and any time, g/m3.</summary>
    public double? LowestChlorine { get; init; }

    /// <summary>Id of the node of <see cref="LowestChlorine"/>.</summary>
    public string? LowestChlorineNode { get; init; }

    /// <summary>Highest free chlorine at any of its nodes and any time, g/m3.</summary>
    public double? HighestChlorine { get; init; }

    /// <summary>Mean age, s.</summary>
    public double? MeanAge { get; init; }

    /// <summary>Highest age at any of its nodes and any time, s.</summary>
    public double? OldestAge { get; init; }

    /// <summary>Id of the node of <see cref="OldestAge"/>.</summary>
    public string? OldestAgeNode { get; init; }

    /// <summary>Mean share of each of <see cref="CountyQuality.Sources"/>, -; they add up to 1.</summary>
    public ImmutableArray<double> Shares { get; init; } = [];
}
