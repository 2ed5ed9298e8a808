namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>A link lets nothing through, whatever its controls say.</summary>
public sealed record CloseLink : ScenarioChange
{
    /// <summary>Id of the link.</summary>
    public required string Link { get; init; }
}
