namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>A valve holds another value; controls of its setting no longer act.</summary>
public sealed record SetValve : ScenarioChange
{
    /// <summary>Id of the valve.</summary>
    public required string Valve { get; init; }

    /// <summary>Of a flow control valve, m3/s; of one that holds a pressure, pressure head, m.</summary>
    public required double Setting { get; init; }

    /// <summary>True: <see cref="Setting"/> is a flow.</summary>
    public required bool IsFlow { get; init; }
}
