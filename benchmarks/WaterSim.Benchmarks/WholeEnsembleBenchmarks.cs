using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>
/// The whole duration of each of 32 scenarios, demands times 0.8 to 1.2, by one thread and by two; compiling the network
/// included. 1,000 would take a minute and more per iteration. Times are per scenario.
/// </summary>
[MemoryDiagnoser]
[InvocationCount(1)]
[WarmupCount(1)]
[IterationCount(4)]
public class WholeEnsembleBenchmarks
{
    private const int Scenarios = 32;

    private readonly ImmutableArray<ScenarioInput> _scenarios = EnsembleScenarios.Of(EnsembleScenarios.Factors(Scenarios));
    private Network _network = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    [Params(DemandModel.DemandDriven, DemandModel.PressureDriven)]
    public DemandModel Demand { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    public static IEnumerable<string> Networks =>
        BenchmarkNetworks.OfEnsembles.Where(n => BenchmarkNetworks.Load(n).Times.Duration > TimeSpan.Zero);

    [GlobalSetup]
    public void Load() => _network = BenchmarkNetworks.Load(Network, Demand);

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public object Whole() => EnsembleScenarios.Run(_network, _scenarios, Threads);
}
