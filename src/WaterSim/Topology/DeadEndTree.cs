using System.Collections.Immutable;

namespace WaterSim.Topology;

/// <summary>A branch without loops that hangs on the rest of the network by one node.</summary>
public sealed record DeadEndTree
{
    /// <summary>The node of the rest on which the branch hangs; it is not part of the branch.</summary>
    public required int Root { get; init; }

    /// <summary>Nodes of the branch, the outermost first.</summary>
    public required ImmutableArray<int> Nodes { get; init; }

    /// <summary>Links of the branch: of each of <see cref="Nodes"/> the one that leads toward the root.</summary>
    public required ImmutableArray<int> Links { get; init; }
}
