namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>The county is dispatched otherwise; a day's run does not feel it.</summary>
public sealed record DispatchRule : ScenarioChange
{
    /// <summary>Pressure head from which demand is delivered in full, m, or null for the county's.</summary>
    public double? RequiredPressure { get; init; }

    /// <summary>Weight of even reservoirs, yuan/m3, or null for the county's.</summary>
    public double? BalanceWeight { get; init; }

    /// <summary>Share of a day by which tanks are brought back to their level, -, or null for the county's.</summary>
    public double? TankRecovery { get; init; }
}
