namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>Water is drawn to fight a fire.</summary>
public sealed record FireFlow : ScenarioChange
{
    /// <summary>Id of the junction with the hydrant.</summary>
    public required string Node { get; init; }

    /// <summary>What is drawn, m3/s.</summary>
    public required double Flow { get; init; }
}
