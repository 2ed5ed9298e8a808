namespace WaterSim.Plots.Report;

/// <summary>What a folder holds.</summary>
internal enum ReportKind
{
    /// <summary>A run of hours or days, of a scenario or not.</summary>
    Run,

    /// <summary>A county's year, day by day.</summary>
    Year,

    /// <summary>Several runs set side by side.</summary>
    Comparison,
}
