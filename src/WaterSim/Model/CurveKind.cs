namespace WaterSim.Model;

/// <summary>What a curve describes, and so its units.</summary>
public enum CurveKind
{
    /// <summary>Used by nothing: points are kept in the file's units.</summary>
    Unused,

    /// <summary>Tank volume, m3, by level, m.</summary>
    TankVolume,

    /// <summary>Pump head, m, by flow, m3/s.</summary>
    PumpHead,

    /// <summary>Pump efficiency, percent, by flow, m3/s.</summary>
    PumpEfficiency,

    /// <summary>Valve headloss, m, by flow, m3/s (GPV).</summary>
    ValveHeadLoss,

    /// <summary>Relative flow coefficient, percent, by opening, percent (PCV).</summary>
    ValveOpening,
}
