using WaterSim.Planning.County;

namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>Frost cracks service pipes: a share of the nodes of some communities leaks.</summary>
public sealed record FreezeBursts : ScenarioChange
{
    /// <summary>Id of the town, or null for all.</summary>
    public string? Town { get; init; }

    /// <summary>Class of the communities, or null for both.</summary>
    public CommunityClass? Class { get; init; }

    /// <summary>Share of their nodes that leak, -; above 0, at most 1. At least one leaks.</summary>
    public required double Share { get; init; }

    /// <summary>Diameter of each hole, m.</summary>
    public required double Orifice { get; init; }

    /// <summary>Discharge coefficient of each hole, -.</summary>
    public double DischargeCoefficient { get; init; } = 0.6;

    /// <summary>Chooses which nodes leak: the same seed, the same nodes.</summary>
    public required int Seed { get; init; }
}
