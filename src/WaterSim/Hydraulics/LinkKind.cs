namespace WaterSim.Hydraulics;

/// <summary>Which law a link follows.</summary>
internal enum LinkKind : byte
{
    /// <summary>Pipe.</summary>
    Pipe,

    /// <summary>Pipe with check valve.</summary>
    CheckValvePipe,

    /// <summary>Pump.</summary>
    Pump,

    /// <summary>PRV.</summary>
    PressureReducing,

    /// <summary>PSV.</summary>
    PressureSustaining,

    /// <summary>PBV.</summary>
    PressureBreaker,

    /// <summary>FCV.</summary>
    FlowControl,

    /// <summary>TCV.</summary>
    ThrottleControl,

    /// <summary>GPV.</summary>
    GeneralPurpose,

    /// <summary>PCV.</summary>
    PositionalControl,
}
