namespace WaterSim.Hydraulics;

/// <summary>Which nodes are held near their heads while a solve goes on.</summary>
internal enum HeldNodes
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those that no source reaches.</summary>
    Unsupplied,

    /// <summary>All.</summary>
    All,
}
