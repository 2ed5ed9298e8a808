using System.Text.Json;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Results;

public sealed class YearSummaryJsonTests
{
    [Fact]
    public void The_summary_names_everything_and_keeps_units_in_its_keys()
    {
        var json = Write([new YearWithout("=1+1", HandMadeYear.Summary with { PersonDaysShort = 5000, Delivered = 17_000, Cost = 4000 })]);

        Assert.Equal("小县", json.GetProperty("county").GetProperty("zh").GetString());
        Assert.Equal("2025-12-20", json.GetProperty("from").GetString());
        Assert.Equal(2.0, json.GetProperty("energy_kwh").GetDouble());
        Assert.Equal("orange", json.GetProperty("stages")[0].GetProperty("id").GetString());
        Assert.Equal(9, json.GetProperty("stages")[0].GetProperty("days").GetInt32());
        Assert.Equal("湖", json.GetProperty("sources")[0].GetProperty("name").GetProperty("zh").GetString());
        Assert.Equal("2026-01-31", json.GetProperty("sources")[0].GetProperty("lowest_live_share_on").GetString());
        Assert.Equal(8640.0, json.GetProperty("plants")[0].GetProperty("capacity_m3d").GetDouble(), 1e-9);
        Assert.Equal("X\"1,\n2", json.GetProperty("interconnections")[0].GetProperty("id").GetString());
        Assert.Equal(["2026-01-05"], json.GetProperty("disagreeing_days").EnumerateArray().Select(d => d.GetString()));

        var without = json.GetProperty("without")[0];
        Assert.Equal(3800, without.GetProperty("more_short_person_days").GetDouble());
        Assert.Equal(1000, without.GetProperty("less_delivered_m3").GetDouble());
        Assert.Equal("Formula", without.GetProperty("name").GetProperty("en").GetString());

        var community = json.GetProperty("communities")[1];
        Assert.Equal("Z-V", community.GetProperty("id").GetString());
        Assert.Equal(0.25, community.GetProperty("worst_share").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("communities")[0].GetProperty("lowest_pressure_m").ValueKind);
    }

    [Fact]
    public void A_town_is_its_communities_together()
    {
        var town = Assert.Single(YearTown.Of(HandMadeYear.System, HandMadeYear.Summary));

        Assert.Equal(20_000, town.Needed);
        Assert.Equal(1, town.CommunitiesShort);
        Assert.Equal(4, town.MostDaysShort);
        Assert.Equal(1200, town.PersonDaysShort);
        Assert.Equal(0.25, town.WorstShare);
        Assert.Equal(new DateOnly(2026, 1, 7), town.WorstDay);
        Assert.Equal(7.5, town.LowestPressure);
    }

    [Fact]
    public void Endless_supply_has_no_day_of_least_days_left()
    {
        using var stream = new MemoryStream();
        YearSummaryJson.Write(HandMadeYear.System, HandMadeYear.Summary with { LeastDaysLeft = double.PositiveInfinity }, [], stream);
        using var json = JsonDocument.Parse(stream.ToArray());

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("least_days_left_d").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("least_days_left_on").ValueKind);
    }

    private static JsonElement Write(params YearWithout[] without)
    {
        using var stream = new MemoryStream();
        YearSummaryJson.Write(HandMadeYear.System, HandMadeYear.Summary, [.. without], stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        return json.RootElement.Clone();
    }
}
