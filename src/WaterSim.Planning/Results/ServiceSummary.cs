using System.Collections.Immutable;

namespace WaterSim.Planning.Results;

/// <summary>
/// Who is served. A community is served when each of its demand nodes receives at least 99.9 % of the water asked for
/// over the run and has, at every reported time, at least the community's service head.
/// </summary>
public sealed record ServiceSummary
{
    /// <summary>Share of the water asked for that a node must receive over the run, -.</summary>
    public const double DeliveredShareOfService = 0.999;

    /// <summary>People of the county.</summary>
    public required int People { get; init; }

    /// <summary>People of the communities that are served.</summary>
    public required int PeopleServed { get; init; }

    /// <summary>One entry per community, in the system file's order.</summary>
    public required ImmutableArray<CommunityService> Communities { get; init; }

    /// <summary>Communities that are not served, in the system file's order.</summary>
    public required ImmutableArray<CommunityService> NotServed { get; init; }

    /// <summary>The ten communities of lowest pressure, the lowest first; those that no source reaches before all.</summary>
    public required ImmutableArray<CommunityService> Worst { get; init; }

    /// <summary>Mean demand asked for at junctions of no community, m3/s.</summary>
    public required double OtherRequired { get; init; }

    /// <summary>Mean demand delivered at junctions of no community, m3/s.</summary>
    public required double OtherDelivered { get; init; }
}
