namespace WaterSim.Model;

/// <summary>The kinds of valve.</summary>
public enum ValveKind
{
    /// <summary>Pressure reducing: holds the pressure downstream down to its setting.</summary>
    PressureReducing,

    /// <summary>Pressure sustaining: holds the pressure upstream up to its setting.</summary>
    PressureSustaining,

    /// <summary>Pressure breaker: takes a fixed drop.</summary>
    PressureBreaker,

    /// <summary>Flow control: limits the flow.</summary>
    FlowControl,

    /// <summary>Throttle control: a given loss coefficient.</summary>
    ThrottleControl,

    /// <summary>General purpose: a headloss curve.</summary>
    GeneralPurpose,

    /// <summary>Positional control: loss by opening, along a curve.</summary>
    PositionalControl,
}
