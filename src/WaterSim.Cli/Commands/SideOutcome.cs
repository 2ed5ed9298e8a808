using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Cli.Commands;

/// <summary>How one of several scenarios went that are run side by side.</summary>
internal abstract record SideOutcome
{
    /// <summary>The scenario file, as it was named.</summary>
    public required string File { get; init; }

    /// <summary>The name of its run folder.</summary>
    public required string FolderName { get; init; }

    /// <summary>Its run folder, or null where none was written.</summary>
    public string? RunFolder { get; init; }

    /// <summary>What the process would end with if it were alone: one of <see cref="ExitCode"/>.</summary>
    public required int Code { get; init; }

    /// <summary>Everything found, in the order in which it was.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The scenario, or null where it could not be read.</summary>
    public Scenario? Scenario { get; init; }
}
