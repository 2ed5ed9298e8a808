using WaterSim.Planning.Indicators;
using static WaterSim.Planning.Results.Tables.SummaryTables;

namespace WaterSim.Planning.Results.Tables;

/// <summary>The tables of a county's indicators: <c>indicators</c>, <c>standards</c> and <c>failures</c>.</summary>
internal static class IndicatorTables
{
    public static IEnumerable<Table> All(CountyIndicators indicators)
    {
        var table = IndicatorTable.Of(indicators);
        yield return Indicators(table);
        yield return Standards(table);
        yield return Failures(table);
    }

    private static Table Indicators(IndicatorTable table)
    {
        var rows = table.Rows;
        return new Table(
            "indicators",
            rows.Length,
            TextColumn.Of("id", rows.Select(r => r.Id)),
            TextColumn.Of("group", rows.Select(r => r.Group)),
            TextColumn.Of("name", rows.Select(r => r.Name)),
            Numbers("value", rows, r => r.Value ?? double.NaN),
            TextColumn.Of("unit", rows.Select(r => r.Unit)),
            TextColumn.Of("better", rows.Select(r => Word(r.Better))),
            Integers("decimals", rows, r => r.Decimals));
    }

    private static Table Standards(IndicatorTable table)
    {
        var rows = table.Standards;
        return new Table(
            "standards",
            rows.Length,
            TextColumn.Of("id", rows.Select(r => r.Id)),
            TextColumn.Of("name", rows.Select(r => r.Name)),
            Numbers("limit", rows, r => r.Limit ?? double.NaN),
            Numbers("value", rows, r => r.Value ?? double.NaN),
            TextColumn.Of("unit", rows.Select(r => r.Unit)),
            TextColumn.Of("verdict", rows.Select(r => r.Verdict)),
            Numbers("people", rows, r => r.PeopleFailing ?? double.NaN));
    }

    private static Table Failures(IndicatorTable table)
    {
        var rows = table.Failures;
        return new Table(
            "failures",
            rows.Length,
            TextColumn.Of("kind", rows.Select(r => r.Kind)),
            TextColumn.Of("id", rows.Select(r => r.Id)),
            Integers("people_cut_off", rows, r => r.People));
    }

    internal static string Word(IndicatorDirection better) => better switch
    {
        IndicatorDirection.Higher => "higher",
        IndicatorDirection.Lower => "lower",
        _ => "",
    };
}
