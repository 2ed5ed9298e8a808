using System.Collections.Immutable;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>A run that is left and gone on with.</summary>
public sealed class RunSessionTests
{
    public static TheoryData<string, double, bool> Runs => new()
    {
        { "networks/jiahe/network.inp", 11, false },
        { "networks/jiahe/network.inp", 7, true },
        { "shared:Net1", 9.5, false },
        { "shared:Net3", 14, false },
        { "shared:Net3", 3, true },
        { "shared:BWSN_Network_1", 31, false },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_run_that_was_saved_and_resumed_has_the_bits_of_one_that_never_stopped(string name, double hours, bool pressureDriven)
    {
        var network = Read(name, pressureDriven);
        var source = network.Nodes.First(n => n is Reservoir).Id;
        var options = new RunOptions
        {
            Quality = [QualityAnalysis.Age, QualityAnalysis.Blend, QualityAnalysis.Trace(source), QualityAnalysis.Chemical],
            ExpectsShortage = pressureDriven,
        };
        var whole = ExtendedPeriod.Run(network, options, cancellation: TestContext.Current.CancellationToken);
        var first = RunSession.Start(CompiledNetwork.Of(network), options);
        while (first.Time < TimeSpan.FromHours(hours))
        {
            Assert.True(first.Step());
        }

        var saved = first.Save();
        var second = RunSession.Resume(CompiledNetwork.Of(network), options, saved);
        Assert.Equal(first.Time, second.Time);
        while (second.Step())
        {
        }

        var rest = second.Results();
        var from = whole.Times.IndexOf(rest.Times[0]);
        Assert.True(rest.Times.Length > 2);
        Assert.Equal(whole.Times[from..], rest.Times);
        for (var k = 0; k < rest.Times.Length; k++)
        {
            Same(whole.Heads(from + k), rest.Heads(k));
            Same(whole.Flows(from + k), rest.Flows(k));
            Same(whole.Demands(from + k), rest.Demands(k));
            for (var a = 0; a < options.Quality.Length; a++)
            {
                Same(whole.Quality[a].Nodes(from + k), rest.Quality[a].Nodes(k));
                Same(whole.Quality[a].Links(from + k), rest.Quality[a].Links(k));
            }
        }

        Assert.Equal(whole.Balance, rest.Balance);
        Assert.Equal(whole.Energy.AsEnumerable(), rest.Energy);
        for (var a = 0; a < options.Quality.Length; a++)
        {
            Assert.Equal(whole.Quality[a].Balances.AsEnumerable(), rest.Quality[a].Balances);
            Same(whole.Quality[a].LastDay.Lowest.AsSpan(), rest.Quality[a].LastDay.Lowest.AsSpan());
            Same(whole.Quality[a].LastDay.Mean.AsSpan(), rest.Quality[a].LastDay.Mean.AsSpan());
        }
    }

    [Fact]
    public void A_state_that_is_cut_short_damaged_or_another_networks_is_refused()
    {
        var network = Read("networks/jiahe/network.inp", false);
        var options = new RunOptions { Quality = [QualityAnalysis.Age] };
        var run = RunSession.Start(CompiledNetwork.Of(network), options);
        for (var step = 0; step < 5; step++)
        {
            run.Step();
        }

        var bytes = run.Save();
        var compiled = CompiledNetwork.Of(network);
        Refused(compiled, options, []);
        Refused(compiled, options, bytes[..^1]);
        Refused(compiled, options, [.. bytes, 0]);
        Refused(compiled, options, bytes[..(bytes.Length / 3)]);
        Refused(compiled, options, [.. bytes.Select(b => (byte)~b)]);
        Refused(compiled, options with { Quality = [QualityAnalysis.Blend] }, bytes);
        Refused(compiled, RunOptions.Default, bytes);
        Refused(CompiledNetwork.Of(Renamed(network)), options, bytes);
        var trace = options with { Quality = [QualityAnalysis.Trace(network.Nodes[0].Id)] };
        var traced = RunSession.Start(compiled, trace);
        traced.Step();
        Refused(compiled, options with { Quality = [QualityAnalysis.Trace(network.Nodes[1].Id)] }, traced.Save());
        Refused(CompiledNetwork.Of(network with { Links = network.Links.RemoveAt(0) }), options, bytes);
    }

    [Fact]
    public void A_finished_run_cannot_be_saved()
    {
        var network = Read("networks/jiahe/network.inp", false);
        network = network with { Times = network.Times with { Duration = TimeSpan.Zero } };
        var run = RunSession.Start(CompiledNetwork.Of(network));
        Assert.False(run.Step());
        Assert.True(run.IsDone);
        Assert.Throws<InvalidOperationException>(() => run.Save());
    }

    // The same network but for the name of a pipe.
    private static Network Renamed(Network network)
    {
        var last = network.Links.OfType<Pipe>().Last();
        return network with { Links = network.Links.Replace(last, last with { Id = last.Id + "x" }) };
    }

    private static void Refused(CompiledNetwork compiled, RunOptions options, byte[] bytes) =>
        Assert.Throws<FormatException>(() => RunSession.Resume(compiled, options, bytes));

    private static void Same(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected[i]), BitConverter.DoubleToInt64Bits(actual[i]));
        }
    }

    private static Network Read(string name, bool pressureDriven)
    {
        var path = name.StartsWith("shared:", StringComparison.Ordinal)
            ? ConformanceData.Require("networks", name["shared:".Length..] + ".inp")
            : Path.Combine(Repository.Root, name);
        var network = InpReader.ReadFile(path).Network;
        Assert.NotNull(network);
        return !pressureDriven ? network : network with
        {
            Options = network.Options with { DemandModel = DemandModel.PressureDriven, RequiredPressure = 20 },
        };
    }
}
