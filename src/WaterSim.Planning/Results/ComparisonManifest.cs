using System.Collections.Immutable;

namespace WaterSim.Planning.Results;

/// <summary>What made a comparison of runs: enough to make it again. Written as <c>manifest.json</c>, the mark of its folder.</summary>
public sealed record ComparisonManifest
{
    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The command's options and arguments, name and value, in the order to be told.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Options { get; init; } = [];

    /// <summary>The manifests of the runs, which vouch for all their files.</summary>
    public ImmutableArray<HashedFile> Inputs { get; init; } = [];

    /// <summary>Start of the comparison, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Phases and how long each took, in their order.</summary>
    public ImmutableArray<KeyValuePair<string, TimeSpan>> Timings { get; init; } = [];
}
