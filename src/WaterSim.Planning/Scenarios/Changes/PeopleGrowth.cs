using WaterSim.Planning.County;

namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>People become more or fewer, and households' demand with them.</summary>
public sealed record PeopleGrowth : ScenarioChange
{
    /// <summary>Growth a year, -.</summary>
    public required double PerYear { get; init; }

    /// <summary>Years.</summary>
    public required int Years { get; init; }

    /// <summary>Id of the town, or null for all.</summary>
    public string? Town { get; init; }

    /// <summary>Class of the communities, or null for both.</summary>
    public CommunityClass? Class { get; init; }
}
