// README.md shows what stands between the marks, word for word.
// <readme>
using WaterSim.IO.Inp;
using WaterSim.Simulation;

// </readme>
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests.Readme;

/// <summary>The README's example of an ensemble, compiled and run.</summary>
internal sealed class EnsembleExample
{
    // The example's Console: what it prints is kept.
    private StringWriter Console { get; } = new();

    /// <summary>Runs the example as if the repository's root were the current folder, and tells what it printed.</summary>
    public static string Run()
    {
        var example = new EnsembleExample();
        example.Body();
        return example.Console.ToString();
    }

    /// <summary>The reader, with paths taken from the repository's root: the current folder is the whole process's.</summary>
    private static class InpReader
    {
        public static InpReadResult ReadFile(string path) =>
            IO.Inp.InpReader.ReadFile(RepositoryRoot.Combine(path));
    }

    private void Body()
    {
        // <readme>
        var network = InpReader.ReadFile("networks/examples/loop-with-tank.inp").Network!;
        var village = network.IndexOfNode("Village");
        var scenarios = Enumerable.Range(0, 32)
            .Select(i => new ScenarioInput { Name = $"demand x {0.8 + (0.02 * i):0.00}", DemandFactor = 0.8 + (0.02 * i) }).ToList();
        foreach (var result in Ensemble.Run(network, scenarios, new EnsembleOptions { KeepLowestPressures = true }))
        {
            Console.WriteLine($"{result.Scenario.Name}: lowest pressure {result.LowestPressures[village]:0.0} m");
        }
        // </readme>
    }
}
