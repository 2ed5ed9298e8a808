using System.Collections.Immutable;
using System.Diagnostics;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>What a run cost: time and memory by phase, work of the solver, and the size of what it solved.</summary>
internal sealed record RunProfile
{
    /// <summary>The phase that solves the hydraulics.</summary>
    public const string Simulate = "simulate";

    /// <summary>The phase that moves the quality of the water, turn by turn with <see cref="Simulate"/>.</summary>
    public const string Quality = "quality";

    /// <summary>Phases, in the order in which they ended.</summary>
    public required ImmutableArray<PhaseNote> Phases { get; init; }

    /// <summary>Time since the command began.</summary>
    public required TimeSpan Total { get; init; }

    /// <summary>Nodes of the network.</summary>
    public required int Nodes { get; init; }

    /// <summary>Links of the network.</summary>
    public required int Links { get; init; }

    /// <summary>Heads that the solver had to find in each iteration.</summary>
    public required int UnknownHeads { get; init; }

    /// <summary>Work of the solver.</summary>
    public required SolverEffort Solver { get; init; }

    /// <summary>Collections of garbage in the whole process, of generations 0, 1 and 2.</summary>
    public required ImmutableArray<int> Collections { get; init; }

    /// <summary>Most memory that the process ever had resident, bytes; null where the system does not tell.</summary>
    public required long? PeakMemory { get; init; }

    /// <summary>Time of <see cref="Simulate"/> per iteration, controls, tanks and keeping of results included; or null.</summary>
    public TimeSpan? TimePerIteration => Solver.Iterations > 0
        ? Phases.Where(n => n.Name == Simulate).Aggregate(TimeSpan.Zero, (sum, n) => sum + n.Took) / Solver.Iterations
        : null;

    /// <summary>Takes it from a run that has ended and from this process.</summary>
    public static RunProfile Of(Phases phases, RunSummary summary, int nodes, int links, int unknownHeads)
    {
        using var process = Process.GetCurrentProcess();
        return new RunProfile
        {
            Phases = phases.All,
            Total = phases.Total,
            Nodes = nodes,
            Links = links,
            UnknownHeads = unknownHeads,
            Solver = summary.Solver,
            // The runtime counts a collection with those of every younger generation too.
            Collections = [.. Enumerable.Range(0, 3).Select(g =>
                GC.CollectionCount(g) - (g < 2 ? GC.CollectionCount(g + 1) : 0))],
            PeakMemory = process.PeakWorkingSet64 > 0 ? process.PeakWorkingSet64 : null,
        };
    }
}
