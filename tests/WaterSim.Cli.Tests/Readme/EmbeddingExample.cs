// README.md shows what stands between the marks, word for word.
// <readme>
using WaterSim.IO.Inp;
using WaterSim.Simulation;

// </readme>
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests.Readme;

/// <summary>The README's example of embedding the engine, compiled and run.</summary>
internal sealed class EmbeddingExample
{
    // The example's Console: what it prints is kept.
    private readonly StringWriter Console = new();

    /// <summary>Runs the example as if the repository's root were the current folder, and tells what it printed.</summary>
    public static string Run()
    {
        var example = new EmbeddingExample();
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
        var read = InpReader.ReadFile("networks/examples/loop-with-tank.inp");
        foreach (var diagnostic in read.Diagnostics)
        {
            Console.WriteLine(diagnostic);
        }

        var results = ExtendedPeriod.Run(read.Network!);
        var village = read.Network!.IndexOfNode("Village");
        var lowest = Enumerable.Range(0, results.Times.Length).MinBy(k => results.Pressures(k)[village]);
        Console.WriteLine($"Lowest pressure {results.Pressures(lowest)[village]:0.0} m at {results.Times[lowest]:hh\\:mm}");
        Console.WriteLine($"Water unaccounted for: {results.Balance.RelativeError:P6}");
        // </readme>
    }
}
