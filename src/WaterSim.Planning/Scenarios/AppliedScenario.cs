using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Scenarios;

/// <summary>A county as a scenario leaves it.</summary>
public sealed record AppliedScenario
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The county as it is changed.</summary>
    public required CountySystem System { get; init; }

    /// <summary>The network as it is changed, with the scenario's duration.</summary>
    public required Network Network { get; init; }

    /// <summary>Year of inflow that a run of many days is to have, or null.</summary>
    public string? InflowYear { get; init; }

    /// <summary>Price of water that all classes pay, yuan/m3, or null for the county's; <see cref="System"/> has it where it has prices.</summary>
    public double? WaterPrice { get; init; }
}
