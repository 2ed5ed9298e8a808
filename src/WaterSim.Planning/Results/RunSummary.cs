using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>
/// What a planner asks of a run, in SI units. A mean over the run holds each reported value until the next reported
/// time, as the hydraulics hold flows between solutions; the last reported time therefore has no weight (except in a
/// run of one time, whose values are its means).
/// </summary>
public sealed record RunSummary
{
    /// <summary>How the run ended.</summary>
    public required SimulationOutcome Outcome { get; init; }

    /// <summary>Time simulated.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Number of reported times.</summary>
    public required int ReportedTimes { get; init; }

    /// <summary>Numbers of nodes and links of the network, and length of its pipes.</summary>
    public required NetworkSize Size { get; init; }

    /// <summary>The county's name, or null for a plain network.</summary>
    public LocalizedName? County { get; init; }

    /// <summary>Who is served, or null for a plain network.</summary>
    public ServiceSummary? Service { get; init; }

    /// <summary>One entry per plant, in the system file's order; empty for a plain network.</summary>
    public ImmutableArray<PlantSupply> Plants { get; init; } = [];

    /// <summary>One entry per town, in the system file's order; empty for a plain network.</summary>
    public ImmutableArray<TownDemand> Towns { get; init; } = [];

    /// <summary>One entry per reservoir of the network, in its order.</summary>
    public ImmutableArray<SourceDraw> Sources { get; init; } = [];

    /// <summary>One entry per tank of the network, clear wells among them, in its order.</summary>
    public ImmutableArray<TankCycle> Tanks { get; init; } = [];

    /// <summary>One entry per pump, in the network's order.</summary>
    public ImmutableArray<PumpUse> Pumps { get; init; } = [];

    /// <summary>One entry per booster station, in the system file's order; empty for a plain network.</summary>
    public ImmutableArray<BoosterUse> Boosters { get; init; } = [];

    /// <summary>The ten junctions with demand (of a network without demand: any) of lowest pressure, the lowest first.</summary>
    public ImmutableArray<NodePressure> WorstNodes { get; init; } = [];

    /// <summary>
    /// Distribution of lowest pressures: one value per community, or per junction with demand of a plain network.
    /// Null where there is none.
    /// </summary>
    public PressureQuantiles? LowestPressures { get; init; }

    /// <summary>One entry per kind of valve the network has.</summary>
    public ImmutableArray<ValveActivity> Valves { get; init; } = [];

    /// <summary>Mean demand asked for at all junctions, m3/s.</summary>
    public required double Required { get; init; }

    /// <summary>Mean demand delivered at all junctions, m3/s.</summary>
    public required double Delivered { get; init; }

    /// <summary>Energy that pumps draw from the grid over the run, J.</summary>
    public required double Energy { get; init; }

    /// <summary>Cost of that energy, in the currency of the network's prices.</summary>
    public required double EnergyCost { get; init; }

    /// <summary><see cref="Energy"/> over water delivered, J/m3, or null where none was.</summary>
    public double? EnergyPerVolume { get; init; }

    /// <summary>Water in, out and stored, and what does not close.</summary>
    public required WaterBalance Balance { get; init; }

    /// <summary>How hard the solver worked and how well it closed.</summary>
    public required SolverEffort Solver { get; init; }

    /// <summary>What was followed through the network, one entry per analysis, in the order in which they were asked for.</summary>
    public ImmutableArray<QualitySummary> Quality { get; init; } = [];

    /// <summary>Warnings of the run, those of balances of quality that do not close among them.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Summarises a run.</summary>
    /// <param name="results">The run.</param>
    /// <param name="system">The county the network belongs to, or null for a plain network.</param>
    /// <exception cref="ArgumentException">The system names an id the network lacks.</exception>
    public static RunSummary Of(SimulationResults results, CountySystem? system = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new RunSummaryBuilder(results, system).Build();
    }
}
