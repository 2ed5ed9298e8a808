using BenchmarkDotNet.Attributes;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>A network's whole duration with all results kept; Jiahe's is a day in steps of 15 minutes.</summary>
[MemoryDiagnoser]
public class WholeRunBenchmarks
{
    private Network _network = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup]
    public void Load() => _network = BenchmarkNetworks.Load(Network);

    [Benchmark]
    public SimulationResults DemandDriven() => Run(DemandModel.DemandDriven);

    [Benchmark]
    public SimulationResults PressureDriven() => Run(DemandModel.PressureDriven);

    private SimulationResults Run(DemandModel model) => ExtendedPeriod.Run(
        _network with { Options = _network.Options with { DemandModel = model, RequiredPressure = 15 } });
}
