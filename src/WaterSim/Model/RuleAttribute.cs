namespace WaterSim.Model;

/// <summary>Which quantity a clause of a rule looks at.</summary>
public enum RuleAttribute
{
    /// <summary>Demand of a node, or of the whole system, m3/s.</summary>
    Demand,

    /// <summary>Head of a node, m.</summary>
    Head,

    /// <summary>Level of a tank above its bottom, m.</summary>
    Level,

    /// <summary>Pressure head of a node, m.</summary>
    Pressure,

    /// <summary>Flow of a link without its sign, m3/s.</summary>
    Flow,

    /// <summary>Status of a link.</summary>
    Status,

    /// <summary>Setting of a link, in its unit.</summary>
    Setting,

    /// <summary>Power of a pump, W.</summary>
    Power,

    /// <summary>Time since the start, s.</summary>
    Time,

    /// <summary>Time of day, s since midnight.</summary>
    ClockTime,

    /// <summary>Time until a tank is full, s.</summary>
    FillTime,

    /// <summary>Time until a tank is empty, s.</summary>
    DrainTime,
}
