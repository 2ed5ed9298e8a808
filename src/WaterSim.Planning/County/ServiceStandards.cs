namespace WaterSim.Planning.County;

/// <summary>
/// Limits that a supply is judged by; <c>standards:</c> of <c>system.yaml</c>. What is null is not judged. Service heads stand
/// with the communities, limits of chlorine in <c>quality:</c>.
/// </summary>
public sealed record ServiceStandards
{
    /// <summary>Most pressure head at a tap, m.</summary>
    public double? MaximumHead { get; init; }

    /// <summary>Least pressure head at the mains of towns for hydrants, m.</summary>
    public double? HydrantHead { get; init; }

    /// <summary>Most leakage, - of what is supplied.</summary>
    public double? Leakage { get; init; }

    /// <summary>Leakage aimed at, - of what is supplied.</summary>
    public double? LeakageTarget { get; init; }

    /// <summary>Least household use of a villager with a tap, m3 a day.</summary>
    public double? RuralPerHead { get; init; }

    /// <summary>Least share of villagers who have a tap, -.</summary>
    public double? RuralPenetration { get; init; }

    /// <summary>Fewer days of a year than these may be short of water.</summary>
    public int? DaysShort { get; init; }

    /// <summary>Most energy of pumps over the work done on the water, - (1: a perfect pump).</summary>
    public double? PumpEnergyRatio { get; init; }
}
