using System.Collections.Immutable;

namespace WaterSim.Planning.Results;

/// <summary>Quality of a county's water over the last day of a run; what was not followed is null or empty.</summary>
public sealed record CountyQuality
{
    /// <summary>Free chlorine; null where it was not followed or the county has no limits for it.</summary>
    public ChlorineSummary? Chlorine { get; init; }

    /// <summary>Age; null where it was not followed.</summary>
    public AgeSummary? Age { get; init; }

    /// <summary>
    /// Where water comes from: ids of the network's reservoirs, and what else a blend tells apart
    /// (<see cref="WaterSim.Quality.QualityResults.Columns"/>); empty where it was not followed.
    /// </summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>One entry per town, in the system file's order.</summary>
    public required ImmutableArray<TownQuality> Towns { get; init; }

    /// <summary>One entry per community, in the system file's order.</summary>
    public required ImmutableArray<CommunityQuality> Communities { get; init; }
}
