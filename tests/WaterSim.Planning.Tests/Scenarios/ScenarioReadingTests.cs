using WaterSim.Model;
using WaterSim.Planning.Scenarios;
using WaterSim.Planning.Scenarios.Changes;
using WaterSim.Quality;

namespace WaterSim.Planning.Tests.Scenarios;

public sealed class ScenarioReadingTests
{
    private const string Whole = """
        schema: watersim-scenario/1
        name: { en: "<b>Everything</b>, at once", zh: 全部 }
        description: { en: All kinds of changes }
        duration_h: 48
        demand_model: pda
        required_pressure_m: 12
        quality: [age, blend, "trace:R-PJ", chlorine]
        indicators: [service, same_source, standards]
        changes:
          - { kind: close_link, link: ZQ-GB-PRV, from_h: 6, to_h: 12.5 }
          - { kind: open_link, link: W1-SB }
          - { kind: set_valve, valve: X12-V, flow_m3d: 8640 }
          - { kind: set_valve, valve: HL-Z, pressure_m: 30 }
          - { kind: plant_outage, plant: W1, to_h: 48 }
          - { kind: plant_outage, plant: W3, stops: supply, from_h: 3 }
          - { kind: power_cut, booster: P1, from_h: 6, to_h: 18 }
          - { kind: power_cut, pump: P2A }
          - { kind: burst, node: A1, orifice_mm: 100, discharge_coefficient: 0.65, from_h: 8, to_h: 12 }
          - { kind: freeze_bursts, town: LT, class: rural, share: 0.1, orifice_mm: 8, seed: 3 }
          - { kind: fire_flow, node: ZQ-W, flow_l_per_s: 15, from_h: 18, to_h: 20 }
          - { kind: demand_factor, factor: 1.3, town: SQ, class: rural, use: public, pattern: TOWN, from_h: 1, to_h: 2 }
          - { kind: people_growth, per_year: 0.01, years: 10 }
          - { kind: new_village, id: LT-V15, name: { en: New village }, town: LT, people: 300, per_head_l: 80, service_head_m: 12, elevation_m: 300, from_node: LTH, length_m: 900, diameter_mm: 80, roughness: 140, pattern: RURAL }
          - { kind: new_pipe, id: X99, from_node: A1, to_node: ZQ-W, length_m: 100, diameter_mm: 200, roughness: 130 }
          - { kind: replace_pipe, pipe: W1-OUT, diameter_mm: 800 }
          - { kind: roughness_ageing, years: 10, growth_mm_per_year: 0.05, from_mm: 100, to_mm: 400 }
          - { kind: source_pollution, source: R-ZS, from_h: 12 }
          - { kind: reservoir_storage, sources: [R-PJ, R-PT], share: 0.48 }
          - { kind: drought_inflow, year: dry95 }
          - { kind: tariff, water_yuan_m3: 2.6, electricity_yuan_kwh: 0.7 }
          - { kind: dispatch_rule, balance_yuan_m3: 2 }
        """;

    [Fact]
    public void A_file_with_every_kind_of_change_is_read_whole()
    {
        var read = JiaheCounty.ReadText(Whole);
        var scenario = read.Scenario;

        Assert.True(scenario is not null, string.Join('\n', read.Diagnostics));
        Assert.Equal("<b>Everything</b>, at once", scenario.Name.En);
        Assert.Equal("全部", scenario.Name.Zh);
        Assert.Equal(TimeSpan.FromHours(48), scenario.Duration);
        Assert.Equal(DemandModel.PressureDriven, scenario.DemandModel);
        Assert.Equal(12, scenario.RequiredPressure);
        Assert.Equal([QualityAnalysis.Age, QualityAnalysis.Blend, QualityAnalysis.Trace("R-PJ"), QualityAnalysis.Chemical], scenario.Quality!.Value);
        Assert.Equal([IndicatorGroup.Service, IndicatorGroup.SameSource, IndicatorGroup.Standards], scenario.Indicators!.Value);
        Assert.Equal(22, scenario.Changes.Length);
        Assert.Equal(new TimeWindow(TimeSpan.FromHours(6), TimeSpan.FromHours(12.5)), scenario.Changes[0].Window);
        Assert.Equal(0.1, Assert.IsType<SetValve>(scenario.Changes[2]).Setting, 1e-12);
        Assert.Equal(new TimeWindow(TimeSpan.FromHours(3), null), scenario.Changes[5].Window);
        Assert.Equal(0.1, Assert.IsType<Burst>(scenario.Changes[8]).Orifice, 1e-12);
        Assert.Equal(80e-3 / 86_400, Assert.IsType<NewVillage>(scenario.Changes[13]).PerHead, 1e-15);
        Assert.Equal(5e-5, Assert.IsType<RoughnessAgeing>(scenario.Changes[16]).Growth, 1e-12);
        Assert.Equal(["WS4212", "WS4212"], read.Diagnostics.Select(d => d.Code));
        Assert.NotNull(ScenarioApplication.Apply(scenario, JiaheCounty.System, JiaheCounty.Network).Network);
    }

    [Theory]
    [InlineData("duration_h: 48", "duration_h: @-1", "WS4203")]
    [InlineData("duration_h: 48", "duration_h: 48\n@duration_days: 2", "WS4006")]
    [InlineData("watersim-scenario/1", "@watersim-scenario/9", "WS4005")]
    [InlineData("demand_model: pda", "demand_model: @both", "WS4011")]
    [InlineData("[age,", "[age, @taste,", "WS4011")]
    [InlineData("[age,", "[age, @age,", "WS4013")]
    [InlineData("\"trace:R-PJ\"", "@\"trace:nowhere\"", "WS4014")]
    [InlineData("standards]", "@happiness]", "WS4011")]
    [InlineData("kind: close_link", "kind: @explode", "WS4201")]
    [InlineData("link: ZQ-GB-PRV, from_h: 6", "link: ZQ-GB-PRV, @from_min: 6", "WS4006")]
    [InlineData("link: ZQ-GB-PRV", "link: @NOWHERE", "WS4014")]
    [InlineData("link: ZQ-GB-PRV", "link: @A1", "WS4015")]
    [InlineData("to_h: 12.5", "to_h: @5", "WS4203")]
    [InlineData("to_h: 12.5", "to_h: @12.00001", "WS4203")]
    [InlineData("- { kind: close_link, link: ZQ-GB-PRV, from_h: 6, to_h: 12.5 }", "- @{ kind: close_link, link: ZQ-GB-PRV, from_h: 6, to_h: 49 }", "WS4203")]
    [InlineData("- { kind: close_link, link: ZQ-GB-PRV, from_h: 6, to_h: 12.5 }", "- @{ kind: close_link, link: ZQ-GB-PRV, from_h: 48 }", "WS4203")]
    [InlineData("valve: X12-V", "valve: @W1-OUT", "WS4015")]
    [InlineData("- { kind: set_valve, valve: X12-V, flow_m3d: 8640 }", "- @{ kind: set_valve, valve: X12-V }", "WS4204")]
    [InlineData("- { kind: set_valve, valve: X12-V, flow_m3d: 8640 }", "- @{ kind: set_valve, valve: X12-V, pressure_m: 5 }", "WS4207")]
    [InlineData("- { kind: set_valve, valve: X12-V, flow_m3d: 8640 }", "- @{ kind: set_valve, valve: X12-V, flow_m3d: 8640, from_h: 4 }", "WS4207")]
    [InlineData("- { kind: open_link, link: W1-SB }", "- @{ kind: open_link, link: W2-OUT }", "WS4207")]
    [InlineData("- { kind: open_link, link: W1-SB }", "- @{ kind: open_link, link: P3A, to_h: 4 }", "WS4207")]
    [InlineData("- { kind: open_link, link: W1-SB }", "- @{ kind: open_link, link: ZQ-GB-PRV }", "WS4206")]
    [InlineData("plant: W1,", "plant: @W9,", "WS4016")]
    [InlineData("stops: supply", "stops: @everything", "WS4011")]
    [InlineData("- { kind: power_cut, pump: P2A }", "- @{ kind: power_cut }", "WS4204")]
    [InlineData("pump: P2A", "pump: @W1-OUT", "WS4015")]
    [InlineData("booster: P1", "booster: @P7", "WS4016")]
    [InlineData("node: A1, orifice_mm: 100", "node: @T1, orifice_mm: 100", "WS4015")]
    [InlineData("orifice_mm: 100", "orifice_mm: @0", "WS4010")]
    [InlineData("orifice_mm: 100", "orifice_mm: @wide", "WS4009")]
    [InlineData("share: 0.1,", "share: @1.1,", "WS4010")]
    [InlineData("flow_l_per_s: 15", "flow_l_per_s: @-15", "WS4010")]
    [InlineData("- { kind: fire_flow, node: ZQ-W, flow_l_per_s: 15, from_h: 18", "- @{ kind: fire_flow, node: ZQ-W, flow_l_per_s: 15, from_h: 18.5", "WS4205")]
    [InlineData("town: SQ, class: rural", "town: @XX, class: rural", "WS4016")]
    [InlineData("pattern: TOWN", "pattern: @CITY", "WS4014")]
    [InlineData("per_year: 0.01", "per_year: @5", "WS4010")]
    [InlineData("- { kind: new_village, id: LT-V15", "- @{ kind: new_village, id: LT-V14", "WS4208")]
    [InlineData("- { kind: new_pipe, id: X99", "- @{ kind: new_pipe, id: \"a;b\"", "WS4208")]
    [InlineData("- { kind: new_pipe, id: X99, from_node: A1, to_node: ZQ-W", "- @{ kind: new_pipe, id: X99, from_node: A1, to_node: A1", "WS4207")]
    [InlineData("- { kind: replace_pipe, pipe: W1-OUT, diameter_mm: 800 }", "- @{ kind: replace_pipe, pipe: W1-OUT }", "WS4204")]
    [InlineData("- { kind: roughness_ageing, years: 10, growth_mm_per_year: 0.05, from_mm: 100, to_mm: 400 }", "- @{ kind: roughness_ageing, years: 100, growth_mm_per_year: 5 }", "WS4207")]
    [InlineData("- { kind: roughness_ageing, years: 10, growth_mm_per_year: 0.05, from_mm: 100, to_mm: 400 }", "- @{ kind: roughness_ageing, years: 10, growth_mm_per_year: 0.05, from_mm: 4000 }", "WS4209")]
    [InlineData("source: R-ZS", "source: @R-XX", "WS4016")]
    [InlineData("- { kind: reservoir_storage, sources: [R-PJ, R-PT]", "- @{ kind: reservoir_storage, sources: [R-DS]", "WS4211")]
    [InlineData("year: dry95", "year: @dry99", "WS4039")]
    [InlineData("- { kind: tariff, water_yuan_m3: 2.6, electricity_yuan_kwh: 0.7 }", "- @{ kind: tariff }", "WS4204")]
    public void A_fault_is_refused_where_it_stands(string piece, string replacement, string code)
    {
        Assert.Contains(piece, Whole, StringComparison.Ordinal);
        var marked = Whole.Replace(piece, replacement, StringComparison.Ordinal);
        var before = marked[..marked.IndexOf('@', StringComparison.Ordinal)];
        var read = JiaheCounty.ReadText(marked.Remove(before.Length, 1));

        Assert.Null(read.Scenario);
        var found = read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var fault = Assert.Single(found);
        Assert.Equal(code, fault.Code);
        Assert.Equal(before.Count(c => c == '\n') + 1, fault.Location!.Line);
        Assert.Equal(before.Length - before.LastIndexOf('\n'), fault.Location.Column);
        Assert.False(string.IsNullOrEmpty(fault.Remedy));
    }

    [Fact]
    public void Demand_that_nobody_has_is_refused()
    {
        // Public use of town centres is counted with industry.
        var read = JiaheCounty.Scenario("{ kind: demand_factor, factor: 2, town: SQ, class: urban, use: public }");

        Assert.Equal(("WS4209", 5), (Assert.Single(read.Diagnostics).Code, read.Diagnostics[0].Location!.Line));
    }

    [Fact]
    public void A_scenario_takes_what_it_does_not_say_from_its_base()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", "schema: watersim-scenario/1\nname: { en: A }\nduration_h: 24\nquality: [age]\nchanges:\n  - { kind: drought_inflow, year: dry95 }\n");
        folder.Write("b.yaml", "schema: watersim-scenario/1\nname: { en: B }\nbase: a.yaml\ndemand_model: pda\nchanges:\n  - { kind: demand_factor, factor: 1.1 }\n");
        var file = folder.Write("c.yaml", "schema: watersim-scenario/1\nname: { en: C }\nbase: b.yaml\nduration_h: 48\nchanges:\n  - { kind: close_link, link: X14-V }\n");

        var read = ScenarioReader.Load(file, JiaheCounty.System, JiaheCounty.Network);
        var scenario = read.Scenario!;

        Assert.Equal("C", scenario.Name.En);
        Assert.Equal(TimeSpan.FromHours(48), scenario.Duration);
        Assert.Equal(DemandModel.PressureDriven, scenario.DemandModel);
        Assert.Equal([QualityAnalysis.Age], scenario.Quality!.Value);
        Assert.Equal(["DroughtInflow", "DemandFactor", "CloseLink"], scenario.Changes.Select(c => c.GetType().Name));
        Assert.Equal(["c.yaml", "b.yaml", "a.yaml"], read.Files.Select(Path.GetFileName));
        Assert.Equal(folder.At("a.yaml"), scenario.Changes[0].Location!.File);
    }

    [Fact]
    public void A_circle_of_bases_is_refused_by_its_names()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", "schema: watersim-scenario/1\nname: { en: A }\nbase: b.yaml\n");
        var file = folder.Write("b.yaml", "schema: watersim-scenario/1\nname: { en: B }\nbase: a.yaml\n");

        var fault = Assert.Single(ScenarioReader.Load(file, JiaheCounty.System, JiaheCounty.Network).Diagnostics);

        Assert.Equal("WS4202", fault.Code);
        Assert.Contains("b.yaml -> a.yaml -> b.yaml", fault.Message, StringComparison.Ordinal);
        Assert.Equal((folder.At("a.yaml"), 3), (fault.Location!.File, fault.Location.Line));
    }

    [Theory]
    [InlineData("../a.yaml", "WS4017")]
    [InlineData("/etc/passwd", "WS4017")]
    [InlineData("missing.yaml", "WS4018")]
    public void A_base_lies_beside_its_scenario(string name, string code)
    {
        var read = JiaheCounty.ReadText($"schema: watersim-scenario/1\nname: {{ en: A }}\nbase: {name}\n");

        Assert.Equal((code, 3), (Assert.Single(read.Diagnostics).Code, read.Diagnostics[0].Location!.Line));
    }

    [Fact]
    public void A_window_of_the_base_outside_a_shorter_run_is_refused_in_the_base()
    {
        using var folder = new TemporaryFolder();
        var inherited = folder.Write("a.yaml", "schema: watersim-scenario/1\nname: { en: A }\nduration_h: 48\nchanges:\n  - { kind: close_link, link: X14-V, from_h: 30 }\n");
        var file = folder.Write("b.yaml", "schema: watersim-scenario/1\nname: { en: B }\nbase: a.yaml\nduration_h: 24\n");

        var fault = Assert.Single(ScenarioReader.Load(file, JiaheCounty.System, JiaheCounty.Network).Diagnostics);

        Assert.Equal(("WS4203", inherited, 5), (fault.Code, fault.Location!.File, fault.Location.Line));
    }

    [Fact]
    public void What_is_no_file_is_said_to_be_none()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("WS4001", Assert.Single(ScenarioReader.Load(folder.At("none.yaml"), JiaheCounty.System, JiaheCounty.Network).Diagnostics).Code);
        Assert.Empty(ScenarioReader.FilesOf(folder.Path));
    }
}
