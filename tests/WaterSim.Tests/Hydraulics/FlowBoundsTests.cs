using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Numerics;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Hydraulics;

/// <summary>Bounds on the flows of the first iterations.</summary>
public sealed class FlowBoundsTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(14, 5)]
    [InlineData(15, 300)]
    public void First_iterations_keep_to_five_metres_a_second(int iteration, double velocity)
    {
        var arrays = CompiledNetwork.Of(Pipe()).Arrays;
        var states = new LaneStates(arrays, 1);
        var state = states[0];
        var k = arrays.SolverLink[0];
        var area = Math.PI * 0.3 * 0.3 / 4;
        state.Flow[k] = -300 * area;
        var progress = new LaneProgress<Lanes1>(arrays);
        progress.Start(0, 2);
        progress.Iteration[0] = iteration;
        progress.Add(0, state.Flow[k], 0);
        new FlowBounds(arrays).Keep(states, progress);
        Assert.Equal(-velocity * area, state.Flow[k], 1e-9);
    }

    [Fact]
    public void A_pipe_may_still_run_faster_than_that()
    {
        // 120 m of head on 50 m of pipe: 18 m/s.
        var day = new RepeatedRun(Pipe()).Run(new ScenarioInput());
        var expected = ExtendedPeriod.Run(Pipe(), cancellation: TestContext.Current.CancellationToken).Flows(0)[0];
        Assert.InRange(expected / (Math.PI * 0.3 * 0.3 / 4), 12, 30);
        Assert.Equal(expected * 3600, day.Passed[0], 1e-6);
    }

    private static Network Pipe() => Draw.Network(
        [Draw.Junction("a"), Draw.Reservoir("r", 120), Draw.Reservoir("s", 0)],
        [Draw.Pipe("ra", "r", "a", 25), Draw.Pipe("as", "a", "s", 25), Draw.Pipe("x", "r", "s", 10_000)]) with
    { Times = new TimeOptions { Duration = TimeSpan.FromHours(1) } };
}
