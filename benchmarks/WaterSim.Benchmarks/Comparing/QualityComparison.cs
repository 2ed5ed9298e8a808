using WaterSim.Benchmarks.Epanet;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>
/// Water quality, ours and EPANET's turn by turn: alone, after hydraulics that both have kept; together with hydraulics; and
/// what it costs to follow all sources of Jiahe at once.
/// </summary>
internal sealed class QualityComparison(EpanetLibrary? epanet, ComparisonTable table)
{
    private const string Blended = "jiahe";

    // BWSN_Network_2 takes EPANET many seconds.
    private const int FewestRounds = 5;

    private const string AloneExplanation =
        "From the first segment to the last moment, nothing reported. Steps: of hydraulics and of quality. Ours from solutions "
        + "kept in memory (a new run, the order of nodes, all steps); EPANET's from its own hydraulics file (EN_openQ, EN_initQ "
        + "without saving, EN_runQ and EN_nextQ to the end, EN_closeQ).";

    private const string WholeExplanation =
        "Ours with compiling, all results of hydraulics and quality kept, and the extremes of the last day; EPANET's hydraulics "
        + "saved for its quality (EN_openH to EN_closeH), then as above without saving.";

    /// <summary>Writes the tables.</summary>
    public void Run(ComparisonOptions options)
    {
        table.Title("Water quality alone", AloneExplanation);
        table.Header("EPANET", "WaterSim", "network", "nodes", "followed", "steps");
        foreach (var name in options.OfQuality)
        {
            Alone(name, QualityAnalysis.Age, options.Budget);
        }

        var blends = options.OfQuality.Contains(Blended) ? BenchmarkNetworks.Load(Blended) : null;
        if (blends is not null)
        {
            Alone(Blended, TraceOf(blends), options.Budget);
        }

        table.Title("Hydraulics and water quality", WholeExplanation);
        table.Header("EPANET", "WaterSim", "network", "nodes", "followed");
        foreach (var name in options.OfQuality)
        {
            Whole(name, QualityAnalysis.Age, options.Budget);
        }

        if (blends is not null)
        {
            Blends(blends, options.Budget);
        }
    }

    private static QualityAnalysis TraceOf(Network network) =>
        QualityAnalysis.Trace(network.Nodes.First(n => n is Reservoir).Id);

    private void Alone(string name, QualityAnalysis analysis, TimeSpan budget)
    {
        var network = BenchmarkNetworks.Load(name);
        var flows = FlowRecording.Of(network, analysis);
        using var rival = Open(name, network, analysis);
        rival?.SaveHydraulics();
        var turns = new TurnByTurn(
            () => flows.Replay(flows.NewRun(analysis)),
            rival is null ? null : rival.RunQuality)
        {
            FewestRounds = FewestRounds,
        };
        turns.Measure(budget);
        table.Line(
            $"| {BenchmarkNetworks.Title(name)} | {network.Nodes.Length:N0} | {analysis} | {flows.Solutions:N0}, {flows.QualitySteps:N0} | {ComparisonTable.Times(turns)} |");
    }

    private void Whole(string name, QualityAnalysis analysis, TimeSpan budget)
    {
        var network = BenchmarkNetworks.Load(name);
        var options = new RunOptions { Quality = [analysis] };
        using var rival = Open(name, network, analysis);
        var turns = new TurnByTurn(
            () => ExtendedPeriod.Run(CompiledNetwork.Of(network), options),
            rival is null ? null : () =>
            {
                rival.SaveHydraulics();
                rival.RunQuality();
            })
        {
            FewestRounds = FewestRounds,
        };
        turns.Measure(budget);
        table.Line(
            $"| {BenchmarkNetworks.Title(name)} | {network.Nodes.Length:N0} | {analysis} | {ComparisonTable.Times(turns)} |");
    }

    // All its sources, and the seven that supply it, without those that stand by behind closed pipes.
    private void Blends(Network network, TimeSpan budget)
    {
        table.Title("The blend of all sources and the trace of one, ours alone", "Alone, as in the first table.");
        table.Header("blend", "one trace", "network", "sources", "columns of the blend");
        Blend(network, "jiahe", budget);
        Blend(WithoutStandby(network), "jiahe without the sources that stand by", budget);
    }

    private void Blend(Network network, string title, TimeSpan budget)
    {
        var trace = TraceOf(network);
        var flows = FlowRecording.Of(network, trace);
        var columns = flows.NewRun(QualityAnalysis.Blend);
        flows.Replay(columns);
        var turns = new TurnByTurn(
            () => flows.Replay(flows.NewRun(trace)),
            () => flows.Replay(flows.NewRun(QualityAnalysis.Blend)));
        turns.Measure(budget);
        table.Line(
            $"| {title} | {network.Nodes.Count(n => n is Reservoir)} | {columns.Results()[0].Columns.Length} | {ComparisonTable.Times(turns)} |");
    }

    private static Network WithoutStandby(Network network)
    {
        var joined = network.Links.Where(l => l is not Pipe { InitialStatus: LinkStatus.Closed })
            .SelectMany(l => new[] { l.FromNode, l.ToNode }).ToHashSet(StringComparer.Ordinal);
        var left = network.Nodes.Where(n => n is Reservoir && !joined.Contains(n.Id)).Select(n => n.Id)
            .ToHashSet(StringComparer.Ordinal);
        return network with
        {
            Nodes = [.. network.Nodes.Where(n => !left.Contains(n.Id))],
            Links = [.. network.Links.Where(l => !left.Contains(l.FromNode) && !left.Contains(l.ToNode))],
        };
    }

    private EpanetNetwork? Open(string name, Network network, QualityAnalysis analysis)
    {
        var rival = epanet is null
            ? null
            : EpanetNetwork.Open(epanet, BenchmarkNetworks.PathOf(name), network.Options);
        rival?.Follow(analysis);
        return rival;
    }
}
