using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using static WaterSim.Planning.Results.Tables.SummaryTables;

namespace WaterSim.Planning.Results.Tables;

/// <summary>The table with a row per community: its people, its supply, and what a map needs of it.</summary>
internal static class CommunityTable
{
    /// <summary>The table.</summary>
    /// <param name="network">The network that was run.</param>
    /// <param name="service">Who was served.</param>
    /// <param name="quality">Quality over the last day; columns of what was followed.</param>
    /// <param name="indicators">Indicators, with columns of their own, or null.</param>
    public static Table Of(Network network, ServiceSummary service, CountyQuality? quality, CountyIndicators? indicators)
    {
        var all = service.Communities;
        var places = all.Select(c => Place(network, c.Community)).ToArray();
        return new Table(
            "communities",
            all.Length,
            [
                TextColumn.Of("id", all.Select(c => c.Community.Id)),
                TextColumn.Of("name", all.Select(c => c.Community.Name.En)),
                TextColumn.Of("name_zh", all.Select(c => c.Community.Name.Zh ?? "")),
                TextColumn.Of("town", all.Select(c => c.Community.Town)),
                TextColumn.Of("class", all.Select(c => c.Community.Class == CommunityClass.Urban ? "urban" : "rural")),
                Integers("people", all, c => c.Community.People),
                Integers("served", all, c => c.IsServed ? 1 : 0),
                Numbers("service_head_m", all, c => c.Community.ServiceHead),
                Numbers("min_pressure_m", all, c => c.MinimumPressure ?? double.NaN),
                Integers("min_pressure_time_s", all, c => (long)c.MinimumPressureTime.TotalSeconds),
                TextColumn.Of("min_pressure_node", all.Select(c => c.MinimumPressureNode)),
                Numbers("max_pressure_m", all, c => c.MaximumPressure ?? double.NaN),
                Numbers("required_m3d", all, c => ReportUnits.CubicMetersPerDay(c.Required)),
                Numbers("delivered_m3d", all, c => ReportUnits.CubicMetersPerDay(c.Delivered)),
                Numbers("shortage_m3", all, c => c.Shortage),
                Numbers("x", places, p => p.X),
                Numbers("y", places, p => p.Y),
                .. OfIndicators(indicators),
                .. OfQuality(quality),
            ]);
    }

    /// <summary>Where a community stands, in the network's map units: the mean of its nodes' places; NaN where none has one.</summary>
    public static MapPoint Place(Network network, Community community)
    {
        var places = community.Nodes.Select(id => network.Nodes[network.IndexOfNode(id)].Position).OfType<MapPoint>().ToArray();
        return places.Length == 0
            ? new MapPoint(double.NaN, double.NaN)
            : new MapPoint(places.Average(p => p.X), places.Average(p => p.Y));
    }

    private static IEnumerable<Column> OfIndicators(CountyIndicators? indicators)
    {
        if (indicators is null)
        {
            yield break;
        }

        var service = indicators.Service.Communities;
        yield return Numbers("hours_of_supply_hd", service, c => c.HoursOfSupply);
        yield return Numbers("continuity", service, c => c.Continuity);
        yield return Numbers("household_use_ld", service, c => 1000 * c.DomesticPerHead ?? double.NaN);
        if (indicators.Price is { } price)
        {
            yield return Numbers("cost_to_serve_yuanm3", price.Communities, c => c.UnitCost ?? double.NaN);
            yield return Numbers("surplus_yuana", price.Communities, c => c.Surplus);
        }
    }

    private static IEnumerable<Column> OfQuality(CountyQuality? quality)
    {
        if (quality?.Age is not null)
        {
            yield return Numbers("age_mean_s", quality.Communities, c => c.MeanAge ?? double.NaN);
        }

        if (quality?.Chlorine is not null)
        {
            yield return Numbers("chlorine_min_gm3", quality.Communities, c => c.LowestChlorine ?? double.NaN);
        }
    }
}
