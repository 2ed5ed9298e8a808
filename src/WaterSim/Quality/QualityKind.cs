namespace WaterSim.Quality;

/// <summary>What is followed through the network.</summary>
public enum QualityKind
{
    /// <summary>Age of the water, s.</summary>
    Age,

    /// <summary>Share of the water that came through one node, 0 to 1.</summary>
    Trace,

    /// <summary>Share of each source, 0 to 1, all in one pass.</summary>
    Blend,

    /// <summary>Concentration of a chemical, g/m3 (mg/L).</summary>
    Chemical,
}
