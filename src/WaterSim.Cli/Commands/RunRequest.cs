using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Plots;
using WaterSim.Quality;

namespace WaterSim.Cli.Commands;

/// <summary>What <c>watersim run</c> was asked to do. Null: as the network's own file says.</summary>
internal sealed record RunRequest : ISideRequest
{
    /// <summary>A county folder, its system.yaml, or an INP file, as the user named it.</summary>
    public required string Network { get; init; }

    string ISideRequest.Place => Network;

    /// <summary>Run folder, or null for <c>runs/NAME</c> under the current folder.</summary>
    public string? Out { get; init; }

    /// <summary>Length of the run.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Time between hydraulic solutions, and between reported results.</summary>
    public TimeSpan? Step { get; init; }

    /// <summary>Convergence: sum of flow changes over sum of flows, -.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Most iterations of one solve.</summary>
    public int? Trials { get; init; }

    /// <summary>Whether demand depends on pressure.</summary>
    public DemandModel? DemandModel { get; init; }

    /// <summary>What to follow through the network; null: what the network's own options ask for.</summary>
    public IReadOnlyList<QualityAnalysis>? Quality { get; init; }

    /// <summary>File for EPANET's binary results, or null.</summary>
    public string? BinaryFile { get; init; }

    /// <summary>File for a report in EPANET's form, or null.</summary>
    public string? ReportFile { get; init; }

    /// <summary>True: what controls and rules did is printed.</summary>
    public bool LogControls { get; init; }

    /// <summary>What figures are written as.</summary>
    public FigureFiles Figures { get; init; } = FigureFiles.Both;

    /// <summary>Language of names and figures: en or zh.</summary>
    public string Language { get; init; } = "en";

    /// <summary>True: one JSON object on the output and nothing else.</summary>
    public bool Json { get; init; }

    /// <summary>True: nothing but errors.</summary>
    public bool Quiet { get; init; }

    /// <summary>True: time and memory by phase are printed.</summary>
    public bool Profile { get; init; }

    /// <summary>True: a warning is a failure.</summary>
    public bool Strict { get; init; }

    /// <summary>Scenario files to run, as the user named them; none: the network as it is.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>True: all scenarios of the county's folder are run.</summary>
    public bool AllScenarios { get; init; }

    /// <summary>How many scenarios run side by side; null: as many as there are processors.</summary>
    public int? Threads { get; init; }

    /// <summary>True where scenarios are asked for.</summary>
    public bool HasScenarios => AllScenarios || Scenarios.Count > 0;

    /// <summary>What is to be followed through a network.</summary>
    public ImmutableArray<QualityAnalysis> AnalysesOf(Network network) =>
        Quality is { } asked ? [.. asked] : QualityAnalysis.Of(network) is { } own ? [own] : [];

    /// <summary>The network with what was asked for in place of its own options and times.</summary>
    public Network Apply(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var options = network.Options;
        var times = network.Times;
        return network with
        {
            Options = options with
            {
                Accuracy = Accuracy ?? options.Accuracy,
                MaxTrials = Trials ?? options.MaxTrials,
                DemandModel = DemandModel ?? options.DemandModel,
            },
            Times = times with
            {
                Duration = Duration ?? times.Duration,
                HydraulicStep = Step ?? times.HydraulicStep,
                ReportStep = Step ?? times.ReportStep,
            },
        };
    }
}
