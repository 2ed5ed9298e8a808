namespace WaterSim.Model;

/// <summary>What a water quality analysis follows.</summary>
public enum QualityMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The concentration of a chemical.</summary>
    Chemical,

    /// <summary>The age of the water.</summary>
    Age,

    /// <summary>The share of the water that comes from one node.</summary>
    Trace,
}
