namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>Water escapes through a hole.</summary>
public sealed record Burst : ScenarioChange
{
    /// <summary>Id of the junction at which it escapes.</summary>
    public required string Node { get; init; }

    /// <summary>Diameter of the hole, m.</summary>
    public required double Orifice { get; init; }

    /// <summary>Discharge coefficient of the hole, -.</summary>
    public double DischargeCoefficient { get; init; } = 0.6;
}
