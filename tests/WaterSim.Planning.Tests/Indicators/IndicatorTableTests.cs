using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;
using WaterSim.Planning.Tests.Results;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class IndicatorTableTests
{
    private static readonly IndicatorTable Table = IndicatorTable.Of(IndicatorCounty.Indicators);

    [Theory]
    [InlineData("service.people", 1500, "people", IndicatorDirection.None)]
    [InlineData("service.rural_per_head", 504, "L/d", IndicatorDirection.Higher)]
    [InlineData("losses.loss_rate", 385.0 / 58, "%", IndicatorDirection.Lower)]
    [InlineData("losses.system_input", 1670.4, "m3/d", IndicatorDirection.None)]
    [InlineData("energy.specific", 900.5 / 353.0394 / 3.6 * 1000, "kWh/(1000 m3 MPa)", IndicatorDirection.Lower)]
    [InlineData("energy.per_volume", 10, "kWh/1000 m3", IndicatorDirection.Lower)]
    [InlineData("price.rural_tariff", 3, "yuan/m3", IndicatorDirection.None)]
    [InlineData("finance.investment", 1.4, "million yuan", IndicatorDirection.None)]
    public void Values_are_told_in_the_units_that_planners_read(string id, double value, string unit, IndicatorDirection better)
    {
        // Villagers draw 2.333 L/s for households, 400 of them have a tap: 504 L a day. 3.85 of 58 parts are lost. 2 kWh lift 200 m3.
        var row = Row(id);

        Assert.Equal((unit, better), (row.Unit, row.Better));
        Assert.Equal(value, row.Value!.Value, Math.Abs(value) * 1e-6);
    }

    [Fact]
    public void What_the_run_did_not_follow_has_a_row_without_a_value()
    {
        Assert.Null(Row("source.county_distance").Value);
        Assert.Null(Row("quality.rural_age").Value);
        Assert.NotNull(Row("price.rural_unit_cost").Value);
        Assert.Null(IndicatorTable.Of(IndicatorCounty.Of(HandMadeRun.System)).Rows.Single(r => r.Id == "finance.unit_cost").Value);
    }

    [Fact]
    public void Ids_are_all_different_and_begin_with_their_group()
    {
        Assert.Equal(Table.Rows.Length, Table.Rows.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Table.Rows, r => Assert.StartsWith(r.Group + ".", r.Id, StringComparison.Ordinal));
        Assert.Equal(
            ["service", "source", "quality", "price", "equality", "resilience", "failures", "losses", "energy", "finance"],
            Table.Rows.Select(r => r.Group).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_asked_for_limits_the_rows()
    {
        var energy = IndicatorTable.Of(IndicatorCounty.Indicators with { Asked = [IndicatorGroup.Energy, IndicatorGroup.SameService] });
        var resilience = IndicatorTable.Of(IndicatorCounty.Indicators with { Asked = [IndicatorGroup.Resilience, IndicatorGroup.Standards] });

        Assert.Equal(["equality", "energy"], energy.Rows.Select(r => r.Group).Distinct(StringComparer.Ordinal));
        Assert.Empty(energy.Standards);
        Assert.Empty(energy.Failures);
        Assert.Equal(["resilience", "failures"], resilience.Rows.Select(r => r.Group).Distinct(StringComparer.Ordinal));
        Assert.NotEmpty(resilience.Standards);
        Assert.NotEmpty(resilience.Failures);
    }

    [Fact]
    public void A_standard_is_told_with_its_unit_and_a_verdict()
    {
        var row = StandardRow.Of(new StandardResult(Standard.RuralPerHead, 0.06, 0.05, false, 500));

        Assert.Equal(("rural_per_head", "L/d", "fail", 500), (row.Id, row.Unit, row.Verdict, row.PeopleFailing));
        Assert.Equal((60, 50), (Math.Round(row.Limit!.Value, 9), Math.Round(row.Value!.Value, 9)));
        Assert.Equal("unknown", StandardRow.Of(new StandardResult(Standard.TapChlorine, 0.05, null, null, null)).Verdict);
    }

    [Fact]
    public void Tables_and_summary_of_a_run_hold_them()
    {
        using var folder = new TemporaryFolder();
        var network = IndicatorCounty.Network with
        {
            Nodes = [.. IndicatorCounty.Network.Nodes.Select((n, i) => n with { Position = new MapPoint(i, 10 * i) })],
        };
        var results = HandMadeRun.Make(network);
        var summary = RunSummary.Of(results, IndicatorCounty.System);

        RunTables.Write(folder.Path, results, summary, IndicatorCounty.Indicators, cancellation: TestContext.Current.CancellationToken);

        var indicators = File.ReadAllLines(folder.At("indicators.csv"));
        Assert.Equal("id,group,name,value,unit,better,decimals", indicators[0]);
        Assert.Contains("service.people,service,People of the county,1500,people,,0", indicators);
        Assert.Equal(Table.Rows.Length + 1, indicators.Length);
        Assert.Contains("service_head,Pressure at least the service head,,11,m,fail,500", File.ReadAllLines(folder.At("standards.csv")));
        Assert.Equal("kind,id,people_cut_off", File.ReadAllLines(folder.At("failures.csv"))[0]);

        // The village's nodes are B and C, the second and third of the network.
        var communities = File.ReadAllLines(folder.At("communities.csv")).Select(l => l.Split(',')).ToArray();
        var village = communities.Single(c => c[0] == IndicatorCounty.System.Communities[1].Id);
        Assert.Equal("1.5", village[Array.IndexOf(communities[0], "x")]);
        Assert.Equal("15", village[Array.IndexOf(communities[0], "y")]);
        Assert.Equal("504", village[Array.IndexOf(communities[0], "household_use_ld")]);

        using var written = new MemoryStream();
        RunSummaryJson.Write(summary, written, IndicatorCounty.Indicators);
        using var json = JsonDocument.Parse(written.ToArray());
        var told = json.RootElement.GetProperty("indicators").GetProperty("losses.loss_rate");
        Assert.Equal(385.0 / 58, told.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal("%", told.GetProperty("unit").GetString());
    }

    private static IndicatorRow Row(string id) => Table.Rows.Single(r => r.Id == id);
}
