using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Environments;

namespace WaterSim.Benchmarks.Counties;

/// <summary>Generated counties from small to very large, each measured in a process of its own, as a Markdown table.</summary>
internal static class CountyTable
{
    // From here on a size is measured less often.
    private const int Large = 500_000;
    private const int RoundsOfLarge = 3;

    // Below it times and memory are those of starting up.
    private const int SmallestOfGrowth = 10_000;

    /// <summary>Measures and writes.</summary>
    public static void Write(CountyOptions options, TextWriter output)
    {
        foreach (var line in HostEnvironmentInfo.GetCurrent().ToFormattedString())
        {
            output.WriteLine($"{line}  ");
        }

        output.WriteLine(
            $"""

            ## Generated counties, one process per size

            Elapsed time, medians of {options.Rounds} rounds ({Math.Min(options.Rounds, RoundsOfLarge)} from {Large:N0} nodes on), warmed up with a small county.
            Load: the INP file with validation. Solve: a workspace and one steady state from initial flows. Peak memory: of the
            whole process, after the first round.

            | nodes | file, MB | load, ms | compile, ms | solve, ms | together, ms | peak memory, MB | unknown heads | iterations |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
        var measured = new List<(int Nodes, CountyMeasurement Of)>();
        foreach (var nodes in options.Sizes.Order())
        {
            var file = new FileInfo(CountyFiles.PathOf(nodes)).Length / 1e6;
            var m = MeasureApart(nodes, nodes >= Large ? Math.Min(options.Rounds, RoundsOfLarge) : options.Rounds);
            measured.Add((nodes, m));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {nodes:N0} | {file:N2} | {m.Load:N1} | {m.Compile:N1} | {m.Solve:N1} | {m.Together:N1} | {m.PeakMemory:N0} | {m.Unknowns:N0} | {m.Iterations} |"));
            output.Flush();
        }

        Growth(measured, output);
    }

    // Exponent b of time ~ nodes^b between two sizes.
    private static void Growth(List<(int Nodes, CountyMeasurement Of)> measured, TextWriter output)
    {
        var (small, large) = (measured.Find(m => m.Nodes >= SmallestOfGrowth), measured[^1]);
        if (small.Of is null || small.Nodes == large.Nodes)
        {
            return;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""

            Growth exponent from {small.Nodes:N0} to {large.Nodes:N0} nodes: load {Exponent(m => m.Load):F2}, compile {Exponent(m => m.Compile):F2}, solve {Exponent(m => m.Solve):F2}, together {Exponent(m => m.Together):F2}, peak memory {Exponent(m => m.PeakMemory):F2}.
            """));

        double Exponent(Func<CountyMeasurement, double> value) =>
            Math.Log(value(large.Of) / value(small.Of)) / Math.Log((double)large.Nodes / small.Nodes);
    }

    private static CountyMeasurement MeasureApart(int nodes, int rounds)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        // Started as "dotnet WaterSim.Benchmarks.dll", the process is dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(CountyTable).Assembly.Location);
        }

        string[] arguments =
        [
            CountyOptions.Mode, CountyOptions.Measurer,
            "--sizes", nodes.ToString(CultureInfo.InvariantCulture),
            "--rounds", rounds.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? CountyMeasurement.OfLine(line)
            : throw new InvalidOperationException($"Measuring {nodes} nodes ended with exit code {process.ExitCode}.");
    }
}
