namespace WaterSim.Simulation;

/// <summary>How an ensemble is run, and what of each scenario is kept.</summary>
public sealed record EnsembleOptions
{
    /// <summary>Threads to work with; 0: as many as the machine has processors. The results do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// True: every scenario's results hold the heads, flows and all else of every reported time. False: only its steps, water
    /// balance, energy, decisions and diagnostics.
    /// </summary>
    public bool KeepTimes { get; init; }

    /// <summary>True: every scenario's lowest pressure at every junction is kept.</summary>
    public bool KeepLowestPressures { get; init; }
}
