namespace WaterSim.IO.Epanet;

/// <summary>What stands in a report beside the run.</summary>
public sealed record EpanetReportOptions
{
    /// <summary>Name of the input file.</summary>
    public string InputFile { get; init; } = "";

    /// <summary>Name and version of the program that ran it.</summary>
    public string Program { get; init; } = "WaterSim";

    /// <summary>When the analysis began, or null to leave it out.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>When the analysis ended, or null to leave it out.</summary>
    public DateTimeOffset? Ended { get; init; }
}
