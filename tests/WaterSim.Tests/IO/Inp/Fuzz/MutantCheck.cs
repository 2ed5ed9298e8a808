using System.Diagnostics;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Inp.Fuzz;

/// <summary>Holds one mutant to what every file is owed: no exception, a line for each error, bounded time and memory.</summary>
internal static class MutantCheck
{
    private const int LargestRun = 300;
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(2);

    /// <summary>Checks a mutant; what it should not do it throws.</summary>
    public static FuzzVerdict Check(byte[] file, bool run)
    {
        var result = Read(file);
        Lines(file, result);
        if (result.Network is not { } network)
        {
            return FuzzVerdict.Refused;
        }

        // With its nodes set anew the network forgets what the reader knew of it, and is checked from the ground up.
        var errors = NetworkValidator.Validate(network with { Nodes = network.Nodes })
            .Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, $"accepted by the reader, refused by the validator: {string.Join('\n', errors.Take(3))}");
        var text = InpWriter.ToText(network);
        var again = InpFile.Read(text);
        Assert.True(again.Network is not null, $"written, and not read again: {string.Join('\n', again.Diagnostics.Take(3))}");
        Assert.Null(Structure.Difference(network, again.Network, 1e-14));
        Assert.Equal(text, InpWriter.ToText(again.Network));
        if (!run || network.Nodes.Length > LargestRun)
        {
            return FuzzVerdict.Accepted;
        }

        Run(network);
        return FuzzVerdict.Run;
    }

    private static InpReadResult Read(byte[] file)
    {
        // A machine that is busy elsewhere may take its time once.
        for (var attempt = 0; ; attempt++)
        {
            var memory = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var result = InpReader.Read(file, "mutant.inp");
            var elapsed = clock.Elapsed;
            memory = GC.GetAllocatedBytesForCurrentThread() - memory;
            Assert.True(memory < 50_000_000 + (300L * file.Length), $"{memory} bytes allocated for a file of {file.Length}");
            if (elapsed < LongestReading)
            {
                return result;
            }

            Assert.True(attempt < 2, $"reading took {elapsed} for a file of {file.Length} bytes");
        }
    }

    private static void Lines(byte[] file, InpReadResult result)
    {
        var lines = file.AsSpan().Count((byte)'\n') + 1;
        Assert.Equal(result.Network is null, result.HasErrors);
        foreach (var error in result.Diagnostics)
        {
            Assert.True(
                error.Location is { Column: >= 0 } place && place.Line >= 1 && place.Line <= lines,
                $"no line of the file is named: {error}");
        }
    }

    private static void Run(Network network)
    {
        var step = network.Times.HydraulicStep < TimeSpan.FromHours(1) ? network.Times.HydraulicStep : TimeSpan.FromHours(1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            ExtendedPeriod.Run(
                network with
                {
                    Times = network.Times with
                    {
                        HydraulicStep = step,
                        Duration = network.Times.Duration < 3 * step ? network.Times.Duration : 3 * step,
                    },
                    Options = network.Options with { MaxTrials = Math.Min(network.Options.MaxTrials, 40), UnbalancedExtraTrials = 0 },
                },
                cancellation: patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Many short steps, each of which ended.
        }
    }
}
