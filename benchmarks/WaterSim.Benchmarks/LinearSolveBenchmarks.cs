using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using WaterSim.Hydraulics;
using WaterSim.Numerics;

namespace WaterSim.Benchmarks;

/// <summary>
/// One factorisation and solution of a network's matrix, alone and with eight systems side by side, per system; and the
/// matrix's analysis, which happens once per topology.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByParams, BenchmarkLogicalGroupRule.ByCategory)]
public class LinearSolveBenchmarks
{
    private NetworkArrays _arrays = null!;
    private LinearSystem<Lanes1> _one = null!;
    private LinearSystem<Lanes8> _eight = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup]
    public void Load()
    {
        _arrays = NetworkArrays.Compile(BenchmarkNetworks.Load(Network));
        _one = new LinearSystem<Lanes1>(_arrays);
        _eight = new LinearSystem<Lanes8>(_arrays);
    }

    [BenchmarkCategory("solve")]
    [Benchmark(Baseline = true)]
    public double FactorAndSolve() => _one.Solve();

    [BenchmarkCategory("solve")]
    [Benchmark(OperationsPerInvoke = 8)]
    public double FactorAndSolveEight() => _eight.Solve();

    [BenchmarkCategory("compile")]
    [Benchmark]
    public object Compile() => NetworkArrays.Compile(_arrays.Network);
}
