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

    /// <summary>Water quality.</summary>
    Quality = 8,

    /// <summary>A year of Jiahe's water quality; it takes minutes, and so is measured only where it is asked for.</summary>
    QualityYear = 16,

    /// <summary>All but the year.</summary>
    All = Runs | Ensembles | Reading | Quality,
}
