using System.Collections.Immutable;
using System.Runtime.InteropServices;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>What made a run: enough to make it again. Written as <c>manifest.json</c>, the mark of a run folder.</summary>
public sealed record RunManifest
{
    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The command's options and arguments, name and value, in the order to be told.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Options { get; init; } = [];

    /// <summary>The files that were read.</summary>
    public ImmutableArray<HashedFile> Inputs { get; init; } = [];

    /// <summary>Start of the run, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Phases of the run and how long each took, in their order.</summary>
    public ImmutableArray<KeyValuePair<string, TimeSpan>> Timings { get; init; } = [];

    /// <summary>How the run ended.</summary>
    public required SimulationOutcome Outcome { get; init; }

    /// <summary>How large the network was.</summary>
    public required NetworkSize Size { get; init; }

    /// <summary>Number of reported times.</summary>
    public required int ReportedTimes { get; init; }

    /// <summary>Processors the run could use.</summary>
    public int ProcessorCount { get; init; } = Environment.ProcessorCount;

    /// <summary>The .NET runtime.</summary>
    public string Runtime { get; init; } = RuntimeInformation.FrameworkDescription;

    /// <summary>Operating system and processor architecture, such as <c>linux-x64</c>.</summary>
    public string Platform { get; init; } = RuntimeInformation.RuntimeIdentifier;
}
