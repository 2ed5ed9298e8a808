namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>The year of a run of many days is another; a day's run does not feel it.</summary>
public sealed record DroughtInflow : ScenarioChange
{
    /// <summary>Id of the year of inflow.</summary>
    public required string Year { get; init; }
}
