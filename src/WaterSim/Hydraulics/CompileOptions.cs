namespace WaterSim.Hydraulics;

/// <summary>What a network is compiled for, beyond what it says itself. Elements are positions in the model.</summary>
internal sealed record CompileOptions
{
    /// <summary>False: every junction keeps its own equation.</summary>
    public bool Reduce { get; init; } = true;

    /// <summary>False where the network has been validated already.</summary>
    public bool Validate { get; init; } = true;

    /// <summary>Links whose status or setting may be changed from outside.</summary>
    public IReadOnlySet<int> ChangingLinks { get; init; } = new HashSet<int>();

    /// <summary>Junctions where something may be drawn although the network has no demand there.</summary>
    public IReadOnlySet<int> DrawingNodes { get; init; } = new HashSet<int>();
}
