namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>A plant stops treating, or stops altogether.</summary>
public sealed record PlantStop : ScenarioChange
{
    /// <summary>Id of the plant.</summary>
    public required string Plant { get; init; }

    /// <summary>
    /// False: nothing comes into the clear well any more, which the town drinks empty. True: nothing leaves the plant.
    /// </summary>
    public bool StopsSupply { get; init; }
}
