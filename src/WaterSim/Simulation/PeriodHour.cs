namespace WaterSim.Simulation;

/// <summary>
/// An hour of a run of <see cref="RepeatedRun"/>. It is written over when the next hour is done: what is to stay must be copied.
/// Nodes and links are in the order of the network's.
/// </summary>
public sealed class PeriodHour
{
    private readonly double[] _passed;
    private readonly double[] _required;
    private readonly double[] _delivered;
    private readonly double[] _heads;

    internal PeriodHour(int nodes, int links)
    {
        (_passed, _required, _delivered, _heads) = (new double[links], new double[nodes], new double[nodes], new double[nodes]);
    }

    /// <summary>When it begins, from the start of the run; a whole number of hours.</summary>
    public TimeSpan Start { get; internal set; }

    /// <summary>An hour, or less where the run has ended within it.</summary>
    public TimeSpan Length { get; internal set; }

    /// <summary>What has passed each link from its start to its end, less what has come back, m3; one per link.</summary>
    public ReadOnlySpan<double> Passed => _passed;

    /// <summary>What was asked for at each node, m3; one per node, 0 of reservoirs and tanks.</summary>
    public ReadOnlySpan<double> Required => _required;

    /// <summary>What of that was delivered, m3; one per node. Emitters and leaks are not in it.</summary>
    public ReadOnlySpan<double> Delivered => _delivered;

    /// <summary>Heads at its beginning, m; one per node, NaN of junctions that had no source.</summary>
    public ReadOnlySpan<double> Heads => _heads;

    internal Span<double> PassedToSet => _passed;

    internal Span<double> RequiredToSet => _required;

    internal Span<double> DeliveredToSet => _delivered;

    internal Span<double> HeadsToSet => _heads;
}
