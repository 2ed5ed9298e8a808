using WaterSim.Planning.County;

namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>Demand is more or less than usual. Leakage and inflows stay.</summary>
public sealed record DemandFactor : ScenarioChange
{
    /// <summary>Factor, -; 0 and above.</summary>
    public required double Factor { get; init; }

    /// <summary>Id of the town, or null for all.</summary>
    public string? Town { get; init; }

    /// <summary>Class of the communities, or null for both.</summary>
    public CommunityClass? Class { get; init; }

    /// <summary>Whose use it is, or null for all uses.</summary>
    public WaterUse? Use { get; init; }

    /// <summary>Pattern of the network that it follows meanwhile, or null for its own.</summary>
    public string? Pattern { get; init; }
}
