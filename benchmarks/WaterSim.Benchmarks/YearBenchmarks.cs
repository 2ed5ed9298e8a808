using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Benchmarks;

/// <summary>
/// Jiahe's year of 365 days, read beforehand: shared out by allocation alone, and with the pipes run for every day, hour by hour, demand by
/// pressure. One thread. <see cref="YearRun.Start"/>, which draws the inflow and compiles the network, is inside. In the dry year the pipes
/// are run more often, until they agree with the allocation.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 7)]
public class YearBenchmarks
{
    private CountyReadResult _county = null!;
    private string _folder = "";

    [Params("average", "dry95")]
    public string Inflow { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        _folder = Path.GetDirectoryName(BenchmarkNetworks.PathOf("jiahe"))!;
        _county = CountySystem.Load(_folder);
    }

    [Benchmark]
    public double Allocated() => Run(dailyOnly: true);

    [Benchmark]
    public double Coupled() => Run(dailyOnly: false);

    private double Run(bool dailyOnly)
    {
        var options = new YearOptions { Inflow = Inflow, DailyOnly = dailyOnly };
        using var run = YearRun.Start(_county.System!, _county.Network!, options, _folder).Run!;
        var delivered = 0.0;
        foreach (var day in run.Days())
        {
            delivered += day.Delivered.Sum();
        }

        return delivered;
    }
}
