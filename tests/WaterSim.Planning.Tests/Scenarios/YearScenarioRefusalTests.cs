using WaterSim.Model;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Scenarios;
using static WaterSim.Planning.Tests.Scenarios.YearOfScenario;

namespace WaterSim.Planning.Tests.Scenarios;

/// <summary>What a scenario cannot ask of a year, refused where it stands.</summary>
public sealed class YearScenarioRefusalTests
{
    private static readonly YearOptions Month = new() { Days = 30, DailyOnly = true };

    [Theory]
    [InlineData("{ kind: fire_flow, node: ZQ-W, flow_l_per_s: 15, from_h: 18, to_h: 20 }", "WS4213")]
    [InlineData("{ kind: burst, node: A1, orifice_mm: 100, from_h: 8, to_h: 12 }", "WS4213")]
    [InlineData("{ kind: freeze_bursts, share: 0.1, orifice_mm: 8, seed: 3 }", "WS4213")]
    [InlineData("{ kind: power_cut, booster: P1 }", "WS4213")]
    [InlineData("{ kind: plant_outage, plant: W3, stops: supply, from_h: 3 }", "WS4213")]
    [InlineData("{ kind: close_link, link: X12-V, from_h: 24, to_h: 48 }", "WS4214")]
    [InlineData("{ kind: demand_factor, factor: 1.3, from_h: 24 }", "WS4214")]
    [InlineData("{ kind: open_link, link: W4-SB }", "WS4215")]
    [InlineData("{ kind: set_valve, valve: X12-V, flow_m3d: 8640 }", "WS4215")]
    [InlineData("{ kind: new_pipe, id: X99, from_node: X23-I, to_node: X23-J, length_m: 100, diameter_mm: 200, roughness: 130 }", "WS4216")]
    [InlineData("{ kind: plant_outage, plant: W3, from_h: 700, to_h: 721 }", "WS4203")]
    [InlineData("{ kind: people_growth, per_year: 0.01, years: 3, only: month }", "WS4011")]
    public void What_means_nothing_in_a_year_is_refused_by_file_and_line_with_a_remedy(string change, string code)
    {
        var read = Read("{ kind: drought_inflow, year: dry95 }\n" + change, Month);

        Assert.Null(read.Scenario);
        var error = Assert.Single(read.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(code, error.Code);
        Assert.EndsWith("a.yaml", error.Location!.File, StringComparison.Ordinal);
        Assert.Equal(6, error.Location.Line);
        Assert.NotEmpty(error.Remedy!);
    }

    [Fact]
    public void A_village_cannot_drink_raw_water()
    {
        var read = Read(
            "{ kind: new_village, id: V, name: { en: V }, town: LT, people: 30, per_head_l: 80, service_head_m: 12, elevation_m: 300, "
            + "from_node: W4-RAW, length_m: 900, diameter_mm: 80, roughness: 140 }", Month);

        Assert.Equal("WS4216", Assert.Single(read.Diagnostics, d => d.Severity == DiagnosticSeverity.Error).Code);
    }

    [Fact]
    public void What_a_day_would_be_refused_for_is_not_a_years()
    {
        // Its own run has 24 h, and so would have no 700th hour.
        const string Change = "{ kind: plant_outage, plant: W3, from_h: 700, to_h: 710 }";

        Assert.NotNull(Read(Change, Month).Scenario);
        Assert.Null(JiaheCounty.Scenario(Change).Scenario);
    }

    [Fact]
    public void A_change_that_is_for_days_alone_is_not_refused()
    {
        Assert.Empty(Read("{ kind: power_cut, booster: P1, only: day }", Month).Diagnostics);
    }

    [Theory]
    [InlineData("{ kind: plant_outage, plant: W3 }", false, "WS4217")]
    [InlineData("{ kind: replace_pipe, pipe: W1-OUT, diameter_mm: 700 }", true, "WS4218")]
    [InlineData("{ kind: close_link, link: W1-OUT }", true, "WS4218")]
    public void What_may_not_be_meant_is_warned_of(string change, bool onlyWhereDaily, string code)
    {
        var warning = Assert.Single(Read(change, Month).Diagnostics);

        Assert.Equal((code, DiagnosticSeverity.Warning, 5), (warning.Code, warning.Severity, warning.Location!.Line));
        Assert.Equal(onlyWhereDaily ? 0 : 1, Read(change, Month with { DailyOnly = false }).Diagnostics.Length);
    }

    [Fact]
    public void A_year_that_its_checks_refuse_cannot_be_applied()
    {
        var scenario = JiaheCounty.Scenario("{ kind: power_cut, booster: P1 }").Scenario!;

        var thrown = Assert.Throws<ArgumentException>(
            () => ScenarioApplication.ApplyToYear(scenario, JiaheCounty.System, JiaheCounty.Network, Month));
        Assert.Contains("WS4213", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_not_there_cannot_be_out()
    {
        var (run, found) = YearRun.Start(
            JiaheCounty.System, JiaheCounty.Network, Month with { SourcesOut = [new SourceOutage("R-99", Month.From, Month.From)] });

        Assert.Null(run);
        Assert.Equal("WS4089", Assert.Single(found).Code);
    }

    [Theory]
    [InlineData("drought-2014", "drought2014")]
    [InlineData("drought-2022", "drought2022")]
    [InlineData("dry-year-95", "dry95")]
    [InlineData("dry-year-95-link-x23", "dry95")]
    public void Shipped_dry_years_are_years_without_a_word(string name, string inflow)
    {
        var file = Path.Combine(JiaheCounty.Folder, "scenarios", name + ".yaml");
        var read = ScenarioReader.LoadForYear(file, JiaheCounty.System, JiaheCounty.Network, Month with { DailyOnly = false });

        Assert.Empty(read.Diagnostics);
        var applied = ScenarioApplication.ApplyToYear(read.Scenario!, JiaheCounty.System, JiaheCounty.Network, Month);
        Assert.Equal(inflow, applied.Options.Inflow);
        Assert.Equal(JiaheCounty.System.Communities, applied.System.Communities);
        Assert.Equal(
            JiaheCounty.System.Resources!.Reservoirs.Select(r => r.InitialLive), applied.System.Resources!.Reservoirs.Select(r => r.InitialLive));
    }
}
