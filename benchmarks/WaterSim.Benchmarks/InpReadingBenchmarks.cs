using BenchmarkDotNet.Attributes;
using WaterSim.Benchmarks.Epanet;
using WaterSim.IO.Inp;

namespace WaterSim.Benchmarks;

/// <summary>
/// Reading an INP file, validation included, from memory and from the disk; and EPANET's opening and closing of it.
/// </summary>
[MemoryDiagnoser]
public class InpReadingBenchmarks
{
    private string _path = "";
    private byte[] _content = null!;
    private EpanetLibrary? _library;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup]
    public void Load()
    {
        _path = BenchmarkNetworks.PathOf(Network);
        _content = File.ReadAllBytes(_path);
        _library = EpanetLibrary.FromEnvironment();
    }

    [Benchmark(Baseline = true)]
    public void EpanetOpenAndClose() => _library!.OpenAndClose(_path);

    [Benchmark]
    public InpReadResult ReadFile() => InpReader.ReadFile(_path);

    [Benchmark]
    public InpReadResult Read() => InpReader.Read(_content, Network);
}
