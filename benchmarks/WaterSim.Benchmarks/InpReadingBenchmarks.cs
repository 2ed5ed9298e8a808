using BenchmarkDotNet.Attributes;
using WaterSim.IO.Inp;

namespace WaterSim.Benchmarks;

/// <summary>Reading an INP file that is in memory, validation included.</summary>
[MemoryDiagnoser]
public class InpReadingBenchmarks
{
    private byte[] _content = null!;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    public static IEnumerable<string> Networks => BenchmarkNetworks.Names;

    [GlobalSetup]
    public void Load() => _content = File.ReadAllBytes(BenchmarkNetworks.PathOf(Network));

    [Benchmark]
    public InpReadResult Read() => InpReader.Read(_content, Network);
}
