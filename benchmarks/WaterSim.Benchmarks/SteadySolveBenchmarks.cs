using BenchmarkDotNet.Attributes;
using WaterSim.Numerics;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>One steady state from EPANET's initial flows, at the network's own accuracy, compiled beforehand.</summary>
[MemoryDiagnoser]
public class SteadySolveBenchmarks
{
    private LaneRunner<Lanes1> _runner = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup]
    public void Load()
    {
        _runner = new LaneRunner<Lanes1>(CompiledNetwork.Of(BenchmarkNetworks.Load(Network).Steady()));
    }

    [Benchmark]
    public bool Solve()
    {
        _runner.Begin(0, LaneChanges.None, record: false);
        _runner.Step();
        return _runner.IsActive(0);
    }
}
