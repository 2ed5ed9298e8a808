using CsCheck;
using WaterSim.Hydraulics;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Numerics;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Hydraulics;

/// <summary>Trees cut off and runs joined, against everything solved at once.</summary>
public sealed class ReductionTests
{
    [Fact]
    public void Reduced_and_whole_networks_and_a_dense_reference_have_one_solution() => RandomNetworks.All.Sample(
        network =>
        {
            var (heads, flows, delivered) = DenseReference.Solve(network);
            Check(Run(network, reduce: true));
            Check(Run(network, reduce: false));
            Check(InLanes(network));

            void Check(SimulationResults found)
            {
                Assert.True(Assert.Single(found.Steps).Converged);
                for (var i = 0; i < heads.Length; i++)
                {
                    Assert.Equal(heads[i], found.Heads(0)[i], 1e-5);
                    Assert.True(network.Nodes[i] is Reservoir || Math.Abs(delivered[i] - found.Demands(0)[i]) < 1e-7);
                }

                for (var k = 0; k < flows.Length; k++)
                {
                    Assert.Equal(flows[k], found.Flows(0)[k], 1e-7);
                }
            }
        },
        iter: 200);

    [Fact]
    public void Half_of_Jiahe_hangs_on_trees_and_most_of_the_rest_stands_in_runs()
    {
        var network = Jiahe();
        var reduced = CompiledNetwork.Of(network);
        var whole = CompiledNetwork.Of(network, new CompileOptions { Reduce = false });
        Assert.Equal(network.Nodes.Count(n => n is Junction), whole.UnknownHeads);
        Assert.True(reduced.UnknownHeads < whole.UnknownHeads / 5, $"{reduced.UnknownHeads} of {whole.UnknownHeads}");
        Assert.True(reduced.Arrays.Pipes.TreeCount > whole.UnknownHeads / 2);
    }

    [Fact]
    public void A_ring_at_one_node_keeps_a_node_of_its_own()
    {
        var network = Draw.Network(
            [
                Draw.Junction("a", demand: 0.01), Draw.Junction("b", demand: 0.02), Draw.Junction("c", demand: 0.03),
                Draw.Reservoir("r", 50),
            ],
            [
                Draw.Pipe("ra", "r", "a"), Draw.Pipe("ab", "a", "b"), Draw.Pipe("bc", "b", "c", 600), Draw.Pipe("ca", "c", "a", 400),
            ]);
        var results = network.Run();
        var (heads, flows, _) = DenseReference.Solve(network);
        Assert.Equal(heads, results.Heads(0).ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal(flows, results.Flows(0).ToArray(), (x, y) => Math.Abs(x - y) < 1e-8);
    }

    [Fact]
    public void A_pipe_that_a_control_may_close_is_no_part_of_a_run()
    {
        var network = Draw.Network(
            [Draw.Junction("a", demand: 0.01), Draw.Junction("b", demand: 0.02), Draw.Reservoir("r", 50)],
            [Draw.Pipe("ra", "r", "a"), Draw.Pipe("ab", "a", "b")]) with
        {
            Times = new TimeOptions { Duration = TimeSpan.FromHours(2) },
            Controls = [new SimpleControl("ab", new ControlAction(LinkStatus.Closed, null), new TimeCondition(TimeSpan.FromHours(1)))],
        };
        var results = network.Run();
        Assert.Equal(0.03, results.Flow("ra"), 1e-9);
        Assert.Equal(0.01, results.Flow("ra", 1), 1e-9);
        Assert.Equal(LinkStatus.Closed, results.Status("ab", 1));
        Assert.True(double.IsNaN(results.Head("b", 1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void However_many_pipes_are_evaluated_at_a_time_the_results_are_the_same_bits(bool pressureDriven)
    {
        var network = Jiahe() with { Times = new TimeOptions { Duration = TimeSpan.FromHours(3) } };
        network = network with
        {
            Options = network.Options with
            {
                DemandModel = pressureDriven ? DemandModel.PressureDriven : DemandModel.DemandDriven,
                RequiredPressure = 15,
            },
        };
        var compiled = CompiledNetwork.Of(network);
        var eight = Run<Lanes1>(compiled, 8);
        foreach (var width in new[] { 4, 1 })
        {
            var other = Run<Lanes1>(compiled, width);
            Assert.Equal(eight.Steps, other.Steps);
            for (var k = 0; k < eight.Times.Length; k++)
            {
                Assert.True(eight.Heads(k).SequenceEqual(other.Heads(k)));
                Assert.True(eight.Flows(k).SequenceEqual(other.Flows(k)));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_time_loop_allocates_nothing(bool pressureDriven)
    {
        var network = InpReader.ReadFile(Repository.File("networks", "examples", "loop-with-tank.inp")).Network!;
        network = network with
        {
            Options = network.Options with
            {
                DemandModel = pressureDriven ? DemandModel.PressureDriven : DemandModel.DemandDriven,
                RequiredPressure = 10,
            },
            Controls = [],
        };
        Assert.Equal(0, AllocatedBySteps<Lanes1>(network));
        Assert.Equal(0, AllocatedBySteps<Lanes8>(network));
    }

    // Of the second run in a runner: the first has made the lists as long as they need to be.
    private static long AllocatedBySteps<T>(Network network)
        where T : struct, ILanes<T>
    {
        var runner = new LaneRunner<T>(CompiledNetwork.Of(network));
        long allocated = -1;
        for (var run = 0; run < 2; run++)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                runner.Begin(lane, LaneChanges.None, record: false);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            var steps = 0;
            while (IsAnyActive(runner))
            {
                runner.Step();
                steps++;
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(steps > 20);
        }

        return allocated;

        static bool IsAnyActive(LaneRunner<T> runner)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                if (runner.IsActive(lane))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static Network Jiahe() => InpReader.ReadFile(Repository.File("networks", "jiahe", "network.inp")).Network!;

    private static SimulationResults Run(Network network, bool reduce) =>
        Run<Lanes1>(CompiledNetwork.Of(network, new CompileOptions { Reduce = reduce }), null);

    private static SimulationResults InLanes(Network network)
    {
        var runner = new LaneRunner<Lanes8>(CompiledNetwork.Of(network));
        runner.Begin(3, LaneChanges.None with { DemandFactor = 0.5 }, record: true);
        runner.Begin(5, LaneChanges.None, record: true);
        while (runner.IsActive(3) || runner.IsActive(5))
        {
            runner.Step();
        }

        return runner[5].Results();
    }

    private static SimulationResults Run<T>(CompiledNetwork compiled, int? width)
        where T : struct, ILanes<T>
    {
        var runner = new LaneRunner<T>(compiled, width);
        runner.Begin(0, LaneChanges.None, record: true);
        while (runner.IsActive(0))
        {
            runner.Step();
        }

        return runner[0].Results();
    }
}
