using System.Diagnostics;
using WaterSim.Benchmarks.Comparing;
using WaterSim.IO.Inp;
using WaterSim.Numerics;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks.Counties;

/// <summary>Measures one county in this process, which does nothing else: its memory is then the county's.</summary>
internal static class CountyMeasurer
{
    private const int WarmUpNodes = 1000;
    private const double MegaByte = 1e6;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Warms the code up with a small county, then measures a county some times over.</summary>
    public static CountyMeasurement Measure(int nodes, int rounds)
    {
        var small = CountyFiles.PathOf(WarmUpNodes);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            Round(small);
        }

        var path = CountyFiles.PathIfWritten(nodes);
        var all = new CountyMeasurement[rounds];
        for (var i = 0; i < rounds; i++)
        {
            GC.Collect();
            all[i] = Round(path);
        }

        return all[0] with
        {
            Load = Median(all, m => m.Load),
            Compile = Median(all, m => m.Compile),
            Solve = Median(all, m => m.Solve),
        };
    }

    private static CountyMeasurement Round(string path)
    {
        var start = Stopwatch.GetTimestamp();
        var read = InpReader.ReadFile(path);
        var network = read.Network ?? throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
        var loaded = Stopwatch.GetTimestamp();
        var compiled = CompiledNetwork.Of(network);
        var ready = Stopwatch.GetTimestamp();
        var runner = new LaneRunner<Lanes1>(compiled);
        runner.Begin(0, LaneChanges.None, record: false);
        runner.Step();
        var solved = Stopwatch.GetTimestamp();
        using var process = Process.GetCurrentProcess();
        return new CountyMeasurement(
            Stopwatch.GetElapsedTime(start, loaded).TotalMilliseconds,
            Stopwatch.GetElapsedTime(loaded, ready).TotalMilliseconds,
            Stopwatch.GetElapsedTime(ready, solved).TotalMilliseconds,
            process.PeakWorkingSet64 / MegaByte,
            compiled.UnknownHeads,
            runner[0].Results().Steps[0].Iterations);
    }

    private static double Median(CountyMeasurement[] all, Converter<CountyMeasurement, double> value) =>
        new Sample(Array.ConvertAll(all, value)).Median;
}
