using System.Globalization;
using BenchmarkDotNet.Environments;
using WaterSim.Benchmarks.Epanet;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>
/// Whole runs and reading, ours and EPANET's turn by turn, as Markdown tables. Where there is no EPANET, ours alone.
/// </summary>
internal sealed class Comparison
{
    private readonly EpanetLibrary? _epanet;
    private readonly TextWriter _out;

    public Comparison(EpanetLibrary? epanet, TextWriter output)
    {
        _epanet = epanet;
        _out = output;
    }

    public void Run(ComparisonOptions options)
    {
        foreach (var line in HostEnvironmentInfo.GetCurrent().ToFormattedString())
        {
            Line($"{line}  ");
        }

        var against = _epanet is null
            ? $"{EpanetLibrary.Variable} is not set: EPANET was not measured."
            : $"EPANET {_epanet.Version}.";
        Line($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC. {against}");
        Line($"");
        Line($"Processor time of one run: medians +- median absolute deviation. The ratio is the median of the rounds'");
        Line($"ratios, with their quartiles. Last column: share of the elapsed time that this process ran.");
        Runs(options);
        Reading(options);
    }

    private void Runs(ComparisonOptions options)
    {
        Line($"");
        Line($"## Whole runs: ours with all results kept, EPANET's hydraulics without; both networks read beforehand");
        Line($"");
        Line($"Iterations: of all solutions (of the one that took most), ours / EPANET's.");
        Line($"");
        Header("network", "nodes", "demand", "solutions", "iterations");
        foreach (var name in options.Networks)
        {
            Row(name, DemandModel.DemandDriven, options.Budget);
            Row(name, DemandModel.PressureDriven, options.Budget);
        }
    }

    private void Row(string name, DemandModel model, TimeSpan budget)
    {
        var network = BenchmarkNetworks.Load(name, model);
        using var rival = _epanet is null
            ? null
            : EpanetNetwork.Open(_epanet, BenchmarkNetworks.PathOf(name), network.Options);
        RunEffort effort = default;
        RunEffort? rivalEffort = null;
        var turns = new TurnByTurn(
            () => effort = RunEffort.Of(ExtendedPeriod.Run(network)),
            rival is null ? null : () => rivalEffort = rival.Run());
        turns.Measure(budget);

        var demand = model == DemandModel.DemandDriven ? "demand-driven" : "pressure-driven";
        var solutions = Pair(effort, rivalEffort, e => $"{e.Solutions:N0}");
        var iterations = Pair(effort, rivalEffort, e => $"{e.Iterations:N0} ({e.MostIterations})");
        Line($"| {Title(name)} | {network.Nodes.Length:N0} | {demand} | {solutions} | {iterations} | {Times(turns)} |");
    }

    private void Reading(ComparisonOptions options)
    {
        Line($"");
        Line($"## Reading an INP file from the disk: ours with validation, EPANET's opening and closing");
        Line($"");
        Header("network", "MB");
        foreach (var name in options.Networks)
        {
            var path = BenchmarkNetworks.PathOf(name);
            var turns = new TurnByTurn(
                () => InpReader.ReadFile(path),
                _epanet is null ? null : () => _epanet.OpenAndClose(path));
            turns.Measure(options.Budget);
            Line($"| {Title(name)} | {new FileInfo(path).Length / 1e6:F2} | {Times(turns)} |");
        }
    }

    private static string Title(string name) => Path.GetFileNameWithoutExtension(name);

    // What is named, and then what Times writes.
    private void Header(params ReadOnlySpan<string> first)
    {
        string[] all = [.. first, "EPANET, ms", "WaterSim, ms", "EPANET / WaterSim", "rounds", "processor"];
        Line($"| {string.Join(" | ", all)} |");
        Line($"|{string.Concat(Enumerable.Repeat(" --- |", all.Length))}");
    }

    // Alike is said once.
    private static string Pair(RunEffort ours, RunEffort? rival, Func<RunEffort, FormattableString> text)
    {
        var first = FormattableString.Invariant(text(ours));
        var second = rival is { } r ? FormattableString.Invariant(text(r)) : first;
        return first == second ? first : $"{first} / {second}";
    }

    private static string Times(TurnByTurn turns)
    {
        var ours = turns.Ours;
        var rounds = string.Create(CultureInfo.InvariantCulture, $"{ours.Count} | {100 * turns.ProcessorShare:F0} %");
        if (turns.Rival is not { } rival)
        {
            return $"- | {Time(ours)} | - | {rounds}";
        }

        var ratios = rival.Over(ours);
        var ratio = string.Create(
            CultureInfo.InvariantCulture,
            $"{ratios.Median:G3} ({ratios.Quantile(0.25):G3} to {ratios.Quantile(0.75):G3})");
        return $"{Time(rival)} | {Time(ours)} | {ratio} | {rounds}";
    }

    private static string Time(Sample sample) => string.Create(
        CultureInfo.InvariantCulture, $"{Digits(sample.Median)} +- {Digits(sample.MedianDeviation)}");

    // Three digits, without an exponent.
    private static string Digits(double ms) => ms.ToString(
        ms switch { >= 100 => "F0", >= 10 => "F1", >= 1 => "F2", _ => "F3" }, CultureInfo.InvariantCulture);

    private void Line(FormattableString text)
    {
        _out.WriteLine(FormattableString.Invariant(text));
        _out.Flush();
    }
}
