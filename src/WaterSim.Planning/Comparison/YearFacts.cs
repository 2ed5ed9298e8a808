using System.Globalization;
using System.Text.Json;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using static WaterSim.Planning.Indicators.IndicatorDirection;

namespace WaterSim.Planning.Comparison;

/// <summary>Reads what is compared of a run of many days: its own figures, from its summary.</summary>
internal static class YearFacts
{
    private const string Supply = "supply";
    private const string Shortage = "shortage";
    private const string Resources = "resources";
    private const string Cost = "cost";
    private const double Million = 1e6;

    public static RunFacts Read(FinishedRun run, JsonElement summary)
    {
        var communities = summary.GetProperty("communities").EnumerateArray().Select(Community).ToArray();
        var time = string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.GetProperty("days").GetInt32()} days from {summary.GetProperty("from").GetString()}");
        return new RunFacts(
            run, ComparisonKind.Year, SummaryFacts.Name(summary, "county"), time, Rows(summary, communities), communities);
    }

    private static IndicatorRow[] Rows(JsonElement summary, CommunityFacts[] communities)
    {
        var (needed, delivered) = (Number("needed_m3"), Number("delivered_m3"));
        var spilt = summary.GetProperty("sources").EnumerateArray().Sum(s => SummaryFacts.Number(s, "spill_m3") ?? 0);
        return
        [
            Row(Supply, "delivered_share", "Share of need delivered", 100 * delivered / (needed > 0 ? needed : null), "%", Higher, 2),
            Row(Supply, "needed", "Water needed", needed / Million, "million m3", None, 3),
            Row(Supply, "delivered", "Water delivered", delivered / Million, "million m3", Higher, 3),
            Row(Supply, "leaked", "Water leaked", Number("leaked_m3") / Million, "million m3", Lower, 3),
            Row(Shortage, "person_days", "Person-days without water", Number("short_person_days"), "person-days", Lower, 0),
            Row(Shortage, "days", "Days on which someone is short", Number("days_short"), "d", Lower, 0),
            Row(Shortage, "worst_days", "Days short of the worst community", communities.Select(c => c.Values[0]).DefaultIfEmpty(0).Max(), "d", Lower, 0),
            Row(Shortage, "people_ever", "People whose community is ever short", communities.Where(c => c.Values[0] > 0).Sum(c => (double)c.People), "people", Lower, 0),
            Row(Resources, "least_days_left", "Least days of supply left", Number("least_days_left_d"), "d", Higher, 0),
            Row(Resources, "spilt", "Water spilt by sources", spilt / Million, "million m3", None, 3),
            Row(Cost, "total", "Cost of treatment, raw water and pumping", Number("cost_yuan") / Million, "million yuan", Lower, 3),
            Row(Cost, "energy", "Energy of pumps", Number("energy_kwh") / 1000, "MWh", Lower, 1),
        ];

        double? Number(string key) => SummaryFacts.Number(summary, key);
    }

    private static IndicatorRow Row(
        string group, string id, string name, double? value, string unit, IndicatorDirection better, int decimals) =>
        new($"year.{group}.{id}", group, name, value, unit, better, decimals);

    private static CommunityFacts Community(JsonElement of)
    {
        var needed = SummaryFacts.Number(of, "needed_m3");
        return new CommunityFacts(
            of.GetProperty("id").GetString() ?? "",
            SummaryFacts.Name(of, "name") ?? new(of.GetProperty("id").GetString() ?? ""),
            of.GetProperty("town").GetString() ?? "",
            null,
            of.GetProperty("people").GetInt32(),
            [SummaryFacts.Number(of, "days_short"), 100 * SummaryFacts.Number(of, "delivered_m3") / (needed > 0 ? needed : null)]);
    }
}
