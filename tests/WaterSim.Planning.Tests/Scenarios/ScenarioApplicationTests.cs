using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios;
using WaterSim.Planning.Scenarios.Changes;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Scenarios;

/// <summary>Each kind of change against what a hand calculation expects.</summary>
public sealed class ScenarioApplicationTests
{
    // A gate of 0.1 m of pipe may cost this much head, m.
    private const double GateLoss = 0.01;

    // What an emitter may still give when the solver, at Jiahe's accuracy of 1e-5 of all flows, rests, m3/s.
    private const double SolverRest = 5e-5;

    [Fact]
    public void A_link_without_controls_is_closed_by_two_controls_of_time()
    {
        var network = JiaheCounty.With("{ kind: close_link, link: ZQ-GB-PRV, from_h: 6, to_h: 12 }\n{ kind: close_link, link: ZQ-GB-PRV, from_h: 10, to_h: 14 }").Network;
        var setting = ((Valve)network.FindLink("ZQ-GB-PRV")!).Setting;

        Assert.Equal(JiaheCounty.Network.Links.Length, network.Links.Length);
        Assert.Equal(
            [
                new SimpleControl("ZQ-GB-PRV", new(LinkStatus.Closed, null), new TimeCondition(TimeSpan.FromHours(6))),
                new SimpleControl("ZQ-GB-PRV", new(null, setting), new TimeCondition(TimeSpan.FromHours(14))),
            ],
            network.Controls.Skip(JiaheCounty.Network.Controls.Length));
    }

    [Fact]
    public void A_link_closed_for_the_whole_run_loses_its_controls()
    {
        var network = JiaheCounty.With("{ kind: close_link, link: X12-V }").Network;

        Assert.Equal(LinkStatus.Closed, ((Valve)network.FindLink("X12-V")!).InitialStatus);
        Assert.DoesNotContain(network.Controls, c => c.LinkId == "X12-V");
        Assert.Contains(JiaheCounty.Network.Controls, c => c.LinkId == "X12-V");
    }

    [Fact]
    public void A_booster_without_power_lifts_nothing_whatever_its_controls_say()
    {
        var network = JiaheCounty.With("{ kind: power_cut, booster: P1, from_h: 6, to_h: 18 }").Network;
        var cut = Run(network);
        var usual = Run(JiaheCounty.Network);

        // The controls start the pump at noon.
        Assert.Contains(At(usual, 6, 18), k => Flow(usual, "P1A", k) > 0.01);
        Assert.All(At(cut, 6, 18), k => Assert.Equal(0, Flow(cut, "P1A", k) + Flow(cut, "P1B", k), 1e-6));
        Assert.Contains(At(cut, 18, 24), k => Flow(cut, "P1A", k) > 0.01);
        Assert.Equal(SimulationOutcome.Completed, cut.Outcome);
        var pump = network.IndexOfLink("P1A");
        Assert.True(cut.Energy.Single(e => e.Link == pump).Energy < usual.Energy.Single(e => e.Link == JiaheCounty.Network.IndexOfLink("P1A")).Energy);
    }

    [Fact]
    public void A_plant_that_stops_treating_gives_what_its_clear_well_holds()
    {
        var applied = JiaheCounty.With("{ kind: plant_outage, plant: W1, from_h: 1, to_h: 5 }", "demand_model: pda");
        var run = Run(applied.Network);
        var (well, area) = (applied.Network.IndexOfNode("W1-CW"), 0.25 * Math.PI * 39.81 * 39.81);
        var window = At(run, 1, 5).ToList();
        var end = run.Times.IndexOf(TimeSpan.FromHours(5));
        var given = window.Sum(k => Flow(run, "W1-OUT", k) * (run.Times[k + 1] - run.Times[k]).TotalSeconds);

        Assert.Equal(SimulationOutcome.Completed, run.Outcome);
        Assert.All(window, k => Assert.Equal(0, Flow(run, "W1-CWI", k), 1e-6));
        Assert.True(Flow(run, "W1-CWI", end) > 0.1);

        // A town of 80,000 drinks some hundred m3 an hour; reported flows hold for a quarter of an hour.
        Assert.InRange(given, 500, 4 * area);
        Assert.Equal(area * (run.Heads(window[0])[well] - run.Heads(end)[well]), given, 0.03 * given);
        Assert.Equal(10, applied.Network.Options.RequiredPressure);
    }

    [Fact]
    public void A_plant_that_stops_altogether_gives_nothing_in_its_window()
    {
        var run = Run(JiaheCounty.With("{ kind: plant_outage, plant: W3, stops: supply, from_h: 4, to_h: 10 }", "demand_model: pda").Network);

        Assert.All(At(run, 4, 10), k => Assert.Equal(0, Flow(run, "W3-OUT", k), 1e-6));
        Assert.True(Flow(run, "W3-OUT", At(run, 3, 4).Last()) > 0);
        Assert.True(Flow(run, "W3-OUT", At(run, 10, 11).First()) > 0);
    }

    [Fact]
    public void A_polluted_source_gives_nothing()
    {
        var run = Run(JiaheCounty.With("{ kind: source_pollution, source: R-ZS, from_h: 2, to_h: 8 }").Network);

        Assert.All(At(run, 2, 8), k => Assert.Equal(0, Flow(run, "W4-IN", k), 1e-6));
        Assert.True(Flow(run, "W4-IN", At(run, 8, 9).First()) > 0);
    }

    [Fact]
    public void A_burst_lets_out_what_Torricelli_says_while_it_lasts()
    {
        var applied = JiaheCounty.With("{ kind: burst, node: A1, orifice_mm: 60, discharge_coefficient: 0.6, from_h: 8, to_h: 12 }");
        var run = Run(applied.Network);
        var (hole, at) = (applied.Network.IndexOfNode("A1-BURST"), applied.Network.IndexOfNode("A1"));

        Assert.All(At(run, 8, 12), k =>
        {
            Assert.Equal(run.Pressures(k)[at], run.Pressures(k)[hole], GateLoss);
            Assert.Equal(0.6 * Math.PI / 4 * 0.06 * 0.06 * Math.Sqrt(2 * 9.80665 * run.Pressures(k)[hole]), run.Demands(k)[hole], 1e-6);
            Assert.True(run.Demands(k)[hole] > 0.02);
        });
        Assert.All(At(run, 0, 8).Concat(At(run, 12, 24)), k => Assert.Equal(0, run.Demands(k)[hole], SolverRest));
        Assert.Empty(run.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Notice));
    }

    [Fact]
    public void A_burst_of_the_whole_run_is_an_emitter_at_its_node()
    {
        var network = JiaheCounty.With("{ kind: burst, node: A1, orifice_mm: 60 }").Network;

        // 0.6 pi/4 0.06^2 sqrt(2 9.80665) = 0.0075130
        Assert.Equal(0.0075130, ((Junction)network.FindNode("A1")!).EmitterCoefficient, 1e-7);
        Assert.Equal(JiaheCounty.Network.Nodes.Length, network.Nodes.Length);
    }

    [Fact]
    public void Frost_cracks_its_share_of_the_nodes_and_the_same_ones_again()
    {
        var change = "{ kind: freeze_bursts, town: LT, class: rural, share: 0.1, orifice_mm: 8, seed: 3 }";
        var nodes = JiaheCounty.System.Communities.Where(c => c.Town == "LT" && c.Class == CommunityClass.Rural).SelectMany(c => c.Nodes).ToHashSet();
        var leaking = Leaking(change);

        Assert.Equal(Math.Round(0.1 * nodes.Count, MidpointRounding.AwayFromZero), leaking.Count);
        Assert.Subset(nodes, leaking.ToHashSet());
        Assert.Equal(leaking, Leaking(change));
        Assert.NotEqual(leaking, Leaking(change.Replace("seed: 3", "seed: 4", StringComparison.Ordinal)));

        static List<string> Leaking(string change) =>
            [.. JiaheCounty.With(change).Network.Nodes.OfType<Junction>().Where(j => j.EmitterCoefficient > 0).Select(j => j.Id)];
    }

    [Fact]
    public void A_fire_draws_its_flow_in_its_hours()
    {
        var applied = JiaheCounty.With("{ kind: fire_flow, node: ZQ-W, flow_l_per_s: 15, from_h: 18, to_h: 20 }");
        var run = Run(applied.Network);
        var usual = Run(JiaheCounty.Network);
        var node = applied.Network.IndexOfNode("ZQ-W");

        Assert.All(At(run, 0, 24), k => Assert.Equal(
            run.Times[k].TotalHours is >= 18 and < 20 ? 0.015 : 0,
            run.Demands(k)[node] - usual.Demands(usual.Times.IndexOf(run.Times[k]))[node], 1e-9));
    }

    [Fact]
    public void A_factor_on_a_use_of_a_town_changes_that_demand_alone()
    {
        var network = JiaheCounty.With("{ kind: demand_factor, factor: 1.5, town: SQ, class: rural, use: domestic, pattern: FESTIVAL }").Network;
        var changed = JiaheCounty.System.Communities.Where(c => c.Town == "SQ" && c.Class == CommunityClass.Rural).SelectMany(c => c.Nodes).ToHashSet();

        foreach (var old in JiaheCounty.Network.Nodes.OfType<Junction>())
        {
            var now = (Junction)network.FindNode(old.Id)!;
            Assert.Equal(
                old.Demands.Select(d => changed.Contains(old.Id) && (d.Category is "domestic rural" or "domestic town")
                    ? d with { Base = d.Base * 1.5, PatternId = "FESTIVAL" }
                    : d),
                now.Demands);
        }
    }

    [Fact]
    public void A_factor_in_a_window_holds_there_and_leaves_leakage()
    {
        var run = Run(JiaheCounty.With("{ kind: demand_factor, factor: 2, from_h: 6, to_h: 9 }").Network);
        var usual = Run(JiaheCounty.Network);
        var leakage = JiaheCounty.Network.Nodes.OfType<Junction>().SelectMany(j => j.Demands).Where(d => d.Category == "leakage").Sum(d => d.Base);

        foreach (var hour in (int[])[0, 5, 6, 8, 9, 23])
        {
            var before = Drawn(usual, hour);
            Assert.Equal(hour is >= 6 and < 9 ? (2 * (before - leakage)) + leakage : before, Drawn(run, hour), 1e-6);
        }

        static double Drawn(SimulationResults run, int hour)
        {
            var k = run.Times.IndexOf(TimeSpan.FromHours(hour));
            return Enumerable.Range(0, run.Network.Nodes.Length).Where(i => run.Network.Nodes[i] is Junction).Sum(i => run.RequiredDemands(k)[i]);
        }
    }

    [Fact]
    public void People_and_their_demand_grow_together()
    {
        var applied = JiaheCounty.With("{ kind: people_growth, per_year: 0.01, years: 2, town: LT }");
        var (before, after) = (JiaheCounty.System, applied.System);
        var node = before.Communities.First(c => c.Id == "LT-C").Nodes[0];
        var old = ((Junction)JiaheCounty.Network.FindNode(node)!).Demands[0];

        // 7,000 people x 1.0201
        Assert.Equal(7141, after.Communities.First(c => c.Id == "LT-C").People);
        Assert.Equal(after.Communities.Sum(c => c.People), after.People);
        Assert.Equal(after.Communities.Where(c => c.Town == "LT").Sum(c => c.People), after.Towns.First(t => t.Id == "LT").People);
        Assert.Equal(before.Towns.First(t => t.Id == "SQ").People, after.Towns.First(t => t.Id == "SQ").People);
        Assert.Equal("domestic town", old.Category);
        Assert.Equal(old.Base * 1.0201, ((Junction)applied.Network.FindNode(node)!).Demands[0].Base, 1e-12);
    }

    [Fact]
    public void A_new_village_has_people_a_pipe_and_water()
    {
        var applied = JiaheCounty.With("{ kind: new_village, id: LT-V15, name: { en: New village, zh: 新村 }, town: LT, people: 300, per_head_l: 80, service_head_m: 12, elevation_m: 285, from_node: LTW, length_m: 900, diameter_mm: 80, roughness: 140 }");
        var village = applied.System.Communities[^1];
        var run = Run(applied.Network);
        var node = applied.Network.IndexOfNode("LT-V15");

        Assert.Equal(("LT-V15", 300, CommunityClass.Rural, "新村"), (village.Id, village.People, village.Class, village.Name.Zh));
        Assert.Equal(JiaheCounty.System.People + 300, applied.System.People);
        Assert.Equal(15, applied.System.Towns.First(t => t.Id == "LT").Villages);

        // 300 x 80 L a day
        Assert.Equal(24.0 / 86_400, run.Demands(0)[node], 1e-9);
        Assert.Equal(24.0 / 86_400, Flow(run, "LT-V15-MAIN", 0), 1e-8);
        Assert.Equal(435_300, Planning.Results.RunSummary.Of(run, applied.System).Service!.People);
    }

    [Fact]
    public void Pipes_are_laid_and_replaced()
    {
        var network = JiaheCounty.With("{ kind: new_pipe, id: X99, from_node: A1, to_node: ZQ-W, length_m: 100, diameter_mm: 200, roughness: 130 }\n{ kind: replace_pipe, pipe: W1-IN, diameter_mm: 800 }\n{ kind: replace_pipe, pipe: W2-IN, roughness: 100 }").Network;
        var (laid, wider, rougher) = ((Pipe)network.FindLink("X99")!, (Pipe)network.FindLink("W1-IN")!, (Pipe)network.FindLink("W2-IN")!);

        Assert.Equal((100, 0.2, 130), (laid.Length, laid.Diameter, laid.Roughness));
        Assert.Equal(((Pipe)JiaheCounty.Network.FindLink("W1-IN")!) with { Diameter = 0.8 }, wider);
        Assert.Equal(((Pipe)JiaheCounty.Network.FindLink("W2-IN")!) with { Roughness = 100 }, rougher);
    }

    [Fact]
    public void Pipes_age_by_the_law_of_Sharp_and_Walski()
    {
        var network = JiaheCounty.With("{ kind: roughness_ageing, years: 20, growth_mm_per_year: 0.05, from_mm: 590, to_mm: 610 }").Network;

        // C 120, D 0.6 m: e0 = 0.6 x 10^(-102/37.2) = 1.0873 mm; e = 2.0873 mm; C = 18 - 37.2 log10(2.0873/600) = 109.46
        Assert.Equal(109.46, ((Pipe)network.FindLink("W1-IN")!).Roughness, 0.01);
        Assert.Equal(120, ((Pipe)network.FindLink("W1-OUT")!).Roughness);
    }

    [Fact]
    public void Reservoirs_stand_where_their_storage_says()
    {
        var applied = JiaheCounty.With("{ kind: reservoir_storage, sources: [R-PJ], share: 0.5 }");

        // Of 12 Mm3 at 332 m half is 6 Mm3, between 4.274 at 322 m and 6.113 at 325 m.
        var level = 322 + (3 * (6.0 - 4.274) / (6.113 - 4.274));
        Assert.Equal(level, ((Reservoir)applied.Network.FindNode("R-PJ")!).Head, 1e-9);
        Assert.Equal(3.6 / 9.6, applied.System.Resources!.Reservoirs.First(r => r.Source == "R-PJ").InitialLive, 1e-9);
        Assert.Equal(345, ((Reservoir)applied.Network.FindNode("R-PT")!).Head);
    }

    [Fact]
    public void Prices_and_rules_are_carried()
    {
        var applied = JiaheCounty.With("{ kind: tariff, water_yuan_m3: 2.6, electricity_yuan_kwh: 0.8 }\n{ kind: dispatch_rule, balance_yuan_m3: 2, tank_recovery: 0.25 }\n{ kind: drought_inflow, year: drought2022 }");

        Assert.Equal(2.6, applied.WaterPrice);
        Assert.All(applied.System.Economy!.Tariffs, t => Assert.Equal((2.6, true, null), (t.Price, t.Blocks.IsEmpty, t.OtherPrice)));
        Assert.Equal((0.8, "TARIFF"), (applied.Network.Energy.Price, applied.Network.Energy.PricePatternId));
        Assert.Equal((2, 0.25, 10), (applied.System.Dispatch!.BalanceWeight, applied.System.Dispatch.TankRecovery, applied.System.Dispatch.RequiredPressure));
        Assert.Equal("drought2022", applied.InflowYear);
    }

    [Fact]
    public void A_valve_is_set_and_no_longer_controlled()
    {
        var network = JiaheCounty.With("{ kind: set_valve, valve: X12-V, flow_m3d: 6912 }").Network;

        Assert.Equal(0.08, ((Valve)network.FindLink("X12-V")!).Setting, 1e-12);
        Assert.DoesNotContain(network.Controls, c => c.LinkId == "X12-V");
    }

    [Fact]
    public void A_controlled_valve_is_opened_for_some_hours_by_a_bypass()
    {
        var run = Run(JiaheCounty.With("{ kind: open_link, link: X12-V, from_h: 6, to_h: 8 }").Network);

        Assert.All(At(run, 6, 8), k => Assert.True(Math.Abs(Flow(run, "X12-V-BYPASS", k)) > 0.001));
        Assert.All(At(run, 8, 24), k => Assert.Equal(0, Flow(run, "X12-V-BYPASS", k), 1e-6));
    }

    [Fact]
    public void The_network_that_was_read_stays()
    {
        var (network, system) = (JiaheCounty.Network, JiaheCounty.System);
        var (links, controls, people) = (network.Links, network.Controls, system.People);
        JiaheCounty.With("{ kind: close_link, link: X12-V }\n{ kind: people_growth, per_year: 0.05, years: 10 }");

        Assert.True(links == network.Links && controls == network.Controls && people == JiaheCounty.System.People);
    }

    [Fact]
    public void What_reading_refuses_cannot_be_applied()
    {
        var scenario = new Scenario
        {
            Name = new LocalizedName("A"),
            Duration = TimeSpan.FromHours(1),
            Changes = [new CloseLink { Link = "X12-V", Window = new TimeWindow(TimeSpan.FromHours(2), null) }],
        };

        Assert.Throws<ArgumentException>(() => ScenarioApplication.Apply(scenario, JiaheCounty.System, JiaheCounty.Network));
    }

    private static SimulationResults Run(Network network) =>
        ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);

    private static double Flow(SimulationResults run, string link, int k) => run.Flows(k)[run.Network.IndexOfLink(link)];

    private static IEnumerable<int> At(SimulationResults run, double fromHour, double toHour) =>
        Enumerable.Range(0, run.Times.Length).Where(k => run.Times[k].TotalHours >= fromHour && run.Times[k].TotalHours < toHour);
}
