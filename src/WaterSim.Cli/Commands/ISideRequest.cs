namespace WaterSim.Cli.Commands;

/// <summary>What a command was asked to do with several scenarios of a county.</summary>
internal interface ISideRequest
{
    /// <summary>A county folder, or its system.yaml, as the user named it.</summary>
    string Place { get; }

    /// <summary>Folder that holds the run folders, or null for one under the current folder.</summary>
    string? Out { get; }

    /// <summary>Scenario files, as they were named.</summary>
    IReadOnlyList<string> Scenarios { get; }

    /// <summary>Whether all scenarios of the county's folder are meant.</summary>
    bool AllScenarios { get; }

    /// <summary>Scenarios run side by side, or null for as many as there are processors.</summary>
    int? Threads { get; }

    /// <summary>Whether results are printed as one JSON object.</summary>
    bool Json { get; }

    /// <summary>Whether errors alone are printed.</summary>
    bool Quiet { get; }
}
