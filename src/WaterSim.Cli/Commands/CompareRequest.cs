using WaterSim.Plots;

namespace WaterSim.Cli.Commands;

/// <summary>What <c>watersim compare</c> was asked to do.</summary>
internal sealed record CompareRequest
{
    /// <summary>Run folders, as the user named them; the first is what the others are compared with.</summary>
    public required IReadOnlyList<string> Runs { get; init; }

    /// <summary>Folder of the comparison.</summary>
    public required string Out { get; init; }

    /// <summary>What figures are written as.</summary>
    public FigureFiles Figures { get; init; } = FigureFiles.Both;

    /// <summary>Language of names and figures: en or zh.</summary>
    public string Language { get; init; } = "en";

    /// <summary>True: one JSON object on the output and nothing else.</summary>
    public bool Json { get; init; }

    /// <summary>True: nothing but errors.</summary>
    public bool Quiet { get; init; }

    /// <summary>True: a warning ends with code 2.</summary>
    public bool Strict { get; init; }
}
