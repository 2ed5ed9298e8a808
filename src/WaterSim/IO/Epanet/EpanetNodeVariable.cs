namespace WaterSim.IO.Epanet;

/// <summary>What EPANET's binary results hold of a node, in the order of the file.</summary>
public enum EpanetNodeVariable
{
    /// <summary>Water drawn, emitters included; of a tank or reservoir its net inflow. Flow unit of the file.</summary>
    Demand,

    /// <summary>Head, ft or m.</summary>
    Head,

    /// <summary>Pressure, pressure unit of the file.</summary>
    Pressure,

    /// <summary>Concentration, age or share of a source; 0 where no quality was computed.</summary>
    Quality,
}
