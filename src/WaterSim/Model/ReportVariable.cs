namespace WaterSim.Model;

/// <summary>A column of the text report.</summary>
public enum ReportVariable
{
    /// <summary>Elevation of a node, m.</summary>
    Elevation,

    /// <summary>Demand of a node, m3/s.</summary>
    Demand,

    /// <summary>Head of a node, m.</summary>
    Head,

    /// <summary>Pressure head of a node, m.</summary>
    Pressure,

    /// <summary>Quality at a node and in a link, in the file's unit.</summary>
    Quality,

    /// <summary>Length of a link, m.</summary>
    Length,

    /// <summary>Diameter of a link, m.</summary>
    Diameter,

    /// <summary>Flow in a link, m3/s.</summary>
    Flow,

    /// <summary>Velocity in a link, m/s.</summary>
    Velocity,

    /// <summary>Headloss of a link, per thousand of its length.</summary>
    HeadLoss,

    /// <summary>Status of a link.</summary>
    State,

    /// <summary>Setting of a link, in the file's unit.</summary>
    Setting,

    /// <summary>Reaction rate in a link, in the file's unit.</summary>
    Reaction,

    /// <summary>Friction factor of a link, -.</summary>
    FrictionFactor,
}
