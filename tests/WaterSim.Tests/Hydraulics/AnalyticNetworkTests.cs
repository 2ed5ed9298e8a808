using MathNet.Numerics.RootFinding;
using WaterSim.Hydraulics.Laws;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Hydraulics;

/// <summary>Networks whose answer can be worked out by hand.</summary>
public sealed class AnalyticNetworkTests
{
    [Fact]
    public void One_pipe_between_two_reservoirs_carries_what_its_law_says()
    {
        // h = r q^1.852, so q = (h / r)^(1/1.852)
        var r = HazenWilliams.Resistance(1000, 0.3, 100);
        var results = Draw.Network(
            [Draw.Reservoir("high", 50), Draw.Reservoir("low", 30)], [Draw.Pipe("p", "high", "low")]).Run();
        Assert.Equal(Math.Pow(20 / r, 1 / 1.852), results.Flow("p"), 1e-9);
        Assert.Equal(-results.Flow("p"), results.Demands(0)[0], 1e-15);
    }

    [Fact]
    public void Pipes_in_series_add_their_resistances()
    {
        var results = Draw.Network(
            [Draw.Junction("mid"), Draw.Reservoir("high", 50), Draw.Reservoir("low", 30)],
            [Draw.Pipe("a", "high", "mid", 600), Draw.Pipe("b", "mid", "low", 400)]).Run();
        Assert.Equal(Math.Pow(20 / HazenWilliams.Resistance(1000, 0.3, 100), 1 / 1.852), results.Flow("a"), 1e-9);
        Assert.Equal(50 - (0.6 * 20), results.Head("mid"), 1e-7);
    }

    [Fact]
    public void Equal_pipes_side_by_side_share_the_flow()
    {
        var results = Draw.Network(
            [Draw.Junction("end", demand: 0.1), Draw.Reservoir("high", 50)],
            [Draw.Pipe("a", "high", "end"), Draw.Pipe("b", "high", "end"), Draw.Pipe("c", "end", "high")]).Run();
        Assert.Equal(0.1 / 3, results.Flow("a"), 1e-12);
        Assert.Equal(0.1 / 3, results.Flow("b"), 1e-12);
        Assert.Equal(-0.1 / 3, results.Flow("c"), 1e-12);
    }

    [Fact]
    public void A_loop_carries_as_much_one_way_as_symmetry_asks()
    {
        // A square fed at one corner and drawn at the opposite one: half the flow on each side.
        var results = Draw.Network(
            [Draw.Junction("a"), Draw.Junction("b"), Draw.Junction("c", demand: 0.08), Draw.Junction("d"), Draw.Reservoir("r", 60)],
            [
                Draw.Pipe("in", "r", "a"), Draw.Pipe("ab", "a", "b"), Draw.Pipe("bc", "b", "c"),
                Draw.Pipe("ad", "a", "d"), Draw.Pipe("dc", "d", "c"),
            ]).Run();
        Assert.Equal(0.04, results.Flow("ab"), 1e-12);
        Assert.Equal(0.04, results.Flow("dc"), 1e-12);
        Assert.Equal(results.Head("b"), results.Head("d"), 1e-9);
    }

    [Fact]
    public void Three_reservoirs_balance_at_their_junction()
    {
        // The head at the junction solves sum of (H_i - H) / |H_i - H| (|H_i - H| / r)^(1/1.852) = 0.
        double[] heads = [60, 45, 20];
        var r = HazenWilliams.Resistance(1000, 0.3, 100);
        var balance = (double h) => heads.Sum(x => Math.Sign(x - h) * Math.Pow(Math.Abs(x - h) / r, 1 / 1.852));
        var expected = Brent.FindRoot(balance, 20, 60, 1e-12);
        var results = Draw.Network(
            [Draw.Junction("j"), .. heads.Select((h, i) => Draw.Reservoir($"r{i}", h))],
            [Draw.Pipe("p0", "r0", "j"), Draw.Pipe("p1", "r1", "j"), Draw.Pipe("p2", "r2", "j")]).Run();
        Assert.Equal(expected, results.Head("j"), 1e-7);
    }

    [Fact]
    public void A_pump_works_where_its_curve_meets_the_system()
    {
        // Lift 20 m through a pipe: 40/3 * 1.5 ... the curve through (0.05, 30): H0 = 40.0002, solved by Brent.
        var curve = PumpCurve.OfPoints([new(0.05, 30)])!;
        var r = HazenWilliams.Resistance(1000, 0.3, 100);
        var expected = Brent.FindRoot(
            q => -curve.HeadLoss(1, q, out _) - 20 - HazenWilliams.HeadLoss(r, q, out _), 1e-3, 0.09, 1e-13);
        var network = Draw.Network(
            [Draw.Junction("j"), Draw.Reservoir("low", 10), Draw.Reservoir("high", 30)],
            [
                new Pump { Id = "pump", FromNode = "low", ToNode = "j", HeadCurveId = "c" },
                Draw.Pipe("p", "j", "high"),
            ]) with
        {
            Curves = [new Curve("c", CurveKind.PumpHead, [new CurvePoint(0.05, 30)])],
        };
        Assert.Equal(expected, network.Run().Flow("pump"), 1e-9);
    }

    [Fact]
    public void Closed_pipe_carries_no_flow()
    {
        var results = Draw.Network(
            [Draw.Junction("j", demand: 0.02), Draw.Reservoir("r", 50), Draw.Reservoir("s", 80)],
            [Draw.Pipe("a", "r", "j"), Draw.Pipe("b", "s", "j") with { InitialStatus = LinkStatus.Closed }]).Run();
        Assert.Equal(0, results.Flow("b"));
        Assert.Equal(LinkStatus.Closed, results.Status("b"));
        Assert.Equal(0.02, results.Flow("a"), 1e-6);
    }

    [Fact]
    public void Check_valve_keeps_water_from_running_back()
    {
        var results = Draw.Network(
            [Draw.Junction("j", demand: 0.02), Draw.Reservoir("high", 50), Draw.Reservoir("low", 20)],
            [Draw.Pipe("a", "high", "j"), Draw.Pipe("b", "low", "j") with { HasCheckValve = true }]).Run();
        Assert.Equal(LinkStatus.Closed, results.Status("b"));
        Assert.Equal(0, results.Flow("b"));
    }

    [Theory]
    [InlineData(ValveKind.PressureReducing, "b", 25)]
    [InlineData(ValveKind.PressureSustaining, "a", 45)]
    public void Pressure_valve_holds_its_setting(ValveKind kind, string held, double setting)
    {
        var results = WithValve(kind, setting).Run();
        Assert.Equal(setting, results.Head(held), 1e-6);
        Assert.Equal(LinkStatus.Active, results.Status("v"));
    }

    [Fact]
    public void Flow_control_valve_holds_its_flow() =>
        Assert.Equal(0.03, WithValve(ValveKind.FlowControl, 0.03).Run().Flow("v"), 1e-6);

    [Fact]
    public void Throttle_valve_loses_its_coefficient_times_the_velocity_head()
    {
        // K v^2 / 2g; EPANET's g of 32.2 ft/s2 and its rounding, 0.02517 in ft, are within 0.1 percent of the textbook.
        var results = WithValve(ValveKind.ThrottleControl, 40).Run();
        var velocity = results.Flow("v") / (Math.PI * 0.3 * 0.3 / 4);
        var textbook = 40 * velocity * velocity / (2 * 9.80665);
        Assert.Equal(1, (results.Head("a") - results.Head("b")) / textbook, 0.001);
    }

    [Fact]
    public void Pressure_breaker_takes_its_drop()
    {
        var results = WithValve(ValveKind.PressureBreaker, 12).Run();
        Assert.Equal(12, results.Head("a") - results.Head("b"), 1e-6);
    }

    [Fact]
    public void Pressure_driven_demand_is_what_the_published_law_says_at_the_pressure_found()
    {
        var network = Draw.Network(
            [Draw.Junction("j", elevation: 30, demand: 0.2), Draw.Reservoir("r", 50)], [Draw.Pipe("p", "r", "j")]);
        network = network with
        {
            Options = network.Options with
            {
                DemandModel = DemandModel.PressureDriven,
                MinimumPressure = 2,
                RequiredPressure = 15,
                PressureExponent = 0.5,
            },
        };
        var results = network.Run();
        var delivered = results.Demands(0)[0];
        Assert.InRange(delivered, 0.01, 0.19);
        Assert.Equal(
            PressureDrivenDemand.Delivered(0.2, results.Pressures(0)[0], 2, 15, 0.5), delivered, 1e-7);
        Assert.Equal(0.2, results.RequiredDemands(0)[0]);
    }

    [Fact]
    public void A_junctions_own_pressure_limits_replace_the_networks()
    {
        var network = Draw.Network(
            [
                Draw.Junction("j", elevation: 30, demand: 0.01) with { MinimumPressure = 5, RequiredPressure = 40 },
                Draw.Reservoir("r", 50),
            ],
            [Draw.Pipe("p", "r", "j")]);
        var results = (network with
        {
            Options = network.Options with { DemandModel = DemandModel.PressureDriven, RequiredPressure = 10 },
        }).Run();
        Assert.Equal(
            PressureDrivenDemand.Delivered(0.01, results.Pressures(0)[0], 5, 40, 0.5), results.Demands(0)[0], 1e-8);
        Assert.InRange(results.Demands(0)[0], 0.004, 0.009);
    }

    [Fact]
    public void Emitter_discharges_what_its_law_says_at_the_pressure_found()
    {
        var results = Draw.Network(
            [Draw.Junction("j") with { EmitterCoefficient = 0.004 }, Draw.Reservoir("r", 50)],
            [Draw.Pipe("p", "r", "j")]).Run();
        Assert.Equal(0.004 * Math.Sqrt(results.Pressures(0)[0]), results.Demands(0)[0], 1e-9);
    }

    [Fact]
    public void A_junction_that_no_pipe_joins_to_a_source_is_unsupplied_and_said_so()
    {
        var results = Draw.Network(
            [Draw.Junction("j", demand: 0.01), Draw.Junction("x", demand: 0.01), Draw.Junction("y"), Draw.Reservoir("r", 50)],
            [Draw.Pipe("p", "r", "j"), Draw.Pipe("q", "x", "y")]).Run();
        Assert.True(double.IsNaN(results.Head("x")));
        Assert.Equal(0, results.Demands(0)[1]);
        Assert.Contains(results.Diagnostics, d => d.Code == "WS3003" && d.Element == "junction x");
        Assert.Equal(0.01, results.Flow("p"), 1e-9);
    }

    // r (60 m) - pipe - a - valve - b - pipe - low (10 m)
    private static Network WithValve(ValveKind kind, double setting) => Draw.Network(
        [Draw.Junction("a"), Draw.Junction("b"), Draw.Reservoir("r", 60), Draw.Reservoir("low", 10)],
        [
            Draw.Pipe("p", "r", "a"),
            new Valve { Id = "v", FromNode = "a", ToNode = "b", Kind = kind, Diameter = 0.3, Setting = setting },
            Draw.Pipe("q", "b", "low"),
        ]);
}
