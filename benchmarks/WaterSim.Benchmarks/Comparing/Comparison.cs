using BenchmarkDotNet.Environments;
using WaterSim.Benchmarks.Epanet;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>
/// Whole runs, ensembles, reading and water quality, ours and EPANET's turn by turn, as Markdown tables. Where there is no
/// EPANET, ours alone.
/// </summary>
internal sealed class Comparison(EpanetLibrary? epanet, TextWriter output)
{
    private const string Ours = "WaterSim";
    private const string Rival = "EPANET";

    private readonly ComparisonTable _table = new(output);

    public void Run(ComparisonOptions options)
    {
        foreach (var line in HostEnvironmentInfo.GetCurrent().ToFormattedString())
        {
            _table.Line($"{line}  ");
        }

        var against = epanet is null
            ? $"{EpanetLibrary.Variable} is not set: EPANET was not measured."
            : $"EPANET {epanet.Version}.";
        _table.Line($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC. {against}");
        _table.Line($"");
        _table.Line($"Processor time of one run: medians +- median absolute deviation. The ratio is the median of the rounds'");
        _table.Line($"ratios, with their quartiles. Last column: share of the elapsed time that this process ran.");
        if (options.Parts.HasFlag(ComparisonParts.Runs))
        {
            Runs(options);
        }

        if (options.Parts.HasFlag(ComparisonParts.Ensembles))
        {
            new EnsembleComparison(epanet, _table).Run(options);
        }

        if (options.Parts.HasFlag(ComparisonParts.Reading))
        {
            Reading(options);
        }

        if (options.Parts.HasFlag(ComparisonParts.Quality))
        {
            new QualityComparison(epanet, _table).Run(options);
        }

        if (options.Parts.HasFlag(ComparisonParts.QualityYear))
        {
            new YearOfQuality(_table).Run();
        }
    }

    private void Runs(ComparisonOptions options)
    {
        _table.Title(
            "Whole runs: ours with compiling and all results kept, EPANET's hydraulics without; both networks read beforehand",
            "Iterations: of all solutions (of the one that took most), ours / EPANET's.");
        _table.Header(Rival, Ours, "network", "nodes", "demand", "solutions", "iterations");
        foreach (var name in options.Networks)
        {
            Row(name, DemandModel.DemandDriven, options.Budget);
            Row(name, DemandModel.PressureDriven, options.Budget);
        }
    }

    private void Row(string name, DemandModel model, TimeSpan budget)
    {
        var network = BenchmarkNetworks.Load(name, model);
        using var rival = epanet is null
            ? null
            : EpanetNetwork.Open(epanet, BenchmarkNetworks.PathOf(name), network.Options);
        RunEffort effort = default;
        RunEffort? rivalEffort = null;
        var turns = new TurnByTurn(
            () => effort = RunEffort.Of(ExtendedPeriod.Run(CompiledNetwork.Of(network))),
            rival is null ? null : () => rivalEffort = rival.Run());
        turns.Measure(budget);

        var solutions = ComparisonTable.Pair(effort, rivalEffort, e => $"{e.Solutions:N0}");
        var iterations = ComparisonTable.Pair(effort, rivalEffort, e => $"{e.Iterations:N0} ({e.MostIterations})");
        _table.Line(
            $"| {BenchmarkNetworks.Title(name)} | {network.Nodes.Length:N0} | {BenchmarkNetworks.Title(model)} | {solutions} | {iterations} | {ComparisonTable.Times(turns)} |");
    }

    private void Reading(ComparisonOptions options)
    {
        _table.Title("Reading an INP file from the disk: ours with validation, EPANET's opening and closing");
        _table.Header(Rival, Ours, "network", "MB");
        foreach (var name in options.Networks)
        {
            var path = BenchmarkNetworks.PathOf(name);
            var turns = new TurnByTurn(
                () => InpReader.ReadFile(path),
                epanet is null ? null : () => epanet.OpenAndClose(path));
            turns.Measure(options.Budget);
            _table.Line(
                $"| {BenchmarkNetworks.Title(name)} | {new FileInfo(path).Length / 1e6:F2} | {ComparisonTable.Times(turns)} |");
        }
    }
}
