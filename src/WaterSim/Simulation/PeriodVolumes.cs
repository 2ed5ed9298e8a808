using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// What a run of <see cref="RepeatedRun"/> has moved, exactly as its hydraulics moved it, and how it has left the network.
/// Nodes and links are in the order of <see cref="Network.Nodes"/> and <see cref="Network.Links"/>.
/// </summary>
public sealed record PeriodVolumes
{
    /// <summary>What has passed each link from its start to its end, less what has come back, m3; one per link.</summary>
    public required ImmutableArray<double> Passed { get; init; }

    /// <summary>What was asked for at each node, m3; one per node, 0 of reservoirs and tanks.</summary>
    public required ImmutableArray<double> Required { get; init; }

    /// <summary>What of that was delivered, m3; one per node. Emitters and leaks are not in it.</summary>
    public required ImmutableArray<double> Delivered { get; init; }

    /// <summary>What emitters and leaks have let out at each node, m3; one per node.</summary>
    public required ImmutableArray<double> Discharged { get; init; }

    /// <summary>What each reservoir and tank has taken in less what it has given, m3; one per node, 0 of junctions.</summary>
    public required ImmutableArray<double> Gained { get; init; }

    /// <summary>
    /// Water in each tank at the end less at the start, m3; one per node, 0 of others. It differs from <see cref="Gained"/> by what
    /// has spilled and by <see cref="WaterBalance.Rounding"/>.
    /// </summary>
    public required ImmutableArray<double> Stored { get; init; }

    /// <summary>Lowest pressure head at any solution, m; one per node, NaN of reservoirs and tanks and where there was no source.</summary>
    public required ImmutableArray<double> LowestPressure { get; init; }

    /// <summary>Heads at the end, m; one per node. Those of tanks are after the last step, those of junctions of the last solution.</summary>
    public required ImmutableArray<double> EndHeads { get; init; }

    /// <summary>
    /// Statuses at the end as another run can begin with them; one per link. What has closed by itself, such as a check valve or
    /// a link at a full tank, is open; a valve that holds or seeks its setting is active.
    /// </summary>
    public required ImmutableArray<LinkStatus> EndStatuses { get; init; }

    /// <summary>Settings at the end in SI, of a pump its relative speed; one per link, NaN where none is in force.</summary>
    public required ImmutableArray<double> EndSettings { get; init; }

    /// <summary>Where the water came from and went to.</summary>
    public required WaterBalance Balance { get; init; }

    /// <summary>Energy and its cost, pump by pump in the network's order.</summary>
    public required ImmutableArray<PumpEnergy> Energy { get; init; }

    /// <summary>How the run ended.</summary>
    public required SimulationOutcome Outcome { get; init; }

    /// <summary>What was run: the network's duration, or less where a step stopped the run.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Number of solutions.</summary>
    public required int Steps { get; init; }

    /// <summary>Iterations of the solver, of all solutions.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest imbalance of water at any node in any solution, m3/s.</summary>
    public required double MassResidual { get; init; }
}
