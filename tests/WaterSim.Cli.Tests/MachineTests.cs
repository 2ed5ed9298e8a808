using System.Diagnostics;

namespace WaterSim.Cli.Tests;

/// <summary>Results on machines with and without vector instructions.</summary>
public sealed class MachineTests
{
    [Fact]
    public async Task Results_are_the_same_bytes_with_and_without_vector_instructions()
    {
        using var folder = new Workplace();
        var wide = await RunAsync(folder["wide"], []);
        var narrow = await RunAsync(folder["narrow"], [("DOTNET_EnableAVX512", "0"), ("DOTNET_EnableAVX512F", "0")]);
        var none = await RunAsync(folder["none"], [("DOTNET_EnableHWIntrinsic", "0")]);
        Assert.Equal(wide, narrow);
        Assert.Equal(wide, none);
    }

    // Heads and flows of a run in a process of its own, which alone can be told to do without instructions.
    private static async Task<string> RunAsync(string place, (string Name, string Value)[] settings)
    {
        var network = Workplace.Example("loop-with-tank");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(ExitCode).Assembly.Location, "run", network, "--out", place, "--no-figures", "--quiet" },
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (variable, value) in settings)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, error);
        return await File.ReadAllTextAsync(Path.Combine(place, "nodes.csv"), TestContext.Current.CancellationToken)
            + await File.ReadAllTextAsync(Path.Combine(place, "links.csv"), TestContext.Current.CancellationToken);
    }
}
