using BenchmarkDotNet.Attributes;
using WaterSim.Hydraulics;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>One steady state from EPANET's initial flows, at the network's own accuracy, compiled beforehand.</summary>
[MemoryDiagnoser]
public class SteadySolveBenchmarks
{
    private ScalarSolver _solver = null!;
    private HydraulicState _initial = null!;
    private HydraulicState _state = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup]
    public void Load()
    {
        var arrays = NetworkArrays.Compile(BenchmarkNetworks.Load(Network));
        _solver = new ScalarSolver(arrays);
        _initial = HydraulicState.Initial(arrays);
        new Schedule(arrays, new PatternSet(arrays.Network)).Apply(_initial, 0);
        _state = HydraulicState.Initial(arrays);
    }

    [Benchmark]
    public int Solve()
    {
        _state.CopyFrom(_initial);
        return _solver.Solve(_state).Iterations;
    }
}
