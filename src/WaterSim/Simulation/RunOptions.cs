using System.Collections.Immutable;
using WaterSim.Quality;

namespace WaterSim.Simulation;

/// <summary>What is asked of a run beside its hydraulics.</summary>
public sealed record RunOptions
{
    /// <summary>Hydraulics alone.</summary>
    public static RunOptions Default { get; } = new();

    /// <summary>What to follow through the network; any number of analyses at once. Empty: nothing.</summary>
    public ImmutableArray<QualityAnalysis> Quality { get; init; } = [];

    /// <summary>Whether to keep the mean quality of every link at every reported time.</summary>
    public bool KeepLinkQuality { get; init; } = true;

    /// <summary>Whether to take down the lowest, mean and highest quality over the last day.</summary>
    public bool TakeLastDay { get; init; } = true;

    /// <summary>
    /// Whether the run is made ready for a network short of water, as pressure-driven runs of outages are: a tank that has run empty
    /// fills until the next whole hydraulic step before it gives again, a solve's first iterations keep to flows that may be, and
    /// water balances at every junction to 1e-10 m3/s. Deviation from EPANET: an empty tank that is fed there opens and closes at every event, some each second.
    /// </summary>
    public bool ExpectsShortage { get; init; }

    /// <summary>
    /// Called with true where the run turns to quality and with false where it turns back to hydraulics, some ten times a step,
    /// so that who has a clock can tell how long each takes; null: nobody is told.
    /// </summary>
    public Action<bool>? QualityWatch { get; init; }
}
