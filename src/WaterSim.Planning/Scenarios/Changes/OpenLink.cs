namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>A link lets everything through: a pipe is open, a pump runs, a valve no longer regulates.</summary>
public sealed record OpenLink : ScenarioChange
{
    /// <summary>Id of the link.</summary>
    public required string Link { get; init; }
}
