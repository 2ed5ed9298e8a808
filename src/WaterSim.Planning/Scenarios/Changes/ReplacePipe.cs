namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>A pipe is replaced by one of another size or smoothness.</summary>
public sealed record ReplacePipe : ScenarioChange
{
    /// <summary>Id of the pipe.</summary>
    public required string Pipe { get; init; }

    /// <summary>Inside diameter, m, or null for its own.</summary>
    public double? Diameter { get; init; }

    /// <summary>Roughness in the terms of the network, or null for its own.</summary>
    public double? Roughness { get; init; }
}
