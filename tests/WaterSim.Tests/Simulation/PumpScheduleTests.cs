using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

public sealed class PumpScheduleTests
{
    [Fact]
    public void A_pump_that_could_not_lift_and_is_then_switched_off_stays_shut()
    {
        // From 40 m into 70 m a pump of 20 m stands still for an hour; then it is off, and the head beyond it falls below 40 m.
        var network = Draw.Network(
            [Draw.Junction("j", demand: 0.002), Draw.Reservoir("low", 40), Draw.Reservoir("other", 1)],
            [
                new Pump { Id = "pump", FromNode = "low", ToNode = "j", HeadCurveId = "lift", SpeedPatternId = "speed" },
                Draw.Pipe("p", "other", "j"),
            ]) with
        {
            Curves = [new Curve("lift", CurveKind.PumpHead, [new CurvePoint(0.01, 15)])],
            Patterns = [new Pattern("speed", [1, 0]), new Pattern("head", [70, 30])],
            Times = new TimeOptions { Duration = TimeSpan.FromHours(1) },
        };
        network = network with { Nodes = [network.Nodes[0], network.Nodes[1], Draw.Reservoir("other", 1) with { HeadPatternId = "head" }] };
        var results = network.Run();
        Assert.Equal(0, results.Flow("pump", 0));
        Assert.Equal(LinkStatus.Closed, results.Status("pump", 1));
        Assert.Equal(0, results.Flow("pump", 1));

        // A closed link seeps a little in the computation.
        Assert.Equal(0.002, results.Flow("p", 1), 1e-7);
    }
}
