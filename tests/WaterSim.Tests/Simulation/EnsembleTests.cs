using System.Collections.Immutable;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>Many scenarios side by side: each is what it would be alone.</summary>
public sealed class EnsembleTests
{
    private static readonly EnsembleOptions Everything = new() { KeepTimes = true, KeepLowestPressures = true };

    public static TheoryData<string, bool> Networks => new()
    {
        { "networks/examples/loop-with-tank.inp", false },
        { "networks/examples/loop-with-tank.inp", true },
        { "networks/examples/pump-and-prv.inp", false },
        { "networks/examples/pump-and-prv.inp", true },
        { "networks/jiahe/network.inp", false },
        { "networks/jiahe/network.inp", true },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_scenario_is_what_its_network_is_alone(string file, bool pressureDriven)
    {
        var network = Read(file, pressureDriven);
        network = network with { Times = network.Times with { Duration = TimeSpan.FromHours(8) } };
        var scenarios = Scenarios(network);
        var results = RunAll(network, scenarios, Everything);
        Assert.Equal(Enumerable.Range(0, scenarios.Length), results.Select(r => r.Index));
        for (var i = 0; i < scenarios.Length; i++)
        {
            var alone = scenarios[i].ApplyTo(network).Run();
            AssertSame(alone, results[i].Results!, scenarios[i].Name);
        }
    }

    // At a loose accuracy much is left to what is done when a scenario is nearly solved.
    [Theory]
    [InlineData("networks/jiahe/network.inp", 1e-7, false)]
    [InlineData("networks/jiahe/network.inp", 1e-4, false)]
    [InlineData("networks/jiahe/network.inp", 1e-2, false)]
    [InlineData("networks/jiahe/network.inp", 1e-2, true)]
    [InlineData("networks/examples/pump-and-prv.inp", 1e-2, false)]
    public void Results_are_the_same_bits_whatever_the_threads_the_lane_and_the_neighbours(
        string file, double accuracy, bool pressureDriven)
    {
        var network = Read(file, pressureDriven) with { Times = new TimeOptions { Duration = TimeSpan.FromHours(6) } };
        network = network with { Options = network.Options with { Accuracy = accuracy } };
        var scenarios = Scenarios(network);
        var one = RunAll(network, scenarios, Everything with { Threads = 1 });
        var three = RunAll(network, scenarios, Everything with { Threads = 3 });
        var reversed = RunAll(network, [.. scenarios.Reverse()], Everything with { Threads = 2 }).Reverse().ToArray();
        for (var i = 0; i < scenarios.Length; i++)
        {
            Assert.Equal(Bits(one[i]), Bits(three[i]));
            Assert.Equal(Bits(one[i]), Bits(reversed[i]));
            Assert.Equal(one[i].LowestPressures, three[i].LowestPressures);
            Assert.Equal(one[i].LowestPressures, reversed[i].LowestPressures);
        }
    }

    [Fact]
    public void Every_pipe_can_fail_once()
    {
        var network = Read("networks/jiahe/network.inp", false) with { Times = new TimeOptions { Duration = TimeSpan.Zero } };
        var scenarios = network.Links.OfType<Pipe>().Where(p => !p.HasCheckValve).Take(150).Select(p => new ScenarioInput
        {
            Name = p.Id,
            Statuses = ImmutableDictionary<string, LinkStatus>.Empty.Add(p.Id, LinkStatus.Closed),
        }).ToArray();
        var results = RunAll(network, scenarios, Everything);
        Assert.Equal(scenarios.Length, results.Length);
        for (var i = 0; i < scenarios.Length; i += 10)
        {
            AssertSame(scenarios[i].ApplyTo(network).Run(), results[i].Results!, scenarios[i].Name);
        }
    }

    [Fact]
    public void What_a_scenario_names_wrongly_is_refused_by_name_and_touches_no_other()
    {
        var network = Read("networks/examples/loop-with-tank.inp", false);
        ScenarioInput[] scenarios =
        [
            new(),
            new() { Statuses = ImmutableDictionary<string, LinkStatus>.Empty.Add("nowhere", LinkStatus.Closed) },
            new() { DemandFactor = double.NaN },
            new() { AddedDemands = [new AddedDemand("Village", double.PositiveInfinity), new AddedDemand("x", 1)] },
            new() { Roughness = ImmutableDictionary<string, double>.Empty.Add(network.Links[0].Id, -1) },
            new(),
        ];
        var results = RunAll(network, scenarios, Everything);
        Assert.All(results[1..5], r => Assert.Null(r.Results));
        Assert.All(results[1..5].SelectMany(r => r.Diagnostics), d => Assert.Equal(("WS3010", DiagnosticSeverity.Error), (d.Code, d.Severity)));
        Assert.Equal("link nowhere", Assert.Single(results[1].Diagnostics).Element);
        Assert.Equal("scenario", Assert.Single(results[2].Diagnostics).Element);
        Assert.Equal(["junction Village", "junction x"], results[3].Diagnostics.Select(d => d.Element));
        AssertSame(network.Run(), results[0].Results!, "first");
        Assert.Equal(Bits(results[0]), Bits(results[5]));
        Assert.Throws<ArgumentException>(() => scenarios[1].ApplyTo(network));
    }

    [Fact]
    public void A_scenario_that_cannot_converge_says_so_by_link_and_touches_no_other()
    {
        var network = Contradicting();

        // With the high source at 18 m there is nothing to contradict.
        var settled = new ScenarioInput { SourceHeads = ImmutableDictionary<string, double>.Empty.Add("high", 18) };
        ScenarioInput[] scenarios = [.. Enumerable.Range(0, 12).Select(i => i == 5 ? new ScenarioInput() : settled)];
        var results = RunAll(network, scenarios, Everything);
        Assert.False(results[5].IsComplete);
        Assert.Contains(results[5].Diagnostics, d => d is { Code: "WS3009", Element: "pipe p" });
        Assert.All(results.Where(r => r.Index != 5), r => Assert.True(r.IsComplete));
        Assert.All(results.Where(r => r.Index != 5), r => Assert.Equal(Bits(results[0]), Bits(r)));
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(-1e200)]
    [InlineData(1e307)]
    public void Numbers_beyond_all_bounds_end_in_a_report_and_touch_no_other(double demand)
    {
        var network = Read("networks/examples/pump-and-prv.inp", false);
        var junction = network.Nodes.OfType<Junction>().Last().Id;
        ScenarioInput[] scenarios = [.. Enumerable.Range(0, 10).Select(i => new ScenarioInput
        {
            AddedDemands = i == 4 ? [new AddedDemand(junction, demand)] : [],
        })];
        var results = RunAll(network, scenarios, Everything);
        Assert.False(results[4].IsComplete);
        Assert.Contains(results[4].Diagnostics, d => d.Code is "WS3001" or "WS3002" && d.Element is not null);
        Assert.All(results.Where(r => r.Index != 4), r => Assert.Equal(Bits(results[0]), Bits(r)));
    }

    [Fact]
    public void A_scenario_that_cuts_an_island_off_names_its_junctions()
    {
        var network = Draw.Network(
            [Draw.Junction("a", demand: 0.01), Draw.Junction("b", demand: 0.02), Draw.Junction("c", demand: 0.03), Draw.Reservoir("r", 50)],
            [Draw.Pipe("ra", "r", "a"), Draw.Pipe("ab", "a", "b"), Draw.Pipe("bc", "b", "c"), Draw.Pipe("cb", "c", "b", diameter: 0.2)]);
        ScenarioInput[] scenarios =
        [
            new(), new() { Statuses = ImmutableDictionary<string, LinkStatus>.Empty.Add("ab", LinkStatus.Closed) }, new(),
        ];
        var results = RunAll(network, scenarios, Everything);
        Assert.Equal(
            ["junction b", "junction c"],
            results[1].Diagnostics.Where(d => d.Code == "WS3008").Select(d => d.Element).Order(StringComparer.Ordinal));
        Assert.Equal(0.01, results[1].Results!.Flow("ra"), 1e-9);
        Assert.True(double.IsNaN(results[1].Results!.Head("c")));
        Assert.True(double.IsNaN(results[1].LowestPressures[network.IndexOfNode("c")]));
        Assert.Equal(Bits(results[0]), Bits(results[2]));
        Assert.Equal(0.06, results[0].Results!.Flow("ra"), 1e-9);
    }

    [Fact]
    public void Lowest_pressures_are_the_lowest_of_all_times()
    {
        var network = Read("networks/examples/loop-with-tank.inp", false);
        var result = RunAll(network, [new ScenarioInput { DemandFactor = 1.2 }], Everything).Single();
        for (var n = 0; n < network.Nodes.Length; n++)
        {
            if (network.Nodes[n] is Junction)
            {
                var lowest = Enumerable.Range(0, result.Results!.Times.Length).Min(k => result.Results.Pressures(k)[n]);
                Assert.True(result.LowestPressures[n] <= lowest && result.LowestPressures[n] > lowest - 5);
            }
            else
            {
                Assert.True(double.IsNaN(result.LowestPressures[n]));
            }
        }
    }

    [Fact]
    public void Without_times_everything_else_is_kept()
    {
        var network = Read("networks/examples/loop-with-tank.inp", false);
        ScenarioInput[] scenarios = [new ScenarioInput { DemandFactor = 1.1 }];
        var all = RunAll(network, scenarios, Everything).Single();
        var less = RunAll(network, scenarios, null).Single();
        Assert.Empty(less.Results!.Times);
        Assert.Empty(less.LowestPressures);
        Assert.Equal(all.Results!.Steps, less.Results.Steps);
        Assert.Equal(all.Results.Balance, less.Results.Balance);
    }

    [Fact]
    public void Work_can_be_cancelled_and_left_and_tells_how_far_it_is()
    {
        var network = Read("networks/examples/loop-with-tank.inp", false);
        ScenarioInput[] scenarios = [.. Enumerable.Repeat(new ScenarioInput(), 200)];
        var shares = new List<double>();
        Assert.Equal(200, RunAll(network, scenarios, null, new Progress(shares)).Length);
        Assert.Equal(200, shares.Count);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(3, Ensemble.Run(
            network, scenarios, cancellation: TestContext.Current.CancellationToken).Take(3).Count());

        using var source = new CancellationTokenSource();
        var seen = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in Ensemble.Run(network, scenarios, cancellation: source.Token))
            {
                if (++seen == 5)
                {
                    source.Cancel();
                }
            }
        });
        Assert.InRange(seen, 5, 199);
    }

    [Fact]
    public void An_ensemble_of_nothing_is_empty_and_one_of_a_bad_network_is_refused()
    {
        var network = Read("networks/examples/loop-with-tank.inp", false);
        Assert.Empty(RunAll(network, [], null));
        Assert.Throws<ArgumentException>(() => RunAll(network with { Links = network.Links.Add(network.Links[0]) }, [], null));
    }

    private static ScenarioResult[] RunAll(
        Network network, IReadOnlyList<ScenarioInput> scenarios, EnsembleOptions? options, IProgress<double>? progress = null) =>
        [.. Ensemble.Run(network, scenarios, options, progress, TestContext.Current.CancellationToken)];

    private static Network Read(string file, bool pressureDriven)
    {
        var network = InpReader.ReadFile(Repository.File(file.Split('/'))).Network!;
        return network with
        {
            Options = network.Options with
            {
                Accuracy = 1e-7,
                MaxTrials = 200,
                DemandModel = pressureDriven ? DemandModel.PressureDriven : DemandModel.DemandDriven,
                RequiredPressure = 15,
            },
        };
    }

    // One of each kind of change, more than two batches of them.
    private static ScenarioInput[] Scenarios(Network network)
    {
        var junctions = network.Nodes.OfType<Junction>().Where(j => j.Demands.Any(d => d.Base > 0)).ToArray();
        var pipes = network.Links.OfType<Pipe>().Where(p => !p.HasCheckValve).ToArray();
        List<ScenarioInput> scenarios =
        [
            new() { Name = "as it is" },
            new() { Name = "rougher", RoughnessFactor = 0.85 },
            new() { Name = "one pipe rough", Roughness = ImmutableDictionary<string, double>.Empty.Add(pipes[0].Id, 60) },
            new() { Name = "more at one", DemandFactors = ImmutableDictionary<string, double>.Empty.Add(junctions[0].Id, 2.5) },
            new() { Name = "fire", AddedDemands = [new AddedDemand(junctions[^1].Id, 0.002), new AddedDemand(network.Nodes[0].Id, 0.001)] },
            new() { Name = "pipe out", Statuses = ImmutableDictionary<string, LinkStatus>.Empty.Add(pipes[^1].Id, LinkStatus.Closed) },
        ];
        scenarios.AddRange(Enumerable.Range(0, 12).Select(i => new ScenarioInput { Name = $"demand {i}", DemandFactor = 0.9 + (0.025 * i) }));
        if (network.Patterns is [var pattern, ..])
        {
            scenarios.Add(new()
            {
                Name = "flat pattern",
                Patterns = ImmutableDictionary<string, ImmutableArray<double>>.Empty.Add(pattern.Id, [0.9, 1.1]),
            });
        }

        foreach (var reservoir in network.Nodes.OfType<Reservoir>().Take(2))
        {
            scenarios.Add(new()
            {
                Name = "higher source",
                SourceHeads = ImmutableDictionary<string, double>.Empty.Add(reservoir.Id, reservoir.Head + 2),
            });
        }

        foreach (var tank in network.Nodes.OfType<Tank>().Take(1))
        {
            scenarios.Add(new()
            {
                Name = "lower tank",
                SourceHeads = ImmutableDictionary<string, double>.Empty.Add(
                    tank.Id, tank.Elevation + (0.5 * (tank.MinimumLevel + tank.InitialLevel))),
            });
        }

        foreach (var pump in network.Links.OfType<Pump>().Where(p => p.SpeedPatternId is null).Take(2))
        {
            scenarios.Add(new() { Name = "slow pump", PumpSpeeds = ImmutableDictionary<string, double>.Empty.Add(pump.Id, 0.95) });
            scenarios.Add(new() { Name = "no pump", PumpSpeeds = ImmutableDictionary<string, double>.Empty.Add(pump.Id, 0) });
        }

        foreach (var valve in network.Links.OfType<Valve>().Take(2))
        {
            scenarios.Add(new() { Name = "open valve", Statuses = ImmutableDictionary<string, LinkStatus>.Empty.Add(valve.Id, LinkStatus.Open) });
        }

        return [.. scenarios];
    }

    private static Network Contradicting() => Draw.Network(
        [Draw.Junction("j", demand: 0.01), Draw.Reservoir("high", 50), Draw.Reservoir("low", 15)],
        [Draw.Pipe("p", "high", "j"), Draw.Pipe("q", "low", "j")]) with
    {
        Controls =
        [
            new SimpleControl("p", new ControlAction(LinkStatus.Closed, null), new LevelCondition("j", true, 20)),
            new SimpleControl("p", new ControlAction(LinkStatus.Open, null), new LevelCondition("j", false, 20)),
        ],
    };

    // Within the accuracy that both were solved to: of flows 1e-7 of their sum, and what that is in heads.
    private static void AssertSame(SimulationResults expected, SimulationResults found, string scenario)
    {
        Assert.Equal(expected.Outcome, found.Outcome);
        Assert.Equal(expected.Steps.Select(s => s.Time), found.Steps.Select(s => s.Time));
        Assert.Equal(expected.Times.Length, found.Times.Length);
        for (var k = 0; k < expected.Times.Length; k++)
        {
            for (var n = 0; n < expected.Network.Nodes.Length; n++)
            {
                Close(expected.Heads(k)[n], found.Heads(k)[n], 1e-4, $"{scenario}: head of {expected.Network.Nodes[n].Id}");
                Close(expected.Demands(k)[n], found.Demands(k)[n], 1e-6, $"{scenario}: demand of {expected.Network.Nodes[n].Id}");
            }

            for (var l = 0; l < expected.Network.Links.Length; l++)
            {
                Close(expected.Flows(k)[l], found.Flows(k)[l], 1e-6, $"{scenario}: flow of {expected.Network.Links[l].Id}");
                Assert.Equal(expected.Statuses(k)[l], found.Statuses(k)[l]);
            }
        }
    }

    private static void Close(double expected, double found, double tolerance, string what) => Assert.True(
        (double.IsNaN(expected) && double.IsNaN(found)) || Math.Abs(expected - found) <= tolerance, $"{what}: {expected} and {found}");

    private static IEnumerable<long> Bits(ScenarioResult result)
    {
        var results = result.Results!;
        var bits = new List<long>();
        for (var k = 0; k < results.Times.Length; k++)
        {
            bits.AddRange(results.Heads(k).ToArray().Select(BitConverter.DoubleToInt64Bits));
            bits.AddRange(results.Flows(k).ToArray().Select(BitConverter.DoubleToInt64Bits));
        }

        return bits;
    }

    private sealed class Progress(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
