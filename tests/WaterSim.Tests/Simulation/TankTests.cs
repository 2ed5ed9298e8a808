using WaterSim.Hydraulics.Laws;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

public sealed class TankTests
{
    [Fact]
    public void Tank_that_drains_through_a_pipe_follows_the_integral_of_its_law()
    {
        // A dH/dt = -(H/r)^m with m = 1/1.852, H the head above the outlet, so
        // H(t)^(1-m) = H0^(1-m) - (1-m) t / (A r^m).
        const double Diameter = 8, H0 = 9, M = 1 / 1.852;
        var r = HazenWilliams.Resistance(1000, 0.2, 100);
        var area = Math.PI * Diameter * Diameter / 4;
        var network = Draw.Network(
            [Draw.Junction("j"), Draw.Tank("t", 0, H0, Diameter), Draw.Reservoir("r", 0)],
            [Draw.Pipe("a", "t", "j", 500, 0.2), Draw.Pipe("b", "j", "r", 500, 0.2)]) with
        {
            Times = Every(TimeSpan.FromSeconds(10), TimeSpan.FromHours(2)),
        };
        var results = network.Run();
        var expected = Math.Pow(
            Math.Pow(H0, 1 - M) - ((1 - M) * 7200 / (area * Math.Pow(r, M))), 1 / (1 - M));

        // Between solutions the flow is held: the error is of first order in the 10 s step.
        Assert.InRange(expected, 1, 6);
        Assert.Equal(expected, results.Head("t", results.Times.Length - 1), 0.005);
    }

    [Fact]
    public void Halving_the_step_halves_the_error_of_a_draining_tank()
    {
        double LevelAfterAnHour(int step)
        {
            var network = Draw.Network(
                [Draw.Tank("t", 0, 9, 8), Draw.Reservoir("r", 0)], [Draw.Pipe("a", "t", "r", 1000, 0.2)]) with
            {
                Times = Every(TimeSpan.FromSeconds(step), TimeSpan.FromHours(1)),
            };
            var results = network.Run();
            return results.Head("t", results.Times.Length - 1);
        }

        var limit = LevelAfterAnHour(1);
        var ratio = (LevelAfterAnHour(600) - limit) / (LevelAfterAnHour(300) - limit);
        Assert.Equal(2, ratio, 0.1);
    }

    [Fact]
    public void Full_tank_takes_no_more_and_empty_tank_gives_no_more()
    {
        // 0.05 m3/s into a tank of 50 m3 per metre: full from 5 m to 10 m after 5000 s.
        var network = Draw.Network(
            [Draw.Junction("j", demand: -0.05), Draw.Tank("t", 0, 5, Math.Sqrt(200 / Math.PI)), Draw.Reservoir("r", 30)],
            [Draw.Pipe("p", "j", "t"), Draw.Pipe("q", "j", "r", 1000, 0.3)]) with
        {
            Times = Every(TimeSpan.FromHours(1), TimeSpan.FromHours(5)),
        };
        var results = network.Run();
        var last = results.Times.Length - 1;
        Assert.Equal(10, results.Head("t", last), 1e-9);
        Assert.Equal(LinkStatus.Closed, results.Status("p", last));
        Assert.True(Math.Abs(results.Balance.RelativeError) < 1e-10);
    }

    [Fact]
    public void An_empty_tank_gives_nothing_through_a_wide_pipe()
    {
        // The pipe loses less than the tolerance of 0.0005 ft by which statuses are judged.
        var network = Draw.Network(
            [Draw.Junction("j", demand: 0.01), Draw.Tank("t", 20, 0, 10)],
            [Draw.Pipe("p", "t", "j", 1, 2, 140)]);
        var results = network.Run();
        Assert.Equal(LinkStatus.Closed, results.Status("p"));
        Assert.Equal(0, results.Demands(0)[0]);
        Assert.Contains(results.Diagnostics, d => d.Code == "WS3008" && d.Element == "junction j");
    }

    [Fact]
    public void Water_balance_closes_with_a_tank_that_spills()
    {
        var network = Draw.Network(
            [
                Draw.Junction("j"),
                Draw.Tank("t", 0, 9, 5) with { CanOverflow = true },
                Draw.Reservoir("r", 30),
            ],
            [Draw.Pipe("p", "r", "j"), Draw.Pipe("q", "j", "t")]) with
        {
            Times = Every(TimeSpan.FromMinutes(10), TimeSpan.FromHours(3)),
        };
        var balance = network.Run().Balance;
        Assert.True(balance.Overflow > 100);
        Assert.True(Math.Abs(balance.RelativeError) < 1e-10);
    }

    [Fact]
    public void Level_control_opens_and_closes_at_the_second_its_level_is_reached()
    {
        // 10 L/s drawn from a tank of 20 m2: 1 m in 2000 s.
        var network = Draw.Network(
            [Draw.Junction("j", demand: 0.01), Draw.Tank("t", 20, 5, Math.Sqrt(80 / Math.PI)), Draw.Reservoir("r", 60)],
            [Draw.Pipe("out", "t", "j"), Draw.Pipe("in", "r", "t") with { InitialStatus = LinkStatus.Closed }]) with
        {
            Times = Every(TimeSpan.FromHours(1), TimeSpan.FromHours(6)),
            Controls =
            [
                new SimpleControl("in", new ControlAction(LinkStatus.Open, null), new LevelCondition("t", false, 4)),
                new SimpleControl("in", new ControlAction(LinkStatus.Closed, null), new LevelCondition("t", true, 6)),
            ],
        };
        var results = network.Run();
        Assert.Contains(results.Steps, s => s.Time == 2000);
    }

    private static TimeOptions Every(TimeSpan step, TimeSpan duration) =>
        new() { HydraulicStep = step, ReportStep = step, Duration = duration };
}
