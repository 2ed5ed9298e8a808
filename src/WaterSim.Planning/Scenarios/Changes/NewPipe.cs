namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>A pipe is laid.</summary>
public sealed record NewPipe : ScenarioChange
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the node at its start.</summary>
    public required string FromNode { get; init; }

    /// <summary>Id of the node at its end.</summary>
    public required string ToNode { get; init; }

    /// <summary>Length, m.</summary>
    public required double Length { get; init; }

    /// <summary>Inside diameter, m.</summary>
    public required double Diameter { get; init; }

    /// <summary>Roughness in the terms of the network.</summary>
    public required double Roughness { get; init; }
}
