using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Resources;
using static WaterSim.Planning.Tests.Scenarios.YearOfScenario;

namespace WaterSim.Planning.Tests.Scenarios;

/// <summary>What a scenario's changes make of a year of Jiahe.</summary>
public sealed class YearScenarioTests
{
    private const string Village =
        "{ kind: new_village, id: LT-V99, name: { en: New village }, town: LT, people: 300, per_head_l: 80, service_head_m: 12, "
        + "elevation_m: 300, from_node: LTH, length_m: 900, diameter_mm: 80, roughness: 140, pattern: RURAL }";

    private static readonly YearOptions Allocated = new() { Inflow = "dry95", Days = 250, DailyOnly = true };
    private static readonly YearOptions Coupled = new() { Days = 2, From = new DateOnly(2026, 3, 1) };

    [Theory]
    [InlineData(true, 250)]
    [InlineData(false, 3)]
    public void A_year_with_a_closed_interconnection_is_the_year_without_it_to_the_bit(bool dailyOnly, int days)
    {
        var year = new YearOptions { Inflow = "dry95", Days = days, DailyOnly = dailyOnly };
        var closed = StateAfter(Start(With("{ kind: close_link, link: X56-V }\n{ kind: close_link, link: X12-V }", year)));

        Assert.Equal(StateAfter(Start(year with { Shut = ["X56", "X12"] })), closed);
        Assert.NotEqual(StateAfter(Start(year)), closed);
    }

    [Fact]
    public void A_drought_of_a_scenario_is_the_year_of_that_inflow_to_the_bit()
    {
        var average = Allocated with { Inflow = "average" };
        var applied = With("{ kind: drought_inflow, year: dry95 }", average);

        Assert.Equal("dry95", applied.Options.Inflow);
        Assert.Equal(StateAfter(Start(Allocated)), StateAfter(Start(applied)));
    }

    [Fact]
    public void A_scenario_that_changes_nothing_is_the_year_itself_with_its_pipes()
    {
        var applied = With("{ kind: demand_factor, factor: 2, only: day }", Coupled, "duration_h: 24\ndemand_model: pda");

        Assert.Equal(StateAfter(Start(Coupled)), StateAfter(Start(applied)));
    }

    [Fact]
    public void A_plant_that_is_out_for_ten_days_gives_nothing_on_those_days_and_no_others()
    {
        // From 05:00 of the 31st day to the midnight that ends the 40th.
        var year = new YearOptions { Days = 60, DailyOnly = true };
        using var run = Start(With("{ kind: plant_outage, plant: W3, from_h: 725, to_h: 960 }", year));
        var plant = PositionOf("W3");

        var output = run.Days(TestContext.Current.CancellationToken).Select(d => d.PlantOutput[plant]).ToArray();

        Assert.All(output[30..40], q => Assert.Equal(0, q));
        Assert.All(output[..30].Concat(output[40..]), q => Assert.True(q > 100, $"{q} m3"));
    }

    [Fact]
    public void Pipes_bring_a_plant_that_is_out_no_raw_water()
    {
        var year = Coupled with { Days = 4 };
        using var run = Start(With("{ kind: plant_outage, plant: W3, from_h: 24, to_h: 60 }", year));
        var (map, _) = SupplyMap.Of(JiaheCounty.System, JiaheCounty.Network);
        var intakes = Enumerable.Range(0, map!.Intakes.Length).Where(k => map.Intakes[k].Plant == PositionOf("W3")).ToArray();

        var taken = run.Days(TestContext.Current.CancellationToken).Select(d => intakes.Sum(k => d.Delivery!.Intake[k])).ToArray();

        Assert.True(taken[0] > 100 && taken[3] > 100, $"{taken[0]} and {taken[3]} m3");
        Assert.InRange(taken[1], -1, 1);
        Assert.InRange(taken[2], -1, 1);
    }

    [Fact]
    public void A_polluted_source_is_left_alone_on_the_days_that_its_window_touches()
    {
        var year = new YearOptions { Days = 20, DailyOnly = true };
        using var run = Start(With("{ kind: source_pollution, source: R-ZS, from_h: 119, to_h: 121 }", year));
        var source = JiaheCounty.System.Sources.Select(s => s.Id).ToList().IndexOf("R-ZS");

        var days = run.Days(TestContext.Current.CancellationToken).ToArray();

        Assert.Equal([4, 5], Enumerable.Range(0, 20).Where(d => days[d].Sources[source].Draw < 1e-3));
        Assert.Equal(
            [(4, "Source is out."), (6, "Source may be drawn on again.")],
            days.SelectMany((d, i) => d.Decisions.Where(x => x.Element == "R-ZS").Select(x => (i, x.Text))));
    }

    [Fact]
    public void A_demand_factor_multiplies_what_its_class_and_use_need()
    {
        var applied = With("{ kind: demand_factor, class: rural, use: domestic, factor: 1.2 }", Coupled);
        var (was, now) = (DemandOf(JiaheCounty.System, JiaheCounty.Network), DemandOf(applied.System, applied.Network));

        for (var c = 0; c < JiaheCounty.System.Communities.Length; c++)
        {
            var factor = JiaheCounty.System.Communities[c].Class == CommunityClass.Rural ? 1.2 : 1;
            Assert.Equal(factor * was.Average(c, WaterUse.Domestic), now.Average(c, WaterUse.Domestic), 1e-9);
            Assert.Equal(was.Average(c, WaterUse.Industry), now.Average(c, WaterUse.Industry), 1e-9);
        }
    }

    [Fact]
    public void A_factor_on_all_uses_raises_every_days_need_by_as_much()
    {
        var year = new YearOptions { Days = 3, DailyOnly = true };
        using var usual = Start(year);
        using var more = Start(With("{ kind: demand_factor, factor: 1.1 }", year));

        foreach (var (a, b) in usual.Days(TestContext.Current.CancellationToken).Zip(more.Days(TestContext.Current.CancellationToken)))
        {
            Assert.Equal(1.1 * a.Needed.Sum(), b.Needed.Sum(), 1e-9 * a.Needed.Sum());
            Assert.Equal(a.Leaked, b.Leaked, 1e-9 * a.Leaked);
        }
    }

    [Fact]
    public void More_people_need_more_and_their_days_without_water_count_as_theirs()
    {
        var applied = With("{ kind: people_growth, per_year: 0.01, years: 10, town: LT }", Coupled);
        var (was, now) = (DemandOf(JiaheCounty.System, JiaheCounty.Network), DemandOf(applied.System, applied.Network));

        for (var c = 0; c < JiaheCounty.System.Communities.Length; c++)
        {
            var community = JiaheCounty.System.Communities[c];
            var people = community.Town == "LT" ? Math.Round(community.People * Math.Pow(1.01, 10)) : community.People;
            Assert.Equal(people, applied.System.Communities[c].People);
            Assert.Equal(
                was.Average(c, WaterUse.Domestic) * people / community.People, now.Average(c, WaterUse.Domestic), 1e-9);
        }
    }

    [Fact]
    public void A_new_village_needs_what_its_people_use_and_the_pipes_bring_it()
    {
        var applied = With(Village, Coupled);
        using var run = Start(applied);
        var (demand, at) = (DemandOf(applied.System, applied.Network), applied.System.Communities.Length - 1);

        // 300 people at 80 L; the year's growth of people is 0 in its base year.
        Assert.Equal(24, demand.Average(at, WaterUse.Domestic), 1e-9);
        foreach (var day in run.Days(TestContext.Current.CancellationToken))
        {
            Assert.Equal(24 * demand.Factor(CommunityClass.Rural, WaterUse.Domestic, day.Date), day.Needed[at], 1e-9);
            Assert.InRange(day.Delivered[at] / day.Needed[at], 0.99, 1.01);
        }
    }

    [Fact]
    public void A_rule_of_dispatch_is_that_of_a_county_that_has_it()
    {
        var dispatch = JiaheCounty.System.Dispatch!;
        var (edited, found) = YearRun.Start(
            JiaheCounty.System with { Dispatch = dispatch with { BalanceWeight = 5, TankRecovery = 0.25 } }, JiaheCounty.Network, Coupled,
            JiaheCounty.Folder);
        Assert.DoesNotContain(found, d => d.Severity == DiagnosticSeverity.Error);

        var state = StateAfter(Start(With("{ kind: dispatch_rule, balance_yuan_m3: 5, tank_recovery: 0.25 }", Coupled)));

        Assert.Equal(StateAfter(edited!), state);
        Assert.NotEqual(StateAfter(Start(Coupled)), state);
    }

    [Fact]
    public void Pressure_from_which_demand_is_met_is_the_scenarios()
    {
        Assert.Equal(14, With("{ kind: tariff, water_yuan_m3: 3 }", Coupled, "required_pressure_m: 14").System.Dispatch!.RequiredPressure);
    }

    [Fact]
    public void An_opened_interconnection_is_used_on_all_days()
    {
        var links = With("{ kind: open_link, link: X23-V }", Coupled).System.Dispatch!.Links;

        Assert.True(JiaheCounty.System.Dispatch!.Links.Single(l => l.Interconnection == "X23").OnlyInDrought);
        Assert.False(links.Single(l => l.Interconnection == "X23").OnlyInDrought);
        Assert.Equal((-3100.0, 0.0), links.Single(l => l.Interconnection == "X23").Limits(opened: false));
    }

    [Fact]
    public void Storage_at_the_start_is_what_a_scenario_says()
    {
        using var run = Start(With("{ kind: reservoir_storage, sources: [R-PJ], share: 0.5 }", new YearOptions { Days = 1, DailyOnly = true }));
        var reservoir = JiaheCounty.System.Resources!.Reservoirs.First(r => r.Source == "R-PJ");
        var day = Assert.Single(run.Days(TestContext.Current.CancellationToken));

        var full = new StorageCurve(reservoir.Curve).Volume(reservoir.NormalLevel);
        Assert.Equal(0.5 * full, day.Sources[0].Before, 1e-6 * full);
    }

    [Fact]
    public void A_narrow_trunk_is_felt_by_the_pipes_and_leaks_stay_the_countys()
    {
        var applied = With("{ kind: replace_pipe, pipe: W1-OUT, diameter_mm: 150 }", Coupled with { Days = 1 });
        using var usual = Start(Coupled with { Days = 1 });
        using var narrow = Start(applied);
        var (a, b) = (Only(usual), Only(narrow));

        Assert.True(b.Delivered.Sum() < 0.97 * a.Delivered.Sum(), $"{b.Delivered.Sum()} of {a.Delivered.Sum()} m3");
        Assert.True(b.Leaked < a.Leaked, $"{b.Leaked} of {a.Leaked} m3");
    }

    [Fact]
    public void What_is_for_days_alone_is_left_out_of_a_year_and_the_other_way_round()
    {
        var year = With("{ kind: people_growth, per_year: 0.1, years: 1, only: day }\n{ kind: drought_inflow, year: dry95, only: year }", Coupled);
        var day = JiaheCounty.With("{ kind: people_growth, per_year: 0.1, years: 1, only: year }\n{ kind: drought_inflow, year: dry95, only: year }");

        Assert.Equal(JiaheCounty.System.People, year.System.People);
        Assert.Equal("dry95", year.Options.Inflow);
        Assert.Equal(JiaheCounty.System.People, day.System.People);
        Assert.Null(day.InflowYear);
    }

    private static YearDay Only(YearRun run) => Assert.Single(run.Days(TestContext.Current.CancellationToken));

    private static int PositionOf(string plant) => JiaheCounty.System.Plants.Select(p => p.Id).ToList().IndexOf(plant);

    private static Planning.Resources.DemandModel DemandOf(CountySystem system, Network network) =>
        Planning.Resources.DemandModel.Of(system, network, system.Demand!.BaseYear, seed: 1);
}
