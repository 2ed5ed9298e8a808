namespace WaterSim.Model;

/// <summary>What a number measures, and so how it is converted.</summary>
public enum Quantity
{
    /// <summary>A number without unit.</summary>
    Ratio,

    /// <summary>Length, elevation, head, tank diameter: m (file: ft or m).</summary>
    Length,

    /// <summary>Pipe and valve diameter: m (file: in or mm).</summary>
    PipeDiameter,

    /// <summary>Darcy-Weisbach roughness height: m (file: 1e-3 ft or mm).</summary>
    RoughnessHeight,

    /// <summary>Flow: m3/s (file: its flow unit).</summary>
    Flow,

    /// <summary>Pressure head: m (file: its pressure unit).</summary>
    Pressure,

    /// <summary>Volume: m3 (file: ft3 or m3).</summary>
    Volume,

    /// <summary>Velocity: m/s (file: ft/s or m/s).</summary>
    Velocity,

    /// <summary>Power: W (file: hp or kW).</summary>
    Power,

    /// <summary>Leak area per length of pipe: m2/m (file: mm2 per 100 ft or 100 m).</summary>
    LeakArea,

    /// <summary>Growth of it with pressure head: m2/m per m (file: mm2 per 100 ft or 100 m, per m of head).</summary>
    LeakExpansion,
}
