using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using WaterSim.Benchmarks.Epanet;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>
/// A network's whole duration, read beforehand: ours with compiling and all results kept, EPANET's hydraulics without.
/// Jiahe's is a day in steps of 15 minutes; BWSN_Network_2 holds one step that takes EPANET 200 iterations.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class WholeRunBenchmarks
{
    private const string DemandDrivenRuns = "demand-driven";
    private const string PressureDrivenRuns = "pressure-driven";

    private Network _network = null!;
    private EpanetNetwork _epanet = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup(Target = nameof(DemandDriven))]
    public void LoadDemandDriven() => _network = BenchmarkNetworks.Load(Network, DemandModel.DemandDriven);

    [GlobalSetup(Target = nameof(PressureDriven))]
    public void LoadPressureDriven() => _network = BenchmarkNetworks.Load(Network, DemandModel.PressureDriven);

    [GlobalSetup(Target = nameof(EpanetDemandDriven))]
    public void OpenDemandDriven() => Open(DemandModel.DemandDriven);

    [GlobalSetup(Target = nameof(EpanetPressureDriven))]
    public void OpenPressureDriven() => Open(DemandModel.PressureDriven);

    [GlobalCleanup(Targets = [nameof(EpanetDemandDriven), nameof(EpanetPressureDriven)])]
    public void Close() => _epanet.Dispose();

    [BenchmarkCategory(DemandDrivenRuns)]
    [Benchmark(Baseline = true)]
    public int EpanetDemandDriven() => _epanet.Run().Iterations;

    [BenchmarkCategory(DemandDrivenRuns)]
    [Benchmark]
    public SimulationResults DemandDriven() => ExtendedPeriod.Run(CompiledNetwork.Of(_network));

    [BenchmarkCategory(PressureDrivenRuns)]
    [Benchmark(Baseline = true)]
    public int EpanetPressureDriven() => _epanet.Run().Iterations;

    [BenchmarkCategory(PressureDrivenRuns)]
    [Benchmark]
    public SimulationResults PressureDriven() => ExtendedPeriod.Run(CompiledNetwork.Of(_network));

    private void Open(DemandModel model)
    {
        var options = BenchmarkNetworks.Load(Network, model).Options;
        _epanet = EpanetNetwork.Open(EpanetLibrary.FromEnvironment()!, BenchmarkNetworks.PathOf(Network), options);
    }
}
