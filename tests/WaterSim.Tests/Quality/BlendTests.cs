using CsCheck;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>All sources in one pass: shares of one whole, each of which is what a trace finds alone.</summary>
public sealed class BlendTests
{
    [Fact]
    public void Shares_add_up_to_one_everywhere_and_always() => SystemGenerator.Seeds.Sample(
        seed =>
        {
            var network = SystemGenerator.Of(seed);
            CheckSums(ExtendedPeriod.Run(network, new RunOptions { Quality = [QualityAnalysis.Blend] }));
        },
        iter: 150);

    [Fact]
    public void Each_share_is_what_a_trace_of_its_source_finds() => SystemGenerator.Seeds.Sample(
        seed =>
        {
            var network = SystemGenerator.Of(seed);
            var sources = network.Nodes.OfType<Reservoir>().Select(r => r.Id).ToArray();
            CheckTraces(
                ExtendedPeriod.Run(network, new RunOptions { Quality = [QualityAnalysis.Blend, .. sources.Select(QualityAnalysis.Trace)] }),
                sources);
        },
        iter: 60);

    [Fact]
    public void Of_Jiahe_shares_of_ten_reservoirs_add_up_and_are_those_of_traces()
    {
        var network = InpReader.ReadFile(Repository.File("networks", "jiahe", "network.inp")).Network!;
        network = network with { Times = network.Times with { Duration = TimeSpan.FromHours(30) } };
        var sources = network.Nodes.OfType<Reservoir>().Select(r => r.Id).ToArray();
        Assert.Equal(10, sources.Length);
        var traced = sources.Take(3).ToArray();
        var results = network.Follow([QualityAnalysis.Blend, .. traced.Select(QualityAnalysis.Trace)]);
        CheckSums(results);
        CheckTraces(results, traced);
        Assert.Equal([.. sources, QualityResults.AtStart], results.Quality[0].Columns);
        Assert.All(results.Quality[0].Balances, b => Assert.Equal(1, b.Ratio, 1e-9));
    }

    [Fact]
    public void Water_that_enters_at_a_junction_is_from_elsewhere()
    {
        // 6 L/s from the reservoir, 2 L/s from outside.
        var results = Mixing(Draw.Junction("well", demand: -0.002)).Follow(QualityAnalysis.Blend);
        Assert.Equal(["r", QualityResults.AtStart, QualityResults.Elsewhere], results.Quality[0].Columns);
        Assert.Equal([0.75, 0, 0.25], Shares(results, "j", 2), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([0.0, 0, 1], Shares(results, "well", 2), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void So_is_what_a_pattern_turns_into_an_inflow()
    {
        var network = Mixing(Draw.Junction("well", demand: 0.002).Patterned("turning")) with
        {
            Patterns = [new Pattern("turning", [1, -1])],
        };
        var results = network.Follow(QualityAnalysis.Blend);
        Assert.Equal([0.75, 0, 0.25], Shares(results, "j", 2), (a, b) => Math.Abs(a - b) < 1e-9);
        CheckSums(results);
    }

    [Fact]
    public void So_is_what_an_emitter_sucks_in()
    {
        // 60 m above the reservoir's head.
        var network = Mixing(Draw.Junction("well", elevation: 160) with { EmitterCoefficient = 1e-4 });
        var results = network.Follow(QualityAnalysis.Blend);
        Assert.True(results.Demands(2)[network.IndexOfNode("well")] < 0);
        Assert.Equal([0.0, 0, 1], Shares(results, "well", 2), (a, b) => Math.Abs(a - b) < 1e-9);
        CheckSums(results);
    }

    private static Network Mixing(Junction well) => Draw.Network(
        [well, Draw.Junction("j", demand: 0.008), Draw.Reservoir("r", 100)],
        [QualityDraw.Short("a", "r", "j"), QualityDraw.Short("b", "well", "j")]) with
    {
        Times = QualityDraw.Every(60, 3600, 7200),
    };

    private static double[] Shares(SimulationResults results, string node, int k) =>
        [.. Enumerable.Range(0, results.Quality[0].Columns.Length).Select(c => results.Quality(node, k, column: c))];

    private static void CheckSums(SimulationResults results)
    {
        var columns = results.Quality[0].Columns.Length;
        for (var k = 0; k < results.Times.Length; k++)
        {
            Check(results.Quality[0].Nodes(k), i => results.Network.Nodes[i].Id);
            Check(results.Quality[0].Links(k), i => results.Network.Links[i].Id);

            void Check(ReadOnlySpan<double> rows, Func<int, string> id)
            {
                for (var i = 0; i < rows.Length / columns; i++)
                {
                    var shares = rows.Slice(i * columns, columns).ToArray();
                    Assert.True(
                        Math.Abs(shares.Sum() - 1) < 1e-9 && shares.Min() > -1e-12,
                        $"{id(i)} at {results.Times[k]}: {string.Join(' ', shares)}");
                }
            }
        }
    }

    // Segments become one where they differ by less than 1e-4, of a trace in its share, of a blend in every one: not the same
    // segments. What either is off by is less than that at every merger it met, and mergers either way cancel: within 1e-3.
    private static void CheckTraces(SimulationResults results, string[] sources)
    {
        for (var s = 0; s < sources.Length; s++)
        {
            var column = results.Quality[0].Columns.IndexOf(sources[s]);
            for (var k = 0; k < results.Times.Length; k++)
            {
                var blend = results.Quality[0].NodeColumn(k, column);
                var trace = results.Quality[1 + s].NodeColumn(k, 0);
                for (var i = 0; i < blend.Length; i++)
                {
                    Assert.True(
                        Math.Abs(blend[i] - trace[i]) < 1e-3,
                        $"{sources[s]} at {results.Network.Nodes[i].Id}, {results.Times[k]}: {blend[i]} and {trace[i]}");
                }
            }
        }
    }
}
