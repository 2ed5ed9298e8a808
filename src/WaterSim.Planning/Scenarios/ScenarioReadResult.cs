using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.Scenarios;

/// <summary>What reading a scenario file found: the scenario, or why there is none.</summary>
public sealed record ScenarioReadResult
{
    /// <summary>The scenario, or null where an error stands in <see cref="Diagnostics"/>.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>Everything found wrong or worth knowing, in its file and those it inherits from.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The files that were read, the scenario's own first; for hashing.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}
