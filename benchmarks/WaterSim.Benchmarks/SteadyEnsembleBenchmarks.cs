using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>
/// A steady state of each of 1,000 scenarios, demands times 0.8 to 1.2, by one thread and by two; compiling the network
/// included. Times are per scenario.
/// </summary>
[MemoryDiagnoser]
[InvocationCount(1)]
[WarmupCount(2)]
[IterationCount(7)]
public class SteadyEnsembleBenchmarks
{
    private const int Scenarios = 1000;

    private readonly ImmutableArray<ScenarioInput> _scenarios = EnsembleScenarios.Of(EnsembleScenarios.Factors(Scenarios));
    private Network _network = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    [Params(DemandModel.DemandDriven, DemandModel.PressureDriven)]
    public DemandModel Demand { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    public static IEnumerable<string> Networks => BenchmarkNetworks.OfEnsembles;

    [GlobalSetup]
    public void Load() => _network = BenchmarkNetworks.Load(Network, Demand).Steady();

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public object Steady() => EnsembleScenarios.Run(_network, _scenarios, Threads);
}
