using System.Collections.Immutable;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>One network run again and again: exact volumes, and nothing remembered.</summary>
public sealed class RepeatedRunTests
{
    // Sums of some ten thousand products, in another order.
    private const double Rounding = 1e-9;

    public static TheoryData<string, bool> Networks => new()
    {
        { "networks/examples/loop-with-tank.inp", false },
        { "networks/examples/loop-with-tank.inp", true },
        { "networks/examples/pump-and-prv.inp", true },
        { "networks/jiahe/network.inp", false },
        { "networks/jiahe/network.inp", true },
    };

    [Fact]
    public void A_constant_demand_takes_its_volume_out_of_the_tank()
    {
        var network = Constant();
        var day = new RepeatedRun(network).Run(new ScenarioInput());
        var (a, t) = (network.IndexOfNode("a"), network.IndexOfNode("t"));
        Assert.Equal(86.4, day.Required[a], 9);
        Assert.Equal(86.4, day.Delivered[a], 9);
        Assert.Equal(86.4, day.Passed[network.IndexOfLink("ta")], 6);
        Assert.Equal(-86.4, day.Gained[t], 6);
        Assert.Equal(-86.4, day.Stored[t], 6);
        Assert.Equal(50 + 5 - (86.4 / (Math.PI * 100)), day.EndHeads[t], 6);
        Assert.Equal(TimeSpan.FromDays(1), day.Length);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Volumes_add_up_to_the_balance_of_the_same_run(string file, bool pressureDriven)
    {
        // Repeated runs let water balance better than accuracy asks for; the other is made to.
        var network = Read(file, pressureDriven);
        network = network with { Options = network.Options with { Accuracy = 1e-8 } };
        var day = new RepeatedRun(network).Run(new ScenarioInput());
        var balance = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken).Balance;
        var scale = Math.Abs(balance.FromReservoirs) + balance.Required;
        Near(balance.Required, day.Required.Sum());
        Near(balance.Delivered, day.Delivered.Sum() + day.Discharged.Sum());
        Near(balance.StorageChange, day.Stored.Sum());
        Near(balance.FromReservoirs, -Enumerable.Range(0, network.Nodes.Length)
            .Where(i => network.Nodes[i] is Reservoir).Sum(i => day.Gained[i]));

        void Near(double expected, double actual) => Assert.InRange((actual - expected) / scale, -Rounding, Rounding);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Water_balances_at_every_junction_better_than_accuracy_asks_for(string file, bool pressureDriven)
    {
        const double MostImbalance = 1e-10;
        var network = Read(file, pressureDriven);
        network = network with { Options = network.Options with { Accuracy = 1e-3 } };
        var day = new RepeatedRun(network).Run(new ScenarioInput());

        // Links alone tell: what enters a node is what it is given or keeps.
        for (var i = 0; i < network.Nodes.Length; i++)
        {
            var id = network.Nodes[i].Id;
            var entered = network.Links.Select((l, k) => l.ToNode == id ? day.Passed[k] : l.FromNode == id ? -day.Passed[k] : 0).Sum();
            var given = day.Delivered[i] + day.Discharged[i] + day.Gained[i];
            Assert.Equal(given / 86400, entered / 86400, MostImbalance);
        }
    }

    [Fact]
    public void A_run_does_not_depend_on_those_before_it()
    {
        var network = Read("networks/jiahe/network.inp", pressureDriven: true);
        var other = new ScenarioInput { DemandFactor = 1.4 };
        var runs = new RepeatedRun(network, near: other);
        var first = runs.Run(new ScenarioInput());
        runs.Run(other);
        var again = runs.Run(new ScenarioInput());
        Assert.Equal(first.Passed, again.Passed);
        Assert.Equal(first.Delivered, again.Delivered);
        Assert.Equal(first.EndHeads, again.EndHeads);
        Assert.Equal(first.Balance, again.Balance);
        Assert.NotEqual(first.Passed, runs.Run(other).Passed);
    }

    [Fact]
    public void Two_days_one_after_the_other_are_two_days_at_once()
    {
        var network = Read("networks/examples/loop-with-tank.inp", pressureDriven: false);
        var runs = new RepeatedRun(network);
        var first = runs.Run(new ScenarioInput());
        var second = runs.Run(new ScenarioInput
        {
            SourceHeads = network.Nodes.Select((n, i) => (n, i)).Where(n => n.n is Tank)
                .ToImmutableDictionary(n => n.n.Id, n => first.EndHeads[n.i], StringComparer.Ordinal),
            PumpSpeeds = network.Links.Select((l, k) => (l, k)).Where(l => l.l is Pump).ToImmutableDictionary(
                l => l.l.Id, l => first.EndStatuses[l.k] == LinkStatus.Closed ? 0 : first.EndSettings[l.k], StringComparer.Ordinal),
        });
        var both = new RepeatedRun(network with { Times = network.Times with { Duration = TimeSpan.FromDays(2) } })
            .Run(new ScenarioInput());
        for (var k = 0; k < network.Links.Length; k++)
        {
            Assert.InRange(
                first.Passed[k] + second.Passed[k] - both.Passed[k], -1e-4 * both.Balance.Delivered, 1e-4 * both.Balance.Delivered);
        }
    }

    [Fact]
    public void A_scenario_can_set_a_valve()
    {
        var network = Draw.Network(
            [Draw.Junction("a"), Draw.Junction("b"), Draw.Junction("c", demand: 0.01), Draw.Reservoir("r", 50), Draw.Reservoir("s", 40)],
            [
                Draw.Pipe("ra", "r", "a"), Draw.Pipe("bc", "b", "c"), Draw.Pipe("sc", "s", "c"),
                new Valve { Id = "v", FromNode = "a", ToNode = "b", Kind = ValveKind.FlowControl, Diameter = 0.3, Setting = 0.002 },
            ]) with
        { Times = new TimeOptions { Duration = TimeSpan.FromHours(1) } };
        var runs = new RepeatedRun(network);
        var set = new ScenarioInput { ValveSettings = ImmutableDictionary<string, double>.Empty.Add("v", 0.004) };
        Assert.Equal(0.002 * 3600, runs.Run(new ScenarioInput()).Passed[3], 3);
        Assert.Equal(0.004 * 3600, runs.Run(set).Passed[3], 3);
        Assert.Equal(0.004, ExtendedPeriod.Run(set.ApplyTo(network), cancellation: TestContext.Current.CancellationToken).Flows(0)[3], 6);
        Assert.Equal(0, runs.Run(set with { Statuses = ImmutableDictionary<string, LinkStatus>.Empty.Add("v", LinkStatus.Closed) }).Passed[3], 4);
        Assert.Throws<ArgumentException>(() => runs.Run(set with { ValveSettings = set.ValveSettings.SetItem("v", -1) }));
        Assert.Throws<ArgumentException>(() => runs.Run(set with { ValveSettings = set.ValveSettings.Add("ra", 1) }));
    }

    [Theory]
    [InlineData(0.02, 60, true)]
    [InlineData(0.02, 30, true)]
    [InlineData(0.3, 60, true)]
    [InlineData(0.02, 60, false)]
    public void Valves_that_find_no_rest_are_settled_as_throttles(double demand, double source, bool isJoined)
    {
        // Two zones behind one another, the second fed through two valves of which one stands higher.
        var network = Draw.Network(
            [
                Draw.Junction("a"), Draw.Junction("b", demand: demand), Draw.Junction("c"), Draw.Junction("d", demand: demand),
                Draw.Junction("e", demand: demand / 10), Draw.Reservoir("r", source),
            ],
            [
                Draw.Pipe("ra", "r", "a"), Reducing("ab", "a", "b", 30), Draw.Pipe("bc", "b", "c"), Reducing("cd", "c", "d", 20),
                Reducing("ae", "a", "e", 18), isJoined ? Draw.Pipe("ed", "e", "d") : Draw.Pipe("eb", "e", "b"),
            ]) with
        { Times = new TimeOptions { Duration = TimeSpan.FromHours(1) } };
        network = network with
        {
            Options = network.Options with { DemandModel = DemandModel.PressureDriven, RequiredPressure = 10, MaxCheck = 10 },
        };
        var expected = new RepeatedRun(network).Run(new ScenarioInput());
        Assert.Equal(SimulationOutcome.Completed, expected.Outcome);

        // Two iterations are not enough for anything.
        var restless = network with { Options = network.Options with { MaxTrials = 2, Unbalanced = UnbalancedAction.Continue } };
        var actual = new RepeatedRun(restless).Run(new ScenarioInput());
        Assert.Equal(SimulationOutcome.Completed, actual.Outcome);
        Assert.InRange(actual.MassResidual, 0, 1e-8);
        for (var k = 0; k < network.Links.Length; k++)
        {
            Assert.Equal(expected.Passed[k], actual.Passed[k], 1e-3);
        }

        for (var i = 0; i < network.Nodes.Length; i++)
        {
            Assert.Equal(expected.EndHeads[i], actual.EndHeads[i], 1e-3);
        }

        // So it is in any run.
        var plain = restless.Run();
        Assert.Equal(SimulationOutcome.Completed, plain.Outcome);
        Assert.Equal(expected.Passed[0] / 3600, plain.Flows(0)[0], 1e-6);
        ScenarioInput[] inputs = [new(), new() { DemandFactor = 0.5 }, new()];
        foreach (var run in Ensemble.Run(
            restless, inputs, new EnsembleOptions { KeepTimes = true }, cancellation: TestContext.Current.CancellationToken))
        {
            Assert.Equal(SimulationOutcome.Completed, run.Results!.Outcome);
        }

        static Valve Reducing(string id, string from, string to, double pressure) => new()
        {
            Id = id,
            FromNode = from,
            ToNode = to,
            Kind = ValveKind.PressureReducing,
            Diameter = 0.3,
            Setting = pressure,
            MinorLoss = 2,
        };
    }

    [Fact]
    public void A_valve_that_draws_from_where_nothing_comes_lets_go()
    {
        var network = Draw.Network(
            [
                Draw.Junction("a", demand: 0.001), Draw.Junction("b", demand: 0.002), Draw.Reservoir("r", 50), Draw.Reservoir("s", 40),
            ],
            [
                Draw.Pipe("ar", "a", "r") with { HasCheckValve = true }, Draw.Pipe("sb", "s", "b"),
                new Valve { Id = "v", FromNode = "a", ToNode = "b", Kind = ValveKind.FlowControl, Diameter = 0.3, Setting = 0.01 },
            ]) with
        { Times = new TimeOptions { Duration = TimeSpan.FromHours(1) } };
        network = network with
        {
            Options = network.Options with { DemandModel = DemandModel.PressureDriven, RequiredPressure = 10, MaxCheck = 1 },
        };
        var hour = new RepeatedRun(network).Run(new ScenarioInput());
        Assert.Equal(SimulationOutcome.Completed, hour.Outcome);
        Assert.InRange(hour.Iterations, 1, 60);

        // Through the open valve from the other source, for there is no other.
        Assert.Equal(-3.6, hour.Passed[2], 1e-3);
        Assert.Equal(3.6, hour.Delivered[0], 1e-3);
        Assert.Equal(7.2, hour.Delivered[1], 1e-3);
    }

    [Fact]
    public void An_empty_tank_that_is_fed_too_little_rests_until_the_next_hour()
    {
        // 1 L/s comes in, 2 L/s are asked for; the tank holds 1.8 m3 at first, half an hour's difference. What happens elsewhere at 40
        // and 50 minutes does not let it give again.
        var network = Draw.Network(
            [
                Draw.Junction("a", demand: 0.002), Draw.Junction("in", demand: -0.001), Draw.Tank("t", 30, 1.8 / (Math.PI / 4 * 100), 10),
                Draw.Reservoir("r", 20), Draw.Reservoir("s", 10),
            ],
            [Draw.Pipe("it", "in", "t", 10), Draw.Pipe("ta", "t", "a", 10), Draw.Pipe("x", "r", "s")]) with
        {
            Times = new TimeOptions { Duration = TimeSpan.FromHours(1) },
            Controls =
            [
                new SimpleControl("x", new ControlAction(LinkStatus.Closed, null), new TimeCondition(TimeSpan.FromMinutes(40))),
                new SimpleControl("x", new ControlAction(LinkStatus.Open, null), new TimeCondition(TimeSpan.FromMinutes(50))),
            ],
        };
        network = network with
        {
            Options = network.Options with { DemandModel = DemandModel.PressureDriven, RequiredPressure = 10 },
        };
        var hour = new RepeatedRun(network, ["x"]).Run(new ScenarioInput());
        Assert.Equal(3.6, hour.Delivered[0], 0.01);
        Assert.Equal(0, hour.Stored[2], 0.01);
        var restless = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);
        // The 3.6 m3 that come in count as negative demand.
        Assert.InRange(restless.Balance.Delivered + 3.6, 4.5, 5.1);
        var ready = ExtendedPeriod.Run(
            network, new RunOptions { ExpectsShortage = true }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, ready.Balance.Delivered, 0.01);
    }

    [Fact]
    public void A_moment_without_solution_moves_nothing_and_ends_no_day()
    {
        // What a valve that sustains pressure lets through has nowhere to be told from: one iteration is not enough to open it.
        var network = Draw.Network(
            [Draw.Junction("a"), Draw.Junction("b", demand: 0.01), Draw.Reservoir("r", 50)],
            [
                Draw.Pipe("p", "r", "a"),
                new Valve { Id = "v", FromNode = "a", ToNode = "b", Kind = ValveKind.PressureSustaining, Diameter = 0.3, Setting = 20 },
            ]) with
        { Times = new TimeOptions { Duration = TimeSpan.FromHours(3) } };
        network = network with
        {
            Options = network.Options with { MaxTrials = 1, Unbalanced = UnbalancedAction.Continue, UnbalancedExtraTrials = 0 },
        };
        var hours = new RepeatedRun(network).Run(new ScenarioInput());
        Assert.Equal(SimulationOutcome.CompletedUnbalanced, hours.Outcome);
        Assert.Equal(TimeSpan.FromHours(3), hours.Length);
        Assert.Equal(0, hours.Passed[0]);
    }

    private static Network Constant() => Draw.Network(
        [
            Draw.Junction("a", demand: 0.001),
            new Tank { Id = "t", Elevation = 50, InitialLevel = 5, MaximumLevel = 6, Diameter = 20 },
        ],
        [Draw.Pipe("ta", "t", "a")]) with
    { Times = new TimeOptions { Duration = TimeSpan.FromDays(1) } };

    private static Network Read(string file, bool pressureDriven)
    {
        var network = InpReader.ReadFile(Repository.File(file.Split('/'))).Network!;
        return network with
        {
            Times = network.Times with { Duration = TimeSpan.FromDays(1) },
            Options = network.Options with
            {
                DemandModel = pressureDriven ? DemandModel.PressureDriven : DemandModel.DemandDriven,
                RequiredPressure = 10,
            },
        };
    }
}
