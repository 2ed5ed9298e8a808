using System.Text.Json;

namespace WaterSim.Cli.Tests;

public sealed class InfoCommandTests : IDisposable
{
    // Two loops side by side (A B C, B C D), a dead end D-E-F of 300 m, and a part of its own (X Y).
    private const string TwoLoops = """
        [JUNCTIONS]
        A 0 10 P
        B 0 0
        C 0 0
        D 0 0
        E 0 0
        F 0 2
        X 0 0
        Y 0 0
        [RESERVOIRS]
        R 50
        [PATTERNS]
        P 1 2
        [PIPES]
        RA R A 1000 500 100
        AB A B 100 100 100
        BC B C 100 100 100
        CA C A 100 100 100
        BD B D 100 200 100
        CD C D 100 200 100
        DE D E 100 1200 100
        EF E F 200 1200 100
        XY X Y 50 80 100
        [OPTIONS]
        Units LPS
        [END]
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Facts_are_those_counted_by_hand()
    {
        var run = Tool.Run("info", _place.Write("two-loops.inp", TwoLoops), "--json");
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(8, root.GetProperty("counts").GetProperty("junctions").GetInt32());
        Assert.Equal(9, root.GetProperty("counts").GetProperty("pipes").GetInt32());
        Assert.Equal(0.017, root.GetProperty("demand_m3s").GetDouble(), 1e-12);
        Assert.Equal(1850, root.GetProperty("pipe_length_m").GetDouble(), 1e-9);
        Assert.Equal(
            [350, 200, 0, 0, 1000, 0, 0, 300],
            root.GetProperty("pipe_lengths_by_diameter").EnumerateArray().Select(c => c.GetProperty("length_m").GetDouble()));
        var topology = root.GetProperty("topology");
        Assert.Equal(2, topology.GetProperty("components").GetInt32());
        Assert.Equal(2, topology.GetProperty("unreached_nodes").GetInt32());
        Assert.Equal(2, topology.GetProperty("loops").GetInt32());
        Assert.Equal(4, topology.GetProperty("bridges").GetInt32());
        var tree = topology.GetProperty("longest_dead_end_tree");
        Assert.Equal("D", tree.GetProperty("root").GetString());
        Assert.Equal(300, tree.GetProperty("length_m").GetDouble(), 1e-9);
    }

    [Fact]
    public void A_person_reads_the_same()
    {
        var run = Tool.Run("info", _place.Write("two-loops.inp", TwoLoops));

        Assert.Contains("8 junctions, 1 reservoir, 0 tanks", run.Output, StringComparison.Ordinal);
        Assert.Contains("1,469 m3/d", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 independent loops", run.Output, StringComparison.Ordinal);
        Assert.Contains("no source reaches 2 nodes", run.Output, StringComparison.Ordinal);
        Assert.Contains("over 1,000", run.Output, StringComparison.Ordinal);
        Assert.Contains("WS2014", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_1()
    {
        var run = Tool.Run("info", _place["nowhere.inp"], "--json");

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("nowhere.inp", run.Error, StringComparison.Ordinal);
    }
}
