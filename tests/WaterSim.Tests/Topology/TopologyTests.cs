using CsCheck;
using WaterSim.Model;
using WaterSim.Topology;

namespace WaterSim.Tests.Topology;

public sealed class TopologyTests
{
    // A source R, a loop A-B-C, a branch C-D-E with a twig D-F, and an island X-Y.
    private static readonly Network Village = Build(
        ["A", "B", "C", "D", "E", "F", "X", "Y"],
        [("R", "A", 10), ("A", "B", 5), ("B", "C", 5), ("C", "A", 20), ("C", "D", 7), ("D", "E", 3), ("D", "F", 4), ("X", "Y", 1)]);

    [Fact]
    public void An_island_is_a_component_of_its_own_and_unreached()
    {
        var graph = NetworkGraph.OfAllLinks(Village);

        Assert.Equal(2, Components.Find(graph).Count);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 0], Components.Find(graph).OfNode.ToArray());
        Assert.Equal(["X", "Y"], Names(Components.UnreachedNodes(graph, graph.Sources)));
    }

    [Fact]
    public void Closing_a_link_cuts_off_what_hangs_behind_it_only_in_the_graph_of_open_links()
    {
        var closed = Village with { Links = Village.Links.SetItem(4, (Pipe)Village.Links[4] with { InitialStatus = LinkStatus.Closed }) };
        var (all, open) = (NetworkGraph.OfAllLinks(closed), NetworkGraph.OfOpenLinks(closed));

        Assert.Equal(["X", "Y"], Names(Components.UnreachedNodes(all, all.Sources)));
        Assert.Equal(["D", "E", "F", "X", "Y"], Names(Components.UnreachedNodes(open, open.Sources)));
    }

    [Fact]
    public void Bridges_are_the_links_outside_loops() =>
        Assert.Equal([0, 4, 5, 6, 7], Bridges.Find(NetworkGraph.OfAllLinks(Village)));

    [Fact]
    public void Two_pipes_side_by_side_are_no_bridges() =>
        Assert.Equal([2], Bridges.Find(NetworkGraph.OfAllLinks(Build(["A", "B"], [("R", "A", 1), ("A", "R", 1), ("A", "B", 1)]))));

    [Fact]
    public void A_long_pipeline_does_not_overflow_the_stack()
    {
        const int count = 100_000;
        var line = Build(
            [.. Enumerable.Range(0, count).Select(i => $"N{i}")],
            [("R", "N0", 1), .. Enumerable.Range(1, count - 1).Select(i => ($"N{i - 1}", $"N{i}", 1.0))]);
        var graph = NetworkGraph.OfAllLinks(line);

        Assert.Equal(count, Bridges.Find(graph).Count);
        Assert.Equal(count, Assert.Single(DeadEnds.Find(graph, graph.Sources)).Nodes.Length);
    }

    [Fact]
    public void Dead_end_trees_hang_on_the_loop()
    {
        var graph = NetworkGraph.OfAllLinks(Village);
        var trees = DeadEnds.Find(graph, graph.Sources);

        var branch = Assert.Single(trees, t => Village.Nodes[t.Root].Id == "C");
        Assert.Equal(["E", "F", "D"], Names(branch.Nodes));
        Assert.Equal([5, 6, 4], branch.Links);
    }

    [Fact]
    public void A_tree_without_a_source_hangs_on_its_last_node()
    {
        var graph = NetworkGraph.OfAllLinks(Village);

        var island = Assert.Single(DeadEnds.Find(graph, graph.Sources), t => Village.Nodes[t.Root].Id is "X" or "Y");
        Assert.Equal([7], island.Links);
    }

    [Fact]
    public void A_branch_that_ends_in_a_source_is_no_dead_end()
    {
        var graph = NetworkGraph.OfAllLinks(Village);

        Assert.DoesNotContain(DeadEnds.Find(graph, graph.Sources), t => t.Nodes.Contains(Village.IndexOfNode("A")));
        Assert.DoesNotContain(DeadEnds.Find(graph, graph.Sources), t => t.Nodes.Contains(Village.IndexOfNode("R")));
    }

    [Fact]
    public void The_shortest_way_goes_round_the_loop_where_that_is_shorter()
    {
        var paths = ShortestPaths.ByLength(NetworkGraph.OfAllLinks(Village), Village.IndexOfNode("R"));

        // R-A 10, A-B 5, B-C 5, C-D 7, D-E 3; the direct pipe C-A is 20 m.
        Assert.Equal(30, paths.Distances[Village.IndexOfNode("E")]);
        Assert.Equal([0, 1, 2, 4, 5], paths.To(Village.IndexOfNode("E")));
        Assert.Empty(paths.To(paths.Source));
    }

    [Fact]
    public void There_is_no_way_to_an_island()
    {
        var paths = ShortestPaths.ByLength(NetworkGraph.OfAllLinks(Village), Village.IndexOfNode("R"));

        Assert.Equal(double.PositiveInfinity, paths.Distances[Village.IndexOfNode("X")]);
        Assert.Throws<InvalidOperationException>(() => paths.To(Village.IndexOfNode("X")));
    }

    [Fact]
    public void The_maximum_flow_is_the_capacity_of_the_least_cut()
    {
        // Cormen et al., Introduction to Algorithms, figure 26.1, two-way: 16 and 13 leave s; 20 and 4 enter t.
        double[] capacity = [16, 13, 12, 14, 9, 20, 7, 4];
        var network = Build(
            ["v1", "v2", "v3", "v4", "t"],
            [("R", "v1", 1), ("R", "v2", 1), ("v1", "v3", 1), ("v2", "v4", 1), ("v3", "v2", 1), ("v3", "t", 1), ("v4", "v3", 1), ("v4", "t", 1)]);
        var graph = NetworkGraph.OfAllLinks(network);

        var flow = MaximumFlow.Between(graph, graph.Sources, [network.IndexOfNode("t")], link => capacity[link]);

        Assert.Equal(24, flow.Value, 9);
        Assert.Equal(24, flow.Cut.Sum(link => capacity[link]), 9);
        Assert.Equal([5, 7], flow.Cut);
        for (var link = 0; link < capacity.Length; link++)
        {
            Assert.InRange(Math.Abs(flow.Flows[link]), 0, capacity[link] + 1e-9);
        }

        foreach (var node in new[] { "v1", "v2", "v3", "v4" })
        {
            Assert.Equal(0, Balance(network, flow, node), 9);
        }

        Assert.Equal(24, Balance(network, flow, "t"), 9);
    }

    [Fact]
    public void A_check_valve_lets_no_flow_back_and_parallel_pipes_share()
    {
        var network = Build(["A", "B"], [("R", "A", 1), ("R", "A", 1), ("B", "A", 1), ("A", "B", 1)]);
        network = network with { Links = network.Links.SetItem(2, (Pipe)network.Links[2] with { HasCheckValve = true }) };
        var graph = NetworkGraph.OfAllLinks(network);

        var flow = MaximumFlow.Between(graph, graph.Sources, [1], link => link switch { 0 => 1, 1 => 3, 2 => 100, _ => 50 });

        Assert.Equal(4, flow.Value, 9);
        Assert.Equal([1, 3, 0, 4], flow.Flows.ToArray().Select(q => Math.Round(q, 9)));
        Assert.Equal([0, 1], flow.Cut);
    }

    [Fact]
    public void Against_a_check_valve_nothing_flows()
    {
        var network = Build(["A"], [("A", "R", 1)]);
        network = network with { Links = [(Pipe)network.Links[0] with { HasCheckValve = true }] };
        var graph = NetworkGraph.OfAllLinks(network);

        Assert.Equal(0, MaximumFlow.Between(graph, graph.Sources, [0], _ => 5).Value);
    }

    [Fact]
    public void A_single_pipe_is_its_own_cut()
    {
        var graph = NetworkGraph.OfAllLinks(Build(["A"], [("R", "A", 1)]));

        var flow = MaximumFlow.Between(graph, graph.Sources, [0], _ => 5);

        Assert.Equal(5, flow.Value);
        Assert.Equal([0], flow.Cut);
    }

    [Fact]
    public void The_maximum_flow_equals_the_least_cut_on_any_network() =>
        Check.Sample(
            Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 9], Gen.Bool).Array[1, 20],
            pipes =>
            {
                string Name(int i) => i == 7 ? "R" : $"N{i}";
                var network = Build(
                    [.. Enumerable.Range(0, 7).Select(Name)],
                    [.. pipes.Where(p => p.Item1 != p.Item2).Select(p => (Name(p.Item1), Name(p.Item2), 1.0))]);
                var kept = pipes.Where(p => p.Item1 != p.Item2).ToArray();
                network = network with
                {
                    Links = [.. network.Links.Select((l, i) => (Link)((Pipe)l with { HasCheckValve = kept[i].Item4 }))],
                };
                var graph = NetworkGraph.OfAllLinks(network);
                var flow = MaximumFlow.Between(graph, graph.Sources, [0], link => kept[link].Item3);

                Assert.Equal(flow.Value, flow.Cut.Sum(link => (double)kept[link].Item3), 9);
                Assert.Equal(flow.Value, Balance(network, flow, "N0"), 9);
                for (var i = 1; i < 7; i++)
                {
                    Assert.Equal(0, Balance(network, flow, $"N{i}"), 9);
                }
            });

    [Fact]
    public void A_link_to_nowhere_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => NetworkGraph.OfAllLinks(Build(["A"], [("A", "nowhere", 1)])));

    private static double Balance(Network network, MaximumFlow flow, string node)
    {
        var sum = 0.0;
        for (var link = 0; link < network.Links.Length; link++)
        {
            sum += network.Links[link].ToNode == node ? flow.Flows[link] : 0;
            sum -= network.Links[link].FromNode == node ? flow.Flows[link] : 0;
        }

        return sum;
    }

    private static IEnumerable<string> Names(IEnumerable<int> nodes) => nodes.Select(i => Village.Nodes[i].Id);

    private static Network Build(string[] junctions, (string From, string To, double Length)[] pipes) => new()
    {
        Nodes = [.. junctions.Select(id => new Junction { Id = id }), new Reservoir { Id = "R" }],
        Links =
        [
            .. pipes.Select((p, i) => new Pipe
            {
                Id = $"P{i}",
                FromNode = p.From,
                ToNode = p.To,
                Length = p.Length,
                Diameter = 0.1,
                Roughness = 100,
            }),
        ],
    };
}
