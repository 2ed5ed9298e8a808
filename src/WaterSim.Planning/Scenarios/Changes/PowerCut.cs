namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>Pumps stand still: all of a booster station, those in reserve too, or one pump.</summary>
public sealed record PowerCut : ScenarioChange
{
    /// <summary>Id of the booster station, or null where <see cref="Pump"/> is given.</summary>
    public string? Booster { get; init; }

    /// <summary>Id of the pump, or null where <see cref="Booster"/> is given.</summary>
    public string? Pump { get; init; }
}
