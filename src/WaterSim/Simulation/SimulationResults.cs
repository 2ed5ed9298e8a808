using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Quality;

namespace WaterSim.Simulation;

/// <summary>
/// What a run computed, in SI units: a row of values per reported time, one value per node or link in the order of
/// <see cref="Model.Network.Nodes"/> and <see cref="Model.Network.Links"/>.
/// </summary>
public sealed class SimulationResults
{
    private readonly ResultTable _table;

    internal SimulationResults(
        Network network,
        ResultTable table,
        SimulationOutcome outcome,
        ImmutableArray<StepReport> steps,
        WaterBalance balance,
        ImmutableArray<PumpEnergy> energy,
        ImmutableArray<Diagnostic> diagnostics,
        ImmutableArray<ControlDecision> decisions = default)
    {
        Network = network;
        _table = table;
        Outcome = outcome;
        Steps = steps;
        Balance = balance;
        Energy = energy;
        Diagnostics = diagnostics;
        Decisions = decisions.IsDefault ? [] : decisions;
        Times = [.. table.Times.Select(t => TimeSpan.FromSeconds(t))];
    }

    /// <summary>The network that was run.</summary>
    public Network Network { get; }

    /// <summary>How the run ended.</summary>
    public SimulationOutcome Outcome { get; }

    /// <summary>Reported times since the start, rising. Index <c>k</c> below is a position in this list.</summary>
    public ImmutableArray<TimeSpan> Times { get; }

    /// <summary>One entry per hydraulic solution, reported or not.</summary>
    public ImmutableArray<StepReport> Steps { get; }

    /// <summary>Water in, out and stored over the whole run.</summary>
    public WaterBalance Balance { get; }

    /// <summary>Energy use, one entry per pump in the order of the network's links.</summary>
    public ImmutableArray<PumpEnergy> Energy { get; }

    /// <summary>Highest power that all pumps together drew from the grid, W: what a demand charge is raised on.</summary>
    public double PeakPower { get; internal init; }

    /// <summary>What was followed through the network, one entry per analysis that was asked for, in that order.</summary>
    public ImmutableArray<QualityResults> Quality { get; internal init; } = [];

    /// <summary>Warnings and notices of the run: unbalanced steps, negative pressures, pumps beyond their curve.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// What simple controls by level and time, and rules, did to links, in order. Controls by a junction's pressure act
    /// within the solution of a step and are not listed.
    /// </summary>
    public ImmutableArray<ControlDecision> Decisions { get; }

    /// <summary>Heads at time <paramref name="k"/>, m, one per node; NaN at a node that no source reaches.</summary>
    public ReadOnlySpan<double> Heads(int k) => _table.Heads.Row(k);

    /// <summary>
    /// Pressure heads at time <paramref name="k"/>, m, one per node: head less elevation. Of a tank its level above
    /// the bottom, of a reservoir 0.
    /// </summary>
    public ReadOnlySpan<double> Pressures(int k) => _table.Pressures.Row(k);

    /// <summary>
    /// Water drawn at time <paramref name="k"/>, m3/s, one per node, emitters and leaks included. Of a tank or reservoir its net
    /// inflow, negative when it supplies.
    /// </summary>
    public ReadOnlySpan<double> Demands(int k) => _table.Demands.Row(k);

    /// <summary>Demand asked for at time <paramref name="k"/>, m3/s, one per node; 0 at tanks and reservoirs.</summary>
    public ReadOnlySpan<double> RequiredDemands(int k) => _table.Required.Row(k);

    /// <summary>Leakage at time <paramref name="k"/>, m3/s, one per node; part of <see cref="Demands"/>.</summary>
    public ReadOnlySpan<double> Leaks(int k) => _table.Leaks.Row(k);

    /// <summary>Flows at time <paramref name="k"/>, m3/s, one per link, positive from start to end.</summary>
    public ReadOnlySpan<double> Flows(int k) => _table.Flows.Row(k);

    /// <summary>Head at the start less head at the end at time <paramref name="k"/>, m, one per link; a running pump's is negative.</summary>
    public ReadOnlySpan<double> HeadLosses(int k) => _table.HeadLosses.Row(k);

    /// <summary>Mean velocities at time <paramref name="k"/>, m/s, never negative, one per link; 0 for a pump.</summary>
    public ReadOnlySpan<double> Velocities(int k) => _table.Velocities.Row(k);

    /// <summary>Statuses at time <paramref name="k"/>, one per link.</summary>
    public ReadOnlySpan<LinkStatus> Statuses(int k) => _table.Statuses.Row(k);

    /// <summary>Settings at time <paramref name="k"/>, in each link's SI unit (pump: speed; pipe: roughness), one per link.</summary>
    public ReadOnlySpan<double> Settings(int k) => _table.Settings.Row(k);

    /// <summary>Power drawn from the grid at time <paramref name="k"/>, W, one per link; 0 where it is not a running pump.</summary>
    public ReadOnlySpan<double> Powers(int k) => _table.Powers.Row(k);

    /// <summary>The solver's own statuses at time <paramref name="k"/>, which say why a link is closed, one per link.</summary>
    internal ReadOnlySpan<LinkState> States(int k) => _table.States.Row(k);
}
