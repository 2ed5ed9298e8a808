using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Hydraulics;

/// <summary>Junctions that no open link joins to a source, and water that must not be invented for them.</summary>
public sealed class UnsuppliedTests
{
    [Fact]
    public void Behind_a_closed_pipe_there_is_no_pressure_and_no_delivery()
    {
        var results = Draw.Network(
            [Draw.Junction("a", demand: 0.02), Draw.Junction("b", demand: 0.03), Draw.Reservoir("r", 50)],
            [Draw.Pipe("p", "r", "a"), Draw.Pipe("q", "a", "b") with { InitialStatus = LinkStatus.Closed }]).Run();
        Assert.Equal(SimulationOutcome.Completed, results.Outcome);
        Assert.True(double.IsNaN(results.Head("b")));
        Assert.Equal(0, results.Demands(0)[1]);
        Assert.Equal(0.03, results.RequiredDemands(0)[1]);
        Assert.Equal(0.02, results.Flow("p"), 1e-6);
        Assert.Contains(results.Diagnostics, d => d.Code == "WS3008" && d.Element == "junction b");
    }

    [Fact]
    public void Behind_a_check_valve_that_points_the_wrong_way_there_is_no_delivery()
    {
        var results = Draw.Network(
            [Draw.Junction("a", demand: 0.02), Draw.Junction("b", demand: 0.03), Draw.Reservoir("r", 50)],
            [Draw.Pipe("p", "r", "a"), Draw.Pipe("q", "b", "a") with { HasCheckValve = true }]).Run();
        Assert.Equal(SimulationOutcome.Completed, results.Outcome);
        Assert.True(double.IsNaN(results.Head("b")));
        Assert.Equal(0.02, results.Flow("p"), 1e-6);
        Assert.Equal(0, results.Flow("q"));
    }

    [Fact]
    public void Supply_returns_when_the_pipe_opens()
    {
        var network = Draw.Network(
            [Draw.Junction("a", demand: 0.02), Draw.Junction("b", demand: 0.03), Draw.Reservoir("r", 50)],
            [Draw.Pipe("p", "r", "a"), Draw.Pipe("q", "a", "b")]) with
        {
            Times = new TimeOptions { Duration = TimeSpan.FromHours(6) },
            Controls =
            [
                new SimpleControl("q", new ControlAction(LinkStatus.Closed, null), new TimeCondition(TimeSpan.FromHours(2))),
                new SimpleControl("q", new ControlAction(LinkStatus.Open, null), new TimeCondition(TimeSpan.FromHours(4))),
            ],
        };
        var results = network.Run();
        Assert.Equal([0.03, 0.03, 0, 0, 0.03, 0.03, 0.03], Enumerable.Range(0, 7).Select(k => results.Demands(k)[1]));
        Assert.Equal(results.Head("b", 0), results.Head("b", 6), 1e-9);
        Assert.Equal(2, results.Decisions.Length);
        Assert.Equal([0, 0, 1, 1, 0, 0, 0], results.Steps.Select(s => s.Findings.Length));
        var finding = Assert.Single(results.Steps[2].Findings);
        Assert.Equal(("WS3008", true, 1, 0.03), (finding.Code, finding.IsNode, finding.Element, finding.Value));
        Assert.Equal("control 2: time 04:00:00", results.Decisions[1].Cause);
    }

    [Fact]
    public void A_pump_of_constant_power_against_a_closed_valve_stands_still()
    {
        var results = Draw.Network(
            [Draw.Junction("a"), Draw.Junction("b", demand: 0.01), Draw.Reservoir("r", 0), Draw.Reservoir("s", 50)],
            [
                new Pump { Id = "pump", FromNode = "r", ToNode = "a", Power = 20e3 },
                Draw.Pipe("p", "a", "b") with { InitialStatus = LinkStatus.Closed },
                Draw.Pipe("q", "s", "b"),
            ]).Run();
        Assert.Equal(SimulationOutcome.Completed, results.Outcome);
        Assert.Equal(0, results.Flow("pump"));
        Assert.Equal(LinkStatus.Closed, results.Status("pump"));
        Assert.Contains(results.Diagnostics, d => d.Code == "WS3005" && d.Element == "pump pump");
        Assert.Equal(0.01, results.Flow("q"), 1e-6);
    }

    [Theory]
    [InlineData(LinkStatus.Closed, false)]
    [InlineData(LinkStatus.Open, true)]
    public void A_part_of_short_pipes_that_is_cut_off_stops_nothing(LinkStatus status, bool isCheckValve)
    {
        // Behind a closed pipe, or one that lets water out alone, hundreds of wide pipes of a centimetre, at rest: to rounding, nothing
        // holds their heads. What a check valve shuts off counts as joined until each moment is solved.
        var nodes = new List<Node> { Draw.Junction("a", demand: 0.01), Draw.Junction("n0", demand: 0.01) };
        var links = new List<Link>
        {
            Draw.Pipe("p", "r", "a"),
            Draw.Pipe("shut", "n0", "a") with { InitialStatus = status, HasCheckValve = isCheckValve },
        };
        for (var n = 1; n < 300; n++)
        {
            nodes.Add(Draw.Junction($"n{n}", demand: n % 3 == 0 ? 0.001 : 0));
            links.Add(Draw.Pipe($"x{n}", $"n{n - 1}", $"n{n}", 0.01, 1));
            links.Add(Draw.Pipe($"y{n}", $"n{n / 2}", $"n{n}", 0.01, 1));
        }

        var network = Draw.Network([.. nodes, Draw.Reservoir("r", 50)], [.. links]);
        network = network with
        {
            Times = new TimeOptions { Duration = TimeSpan.FromHours(3) },
            Options = network.Options with { DemandModel = DemandModel.PressureDriven, RequiredPressure = 10 },
        };
        var results = network.Run();
        Assert.Equal(SimulationOutcome.Completed, results.Outcome);
        Assert.Equal(4, results.Times.Length);

        // What is closed is a link of enormous resistance, which 50 m drive 5e-8 m3/s through.
        Assert.All(Enumerable.Range(0, results.Times.Length), k => Assert.Equal(0.01, results.Flow("p", k), 6e-8));

        // Nor is what leaks in there held against the balance where that is asked for.
        Assert.Equal(SimulationOutcome.Completed, new RepeatedRun(network).Run(new ScenarioInput()).Outcome);
    }

    [Fact]
    public void A_prv_whose_tank_ran_dry_regulates_again_when_the_tank_fills()
    {
        var network = Draw.Network(
            [
                Draw.Junction("above"), Draw.Junction("below"), Draw.Junction("town", demand: 0.02),
                Draw.Tank("t", 40, 0.5, 5), Draw.Reservoir("r", 80),
            ],
            [
                Draw.Pipe("filling", "r", "t") with { InitialStatus = LinkStatus.Closed },
                Draw.Pipe("out", "t", "above"),
                new Valve { Id = "v", FromNode = "above", ToNode = "below", Kind = ValveKind.PressureReducing, Diameter = 0.3, Setting = 15 },
                Draw.Pipe("in", "below", "town"),
            ]) with
        {
            Times = new TimeOptions { Duration = TimeSpan.FromHours(6) },
            Controls = [new SimpleControl("filling", new ControlAction(LinkStatus.Open, null), new TimeCondition(TimeSpan.FromHours(3)))],
        };
        network = network with { Options = network.Options with { DemandModel = DemandModel.PressureDriven, RequiredPressure = 10 } };

        var results = ExtendedPeriod.Run(network, new RunOptions { ExpectsShortage = true }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(SimulationOutcome.Completed, results.Outcome);
        Assert.Equal(15, results.Head("below", 0), 1e-6);
        Assert.True(double.IsNaN(results.Head("below", 2)));
        Assert.Equal(15, results.Head("below", 5), 1e-6);
    }

    [Fact]
    public void Water_balance_closes_at_loose_accuracy()
    {
        var network = TwoZones() with { Options = Draw.Tight with { Accuracy = 0.1 } };
        var results = network.Run();
        Assert.Equal(0.05, results.Flow("p"), 1e-6);
        Assert.True(Math.Abs(results.Balance.RelativeError) < 1e-4, $"{results.Balance}");
    }

    // Two pressure zones in series: the valves' flows lag the solution by an iteration each.
    private static Network TwoZones() => Draw.Network(
        [
            Draw.Junction("a"), Draw.Junction("b", demand: 0.02), Draw.Junction("c"), Draw.Junction("d", demand: 0.03),
            Draw.Reservoir("r", 90),
        ],
        [
            Draw.Pipe("p", "r", "a"),
            new Valve { Id = "v", FromNode = "a", ToNode = "b", Kind = ValveKind.PressureReducing, Diameter = 0.3, Setting = 50 },
            Draw.Pipe("q", "b", "c"),
            new Valve { Id = "w", FromNode = "c", ToNode = "d", Kind = ValveKind.PressureReducing, Diameter = 0.3, Setting = 20 },
        ]);
}
