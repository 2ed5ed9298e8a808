using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>
/// Free chlorine over the last day of a run, against the county's limits. People count with their community: its least
/// node at its least time speaks for all of them, as in <see cref="ServiceSummary"/>.
/// </summary>
public sealed record ChlorineSummary
{
    /// <summary>The limits.</summary>
    public required ChlorineLimits Limits { get; init; }

    /// <summary>People of communities that have at least the tap's limit at every node and all times.</summary>
    public required int PeopleAtOrAbove { get; init; }

    /// <summary>People of communities that have more than the highest limit at some node and time.</summary>
    public required int PeopleAboveMaximum { get; init; }

    /// <summary>The community of least chlorine, or null where there are none.</summary>
    public required CommunityQuality? Lowest { get; init; }

    /// <summary>Communities below the tap's limit at some node and time, the lowest first.</summary>
    public required ImmutableArray<CommunityQuality> Below { get; init; }

    /// <summary>What leaves the plants, in the system file's order.</summary>
    public required ImmutableArray<PlantChlorine> Plants { get; init; }

    /// <summary>Chlorine that went and is left over what was there and came, over the whole run, -.</summary>
    public required double BalanceRatio { get; init; }
}
