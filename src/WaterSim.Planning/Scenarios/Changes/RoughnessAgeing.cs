namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>Pipes grow rough.</summary>
public sealed record RoughnessAgeing : ScenarioChange
{
    /// <summary>Years.</summary>
    public required double Years { get; init; }

    /// <summary>Growth of the roughness height, m a year.</summary>
    public required double Growth { get; init; }

    /// <summary>Inside diameter from which pipes age, m.</summary>
    public double FromDiameter { get; init; }

    /// <summary>Inside diameter up to which pipes age, m, or null for all.</summary>
    public double? ToDiameter { get; init; }
}
