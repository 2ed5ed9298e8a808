namespace WaterSim.Planning.Scenarios;

/// <summary>What a scenario is run as.</summary>
public enum ScenarioSpan
{
    /// <summary>Hours or days by the clock: <c>watersim run</c>.</summary>
    Day,

    /// <summary>Many days, each dispatched and with its season: <c>watersim year</c>.</summary>
    Year,
}
