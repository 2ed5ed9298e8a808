using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Plots;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>
/// What a day of Jiahe takes beside the pipes: its summary, its indicators, its tables and its figures, each by itself and one thread in
/// all but the tables, whose files are written beside each other. <see cref="Pipes"/>, the day itself, is what the others are measured by.
/// Warm: what the first use of a drawing library takes is not in it.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 5, iterationCount: 30)]
public class RunFolderBenchmarks
{
    private CountySystem _county = null!;
    private CompiledNetwork _network = null!;
    private SimulationResults _results = null!;
    private RunSummary _summary = null!;
    private CountyIndicators _indicators = null!;
    private string _folder = "";

    [GlobalSetup]
    public void Load()
    {
        var read = CountySystem.Load(Path.GetDirectoryName(BenchmarkNetworks.PathOf("jiahe"))!);
        _county = read.System!;
        _network = CompiledNetwork.Of(read.Network!);
        _results = Pipes();
        _summary = Summary();
        _indicators = Indicators();
    }

    [IterationSetup]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("watersim-benchmarks-").FullName;

    [IterationCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public SimulationResults Pipes() => ExtendedPeriod.Run(_network, new RunOptions());

    [Benchmark]
    public RunSummary Summary() => RunSummary.Of(_results, _county);

    [Benchmark]
    public CountyIndicators Indicators() => CountyIndicators.Of(_results, _county, _summary);

    [Benchmark]
    public void TablesOfSet() => RunTables.Write(_folder, _results, _summary, _indicators, seriesAsCsv: false);

    [Benchmark]
    public void Tables() => RunTables.Write(_folder, _results, _summary, _indicators);

    [Benchmark]
    public void Svg() => Draw(FigureFiles.Svg);

    [Benchmark]
    public void Png() => Draw(FigureFiles.Png);

    [Benchmark]
    public void BothFigures() => Draw(FigureFiles.Both);

    private void Draw(FigureFiles files) => FigureSet.Draw(_results, _county).SaveAll(_folder, files, parallel: false);
}
