namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>A source is polluted and nothing is drawn from it.</summary>
public sealed record SourceShut : ScenarioChange
{
    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }
}
