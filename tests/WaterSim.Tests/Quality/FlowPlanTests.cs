using CsCheck;
using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>The order of the nodes, on flows that no hydraulics need have found.</summary>
public sealed class FlowPlanTests
{
    [Fact]
    public void Every_node_comes_after_those_it_gets_water_from_but_for_late_links() => Gen.Select(Graphs, Gen.Int, Gen.Bool).Sample(
        (graph, seed, rises) =>
        {
            var (network, plan, state) = Prepare(graph);
            var random = new Random(seed);
            for (var update = 0; update < 5; update++)
            {
                // From a lower to a higher node throughout, which makes no loop, or anyhow; a third of the links at rest.
                for (var k = 0; k < network.LinkCount; k++)
                {
                    var size = random.Next(3) == 0 ? 0 : random.NextDouble();
                    state.Flow[network.SolverLink[k]] = size * (rises ? Math.Sign(network.To[k] - network.From[k]) : random.Next(2) == 0 ? 1 : -1);
                }

                plan.Update(state);
                Check(network, plan, state);
                Assert.True(!rises || plan.Late.Count == 0);
            }
        },
        iter: 300);

    [Fact]
    public void Flows_that_turn_are_told_once_and_rest_between_is_no_turn()
    {
        var (network, plan, state) = Prepare((2, [(0, 1)]));
        var link = network.LinkOfModel[0];
        foreach (var (flow, turns, last) in ((double, int, int)[])
            [(1, 0, 1), (2, 0, 1), (0, 0, 1), (1, 0, 1), (0, 0, 1), (-1, 1, -1), (-3, 0, -1), (0, 0, -1), (1, 1, 1), (-1, 1, -1)])
        {
            state.Flow[network.SolverLink[link]] = flow;
            plan.Update(state);
            Assert.Equal(turns, plan.Turned.Count);
            Assert.Equal(last, plan.LastDirection[link]);
        }
    }

    [Fact]
    public void A_closed_link_carries_nothing_whatever_seeps_in_the_computation()
    {
        var (network, plan, state) = Prepare((3, [(0, 1), (1, 2)]));
        var (open, closed) = (network.Arrays.SolverLink[0], network.Arrays.SolverLink[1]);
        (state.Flow[open], state.Flow[closed]) = (1, 1);
        state.Status[closed] = LinkState.Closed;
        plan.Update(state);
        Assert.Equal(1, plan.InRate.Sum());
    }

    [Fact]
    public void A_circle_with_no_way_in_is_broken_in_one_place()
    {
        var (network, plan, state) = Prepare((4, [(0, 1), (1, 2), (2, 3), (3, 0)]));
        for (var k = 0; k < network.LinkCount; k++)
        {
            state.Flow[network.SolverLink[k]] = network.Arrays.ModelLink[network.SolverLink[k]] < 4 ? 1 : 0;
        }

        plan.Update(state);
        Check(network, plan, state);
        Assert.Single(plan.Late);
    }

    [Fact]
    public void A_loop_of_which_one_node_is_fed_begins_there()
    {
        // Water from 0 enters the circle 1, 2, 3 at 1: the link from 3 to 1 is late, and no other.
        var (network, plan, state) = Prepare((4, [(0, 1), (1, 2), (2, 3), (3, 1)]));
        for (var k = 0; k < network.LinkCount; k++)
        {
            state.Flow[network.SolverLink[k]] = network.Arrays.ModelLink[network.SolverLink[k]] < 4 ? 1 : 0;
        }

        plan.Update(state);
        var late = plan.Feeds[Assert.Single(plan.Late)].Link;
        Assert.Equal(3, network.Arrays.ModelLink[network.SolverLink[late]]);
    }

    private static void Check(QualityNetwork network, FlowPlan plan, HydraulicState state)
    {
        Assert.Equal(Enumerable.Range(0, network.NodeCount), plan.Stops.Select(s => s.Node).Order());
        var flows = network.SolverLink.Select(k => state.Flow[k]).ToArray();
        var fed = new HashSet<int>();
        var o = 0;
        for (var p = 0; p < plan.Stops.Length; p++)
        {
            var stop = plan.Stops[p];
            Assert.Equal(p, plan.Place[stop.Node]);
            for (; o < stop.FeedEnd; o++)
            {
                var feed = plan.Feeds[o];
                var k = feed.Link;
                Assert.True(fed.Add(k));
                var isLate = feed.To < 0;
                var to = isLate ? ~feed.To : feed.To;
                Assert.Equal(flows[k] > 0 ? (network.From[k], network.To[k]) : (network.To[k], network.From[k]), (stop.Node, to));
                Assert.Equal(Math.Abs(flows[k]), feed.Rate);
                Assert.Equal(isLate, plan.Place[to] <= p);
                Assert.Equal(isLate, plan.Late.Contains(o));
                Assert.True(!isLate || plan.Loops.Exists(l => l.Start <= plan.Place[to] && p < l.End), "late, and in no loop");
            }

            var comes = Enumerable.Range(0, network.LinkCount).Where(k => flows[k] != 0)
                .Where(k => (flows[k] > 0 ? network.To[k] : network.From[k]) == stop.Node).Sum(k => Math.Abs(flows[k]));
            Assert.Equal(comes, plan.InRate[stop.Node], 1e-12);
            Assert.Equal(network.Kinds[stop.Node] == NodeRole.Junction ? comes - plan.FedRate[stop.Node] : 0, stop.Drawn, 1e-12);
        }

        Assert.Equal(Enumerable.Range(0, network.LinkCount).Where(k => flows[k] != 0), fed.Order());
        Assert.All(plan.Loops, l => Assert.True(l.End - l.Start > 1));
        Assert.Equal(plan.Loops.OrderBy(l => l.Start), plan.Loops);
    }

    private static readonly Gen<(int Nodes, (int A, int B)[] Links)> Graphs =
        from nodes in Gen.Int[2, 12]
        from links in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1]).Array[1, 30]
        let joined = links.Where(l => l.Item1 != l.Item2).ToArray()
        where joined.Length > 0
        select (nodes, joined);

    // Every node is a reservoir's neighbour, so that the network is valid; those pipes stay without flow.
    private static (QualityNetwork Network, FlowPlan Plan, HydraulicState State) Prepare((int Nodes, (int A, int B)[] Links) graph)
    {
        var network = Draw.Network(
            [.. Enumerable.Range(0, graph.Nodes).Select(i => Draw.Junction($"j{i}")), Draw.Reservoir("r", 50)],
            [
                .. graph.Links.Select((l, i) => Draw.Pipe($"p{i}", $"j{l.A}", $"j{l.B}")),
                .. Enumerable.Range(0, graph.Nodes).Select(i => Draw.Pipe($"r{i}", "r", $"j{i}")),
            ]);

        // Not reduced, so that the solver's numbers are the model's.
        var arrays = CompiledNetwork.Of(network, new CompileOptions { Reduce = false }).Arrays;
        var quality = new QualityNetwork(arrays);
        var state = new LaneStates(arrays, 1)[0];
        for (var k = 0; k < quality.LinkCount; k++)
        {
            state.Flow[k] = 0;
        }

        return (quality, new FlowPlan(quality), state);
    }
}
