using WaterSim.Hydraulics;

namespace WaterSim.Simulation;

/// <summary>What a run has taken down, one entry per reported time.</summary>
/// <param name="changes">What of the run differs from its network.</param>
internal sealed class RecordedRun(LaneChanges changes)
{
    /// <summary>What of the run differs from its network.</summary>
    public LaneChanges Changes => changes;

    /// <summary>Blocks of rows; see <see cref="RowLayout"/>.</summary>
    public List<double[]> Blocks { get; } = [];

    /// <summary>Pattern periods.</summary>
    public List<long> Periods { get; } = [];

    /// <summary>Statuses and settings of the links that may change.</summary>
    public List<(LinkState[] Statuses, double[] Settings)> Statuses { get; } = [];

    /// <summary>Which solver nodes had no source; null: none but those that never have one.</summary>
    public List<bool[]?> Unsupplied { get; } = [];
}
