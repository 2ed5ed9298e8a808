using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>What was drawn from a reservoir of the network over a run.</summary>
public sealed record SourceDraw
{
    /// <summary>Id of the reservoir.</summary>
    public required string Id { get; init; }

    /// <summary>The county's source it stands for, or null.</summary>
    public WaterSource? Source { get; init; }

    /// <summary>Mean flow drawn, m3/s; negative where it took in more than it gave.</summary>
    public required double Draw { get; init; }

    /// <summary>Highest flow drawn at a reported time, m3/s.</summary>
    public required double PeakDraw { get; init; }
}
