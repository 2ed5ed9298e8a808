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
    [InlineData(0, 0.0, 0.5)]
    [InlineData(0, 0.1, 0.5)]
    [InlineData(14, 3.0, 6.0)]
    [InlineData(15, 3.0, 300.0)]
    public void In_first_iterations_a_flow_may_double_or_rise_to_half_a_metre_a_second(
        int iteration, double before, double after)
    {
        var arrays = CompiledNetwork.Of(Pipe()).Arrays;
        var states = new LaneStates(arrays, 1);
        var k = arrays.SolverLink[0];
        var area = Math.PI * 0.3 * 0.3 / 4;
        var progress = new LaneProgress<Lanes1>(arrays);
        progress.Start(0, 2);
        progress.Iteration[0] = iteration;
        var bounds = new FlowBounds(arrays);
        states.Flow[k] = -before * area;
        bounds.Note(states);
        states.Flow[k] = -300 * area;
        bounds.Keep(states, progress);
        Assert.Equal(-after * area, states.Flow[k], 1e-9);
    }

    [Fact]
    public void A_pump_may_start_with_its_design_flow()
    {
        var network = Draw.Network(
            [Draw.Junction("a"), Draw.Reservoir("r", 0), Draw.Reservoir("s", 30)],
            [new Pump { Id = "p", FromNode = "r", ToNode = "a", HeadCurveId = "c" }, Draw.Pipe("as", "a", "s", 25)]) with
        { Curves = [new Curve("c", CurveKind.PumpHead, [new(0.02, 40)])] };
        var arrays = CompiledNetwork.Of(network).Arrays;
        var states = new LaneStates(arrays, 1);
        var progress = new LaneProgress<Lanes1>(arrays);
        progress.Start(0, 2);
        var bounds = new FlowBounds(arrays);
        var k = arrays.SolverLink[0];
        states.Flow[k] = 0;
        bounds.Note(states);
        states.Flow[k] = 5;
        bounds.Keep(states, progress);
        Assert.Equal(0.02, states.Flow[k], 1e-12);
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
