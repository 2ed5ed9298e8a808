namespace WaterSim.Benchmarks.Comparing;

/// <summary>The parts of a comparison.</summary>
[Flags]
internal enum ComparisonParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Whole runs.</summary>
    Runs = 1,

    /// <summary>Ensembles.</summary>
    Ensembles = 2,

    /// <summary>Reading files.</summary>
    Reading = 4,

    /// <summary>All of them.</summary>
    All = Runs | Ensembles | Reading,
}
