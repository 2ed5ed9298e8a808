using System.Security.Cryptography;
using System.Text;
using WaterSim.Generation;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;
using WaterSim.Topology;

namespace WaterSim.Tests.Generation;

public sealed class CountyGeneratorTests
{
    // Pressure heads that a county supply owes its villages and that pipes are made for, m.
    private const double LeastPressure = 20;
    private const double MostPressure = 80;

    [Fact]
    public void A_county_has_the_nodes_asked_for_and_nothing_wrong_with_it()
    {
        int[] sizes = [.. Enumerable.Range(CountyGenerator.FewestNodes, 700), 999, 1_000, 4_321, 10_000, 50_001];
        foreach (var nodes in sizes)
        {
            var network = CountyGenerator.Generate(nodes, (ulong)nodes);

            Assert.Equal(nodes, network.Nodes.Length);
            Assert.Empty(NetworkValidator.Validate(network));
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        Assert.Equal(Text(1_000, 7), Text(1_000, 7));
        Assert.NotEqual(Text(1_000, 7), Text(1_000, 8));
        Assert.NotEqual(Text(1_000, 7), Text(1_001, 7));
    }

    [Theory]
    [InlineData(1_000, 1, "89f269d011bbcac802797c2103a79d3e127df93682d4ff958ff4064a4cc18433")]
    [InlineData(20_000, 2, "9691a025224890d7bcb3ad79bcc7f2145b340f20ddc0bb49aaffed9b3ae96166")]
    public void A_county_is_the_same_on_every_machine(int nodes, ulong seed, string hash)
    {
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(nodes, seed)))));
    }

    [Theory]
    [InlineData(50, 3)]
    [InlineData(1_000, 1)]
    [InlineData(5_000, 2)]
    public void Everybody_is_served_all_day(int nodes, ulong seed)
    {
        var network = CountyGenerator.Generate(nodes, seed);

        var results = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(results.Diagnostics);
        Assert.Equal(25, results.Times.Length);
        for (var k = 0; k < results.Times.Length; k++)
        {
            for (var i = 0; i < nodes; i++)
            {
                if (network.Nodes[i] is Junction)
                {
                    Assert.InRange(results.Pressures(k)[i], LeastPressure, MostPressure);
                }
            }
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void A_county_is_one_piece_with_few_loops_and_many_dead_ends(int nodes)
    {
        var network = CountyGenerator.Generate(nodes, 1);

        var graph = NetworkGraph.OfAllLinks(network);
        var degrees = Enumerable.Range(0, nodes).Select(graph.Graph.AdjacentDegree).ToList();
        Assert.Equal(1, Components.Find(graph).Count);
        Assert.InRange(degrees.Count(d => d == 1), 0.25 * nodes, 0.33 * nodes);
        Assert.InRange(degrees.Count(d => d == 2), 0.30 * nodes, 0.50 * nodes);
        Assert.InRange(network.Links.Length - nodes + 1, 0.07 * nodes, 0.15 * nodes);
        Assert.Contains(network.Nodes, n => n is Tank);
        Assert.All(network.Nodes, n => Assert.NotNull(n.Position));
    }

    [Fact]
    public void A_county_reads_back_as_it_was()
    {
        var network = CountyGenerator.Generate(3_000, 5);

        var read = InpReader.Read(Encoding.UTF8.GetBytes(InpWriter.ToText(network)), "county.inp");

        Assert.Empty(read.Diagnostics);
        Assert.Null(Structure.Difference(network, read.Network));
    }

    [Theory]
    [InlineData(CountyGenerator.FewestNodes - 1)]
    [InlineData(CountyGenerator.MostNodes + 1)]
    [InlineData(-1)]
    public void Too_few_or_too_many_nodes_are_a_callers_mistake(int nodes)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CountyGenerator.Generate(nodes, 1));
    }

    private static string Text(int nodes, ulong seed) => InpWriter.ToText(CountyGenerator.Generate(nodes, seed));
}
