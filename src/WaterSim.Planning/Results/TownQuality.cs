using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>The water of a town's communities over the last day of a run, as <see cref="CommunityQuality"/>.</summary>
public sealed record TownQuality
{
    /// <summary>The town.</summary>
    public required Town Town { get; init; }

    /// <summary>Lowest free chlorine at any node and any time, g/m3.</summary>
    public double? LowestChlorine { get; init; }

    /// <summary>Mean age, s, by the water that nodes draw.</summary>
    public double? MeanAge { get; init; }

    /// <summary>Highest age at any node and any time, s.</summary>
    public double? OldestAge { get; init; }

    /// <summary>Mean share of each of <see cref="CountyQuality.Sources"/>, -, by the water that nodes draw.</summary>
    public ImmutableArray<double> Shares { get; init; } = [];
}
