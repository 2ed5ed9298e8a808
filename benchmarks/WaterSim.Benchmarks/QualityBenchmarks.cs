using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using WaterSim.Benchmarks.Epanet;
using WaterSim.Quality;

namespace WaterSim.Benchmarks;

/// <summary>
/// The water quality of a whole duration, its hydraulics kept beforehand, nothing reported. Ours in a run that has warmed up: what
/// it allocates are the objects that hold its results, once a run. EPANET's opens and closes its quality.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class QualityBenchmarks
{
    private const string AgeAlone = "age";
    private const string BlendAlone = "blend";

    private FlowRecording _flows = null!;
    private QualityRun _run = null!;
    private EpanetNetwork _epanet = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.OfQuality;

    [GlobalSetup(Target = nameof(Age))]
    public void RecordAge() => Record(QualityAnalysis.Age);

    [GlobalSetup(Target = nameof(Blend))]
    public void RecordBlend() => Record(QualityAnalysis.Blend);

    [GlobalSetup(Target = nameof(EpanetAge))]
    public void Open()
    {
        _epanet = EpanetNetwork.Open(
            EpanetLibrary.FromEnvironment()!, BenchmarkNetworks.PathOf(Network), BenchmarkNetworks.Load(Network).Options);
        _epanet.Follow(QualityAnalysis.Age);
        _epanet.SaveHydraulics();
    }

    [GlobalCleanup(Target = nameof(EpanetAge))]
    public void Close() => _epanet.Dispose();

    [BenchmarkCategory(AgeAlone)]
    [Benchmark(Baseline = true)]
    public void EpanetAge() => _epanet.RunQuality();

    [BenchmarkCategory(AgeAlone)]
    [Benchmark]
    public void Age() => _flows.Replay(_run);

    [BenchmarkCategory(BlendAlone)]
    [Benchmark]
    public void Blend() => _flows.Replay(_run);

    private void Record(QualityAnalysis analysis)
    {
        _flows = FlowRecording.Of(BenchmarkNetworks.Load(Network), analysis);
        _run = _flows.NewRun(analysis);
        _flows.Replay(_run);
    }
}
