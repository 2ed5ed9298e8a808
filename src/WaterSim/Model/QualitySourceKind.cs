namespace WaterSim.Model;

/// <summary>How a source gives a chemical to the water.</summary>
public enum QualitySourceKind
{
    /// <summary>Water that enters from outside has this concentration.</summary>
    Concentration,

    /// <summary>A mass flow is added.</summary>
    Mass,

    /// <summary>Water that leaves the node has this concentration at least.</summary>
    SetPoint,

    /// <summary>This concentration is added to that of the inflow.</summary>
    FlowPaced,
}
