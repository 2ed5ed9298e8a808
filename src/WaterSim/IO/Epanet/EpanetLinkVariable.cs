namespace WaterSim.IO.Epanet;

/// <summary>What EPANET's binary results hold of a link, in the order of the file.</summary>
public enum EpanetLinkVariable
{
    /// <summary>Flow, positive from start to end, flow unit of the file.</summary>
    Flow,

    /// <summary>Mean velocity, ft/s or m/s; 0 for a pump.</summary>
    Velocity,

    /// <summary>
    /// Head loss: of a pipe per 1000 units of length, -; of a valve the whole, ft or m; of a pump the negative lift,
    /// ft or m; 0 where the link is closed.
    /// </summary>
    HeadLoss,

    /// <summary>Mean quality along the link; 0 where no quality was computed.</summary>
    Quality,

    /// <summary>
    /// Status: 0 a pump that cannot deliver the head, 1 closed for the moment (full or empty tank), 2 closed, 3 open,
    /// 4 a valve that regulates, 5 a pump beyond its largest flow, 6 a flow control valve that cannot deliver its flow,
    /// 7 a pressure valve that cannot hold its pressure.
    /// </summary>
    Status,

    /// <summary>Setting: roughness of a pipe, relative speed of a pump, pressure, flow or loss coefficient of a valve.</summary>
    Setting,

    /// <summary>Reaction rate without sign, mass per litre and day; 0 where no quality was computed.</summary>
    ReactionRate,

    /// <summary>Darcy-Weisbach friction factor of a pipe, -; 0 for other links and where nothing flows.</summary>
    FrictionFactor,
}
