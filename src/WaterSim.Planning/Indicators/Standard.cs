namespace WaterSim.Planning.Indicators;

/// <summary>What a supply is judged by.</summary>
public enum Standard
{
    /// <summary>Pressure head at or above the community's service head at all times, m.</summary>
    ServiceHead,

    /// <summary>Pressure head at no time above the most at a tap, m.</summary>
    MaximumHead,

    /// <summary>Pressure head at mains of towns at or above that of hydrants at all times, m.</summary>
    HydrantHead,

    /// <summary>Free chlorine leaving plants at or above its limit, g/m3.</summary>
    PlantChlorine,

    /// <summary>Free chlorine at taps at or above its limit, g/m3.</summary>
    TapChlorine,

    /// <summary>Free chlorine at taps at or below its highest, g/m3.</summary>
    MaximumChlorine,

    /// <summary>Household use of villagers at or above the least, m3 a day.</summary>
    RuralPerHead,

    /// <summary>Share of villagers with a tap at or above the least, -.</summary>
    RuralPenetration,

    /// <summary>Gross loss rate at or below the most, -.</summary>
    Leakage,

    /// <summary>Gross loss rate at or below what is aimed at, -.</summary>
    LeakageTarget,

    /// <summary>Energy of pumps over the work on the water at or below the most, -.</summary>
    PumpEnergy,

    /// <summary>Days of the year short of water fewer than the limit.</summary>
    DaysShort,
}
