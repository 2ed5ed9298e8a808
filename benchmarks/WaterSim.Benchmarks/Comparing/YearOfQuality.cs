using WaterSim.Model;
using WaterSim.Numerics;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>
/// A year of Jiahe's water quality in steps of 5 minutes: its day 365 times over, the tanks and the water in the pipes going on
/// from day to day. Hydraulics alone and with each of what can be followed, so that what quality adds can be
/// told. Ours alone: EPANET's age of a year takes many minutes.
/// </summary>
internal sealed class YearOfQuality(ComparisonTable table)
{
    private const string Name = "jiahe";
    private const int Rounds = 3;

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>Writes the table.</summary>
    public void Run()
    {
        var network = BenchmarkNetworks.Load(Name);
        network = network with
        {
            Times = network.Times with { Duration = Year, ReportStep = network.Times.HydraulicStep, QualityStep = Step },
        };
        table.Title(
            FormattableString.Invariant($"A year of Jiahe in quality steps of {Step.TotalMinutes} minutes"),
            "Processor time, s: medians of whole years +- median absolute deviation, hydraulics included, no results kept. "
            + "Quality: less the hydraulics of the same round. Solutions: hydraulic.");
        table.Line($"| followed | solutions | rounds | whole year, s | quality, s |");
        table.Line($"| --- | --- | --- | --- | --- |");
        var trace = QualityAnalysis.Trace(network.Nodes.First(n => n is Reservoir).Id);
        QualityAnalysis?[] all = [null, QualityAnalysis.Age, trace, QualityAnalysis.Blend];
        Rows(all, analysis => Run(network, analysis));
    }

    private void Rows(QualityAnalysis?[] all, Func<QualityAnalysis?, int> run)
    {
        var times = Array.ConvertAll(all, _ => new double[Rounds]);
        var solutions = new int[all.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var a = 0; a < all.Length; a++)
            {
                var start = Environment.CpuUsage.TotalTime;
                solutions[a] = run(all[a]);
                times[a][round] = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            }
        }

        for (var a = 0; a < all.Length; a++)
        {
            var quality = new Sample([.. times[a].Zip(times[0], (whole, hydraulics) => whole - hydraulics)]);
            var whole = new Sample(times[a]);
            table.Line(
                $"| {all[a]?.ToString() ?? "nothing"} | {solutions[a]:N0} | {Rounds} | {whole.Median:F2} +- {whole.MedianDeviation:F2} | {(a == 0 ? "-" : FormattableString.Invariant($"{quality.Median:F2} +- {quality.MedianDeviation:F2}"))} |");
        }
    }

    // Without any results, which a year would fill the memory with.
    private static int Run(Network network, QualityAnalysis? analysis)
    {
        var options = new RunOptions { Quality = analysis is null ? [] : [analysis], KeepLinkQuality = false };
        var runner = new LaneRunner<Lanes1>(CompiledNetwork.Of(network), options: options);
        runner.Begin(0, LaneChanges.None, record: false);
        while (runner.IsActive(0))
        {
            runner.Step();
        }

        return runner[0].Results().Steps.Length;
    }
}
