using System.Globalization;
using System.Text.Json;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Comparison;

/// <summary>Reads what is compared of a run of a day.</summary>
internal static class DayFacts
{
    private const double HoursPerDay = 24;

    private static readonly string[] IndicatorColumns = ["id", "group", "name", "value", "unit", "better", "decimals"];

    private static readonly string[] CommunityColumns =
        ["id", "name", "name_zh", "town", "class", "people", "continuity", "min_pressure_m", "hours_of_supply_hd"];

    public static RunFacts Read(FinishedRun run, JsonElement summary)
    {
        var county = SummaryFacts.Name(summary, "county");
        var seconds = summary.GetProperty("duration_s").GetDouble();
        var time = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.###} h");
        return county is null || !run.Has("indicators.parquet") || !run.Has("communities.parquet")
            ? new RunFacts(run, ComparisonKind.Day, county, time, [], [])
            : new RunFacts(run, ComparisonKind.Day, county, time, [.. Rows(run)], [.. Communities(run)]);
    }

    private static IEnumerable<IndicatorRow> Rows(FinishedRun run)
    {
        foreach (var part in ParquetTableReader.Parts(run.PathOf("indicators.parquet"), "indicators", IndicatorColumns))
        {
            var table = new TableRows(part);
            for (var row = 0; row < part.Rows; row++)
            {
                yield return new IndicatorRow(
                    table.Text(0, row),
                    table.Text(1, row),
                    table.Text(2, row),
                    table.Number(3, row),
                    table.Text(4, row),
                    table.Text(5, row) switch
                    {
                        "higher" => IndicatorDirection.Higher,
                        "lower" => IndicatorDirection.Lower,
                        _ => IndicatorDirection.None,
                    },
                    (int)Math.Clamp(table.Number(6, row) ?? 0, 0, 9));
            }
        }
    }

    private static IEnumerable<CommunityFacts> Communities(FinishedRun run)
    {
        foreach (var part in ParquetTableReader.Parts(run.PathOf("communities.parquet"), "communities", CommunityColumns))
        {
            var table = new TableRows(part);
            for (var row = 0; row < part.Rows; row++)
            {
                yield return new CommunityFacts(
                    table.Text(0, row),
                    new LocalizedName(table.Text(1, row), table.Text(2, row) is { Length: > 0 } chinese ? chinese : null),
                    table.Text(3, row),
                    table.Text(4, row) == "urban" ? CommunityClass.Urban : CommunityClass.Rural,
                    (int)(table.Number(5, row) ?? 0),
                    [table.Number(6, row) * HoursPerDay, table.Number(7, row), table.Number(8, row)]);
            }
        }
    }
}
