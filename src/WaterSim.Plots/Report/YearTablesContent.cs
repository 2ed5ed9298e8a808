using System.Text.Json;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>The tables of a year.</summary>
internal sealed class YearTablesContent(ReportSource source)
{
    private const int MostDecisions = 400;

    private readonly Phrases _phrases = source.Phrases;
    private readonly JsonElement _summary = source.Summary;

    public IEnumerable<(string Id, string Title, List<ReportTable> Tables)> Sections()
    {
        yield return ("towns", _phrases.ReportTownsAndVillages, [Towns(), Communities()]);
        yield return ("supply", _phrases.ReportSupply, [Sources(), Plants(), Links(), .. Without()]);
        if (source.Table("decisions") is { Rows: > 0 } decisions)
        {
            yield return ("decisions", _phrases.ReportDecisions, [Decisions(decisions)]);
        }
    }

    private ReportTable Towns()
    {
        var table = new ReportTable("towns-table", _phrases.ReportTowns, source.SummaryFile)
            .Texts(_phrases.ReportTown).Numbers(ShortHeads()).Numbers(_phrases.ReportWorstShare).Texts(_phrases.ReportOnDay);
        foreach (var town in _summary.List("towns"))
        {
            table.Row([town.Name("name", _phrases), .. Short(town, town.Number("most_days_short")), WorstShare(town), WorstDay(town)]);
        }

        return table;
    }

    private ReportTable Communities()
    {
        var hasPressure = _summary.List("communities").Any(c => double.IsFinite(c.Number("lowest_pressure_m")));
        var table = new ReportTable("communities-table", _phrases.ReportCommunities, source.SummaryFile) { Note = _phrases.ReportShortMeans }
            .Texts(_phrases.ReportCommunity, _phrases.ReportTown).Numbers(ShortHeads()).Numbers(_phrases.ReportWorstShare).Texts(_phrases.ReportOnDay);
        if (hasPressure)
        {
            table.Numbers(_phrases.ReportLowestPressure + ", m");
        }

        foreach (var c in _summary.List("communities"))
        {
            table.Row(
            [
                c.Name("name", _phrases), source.TownOf(c.Text("town")), .. Short(c, c.Number("days_short")), WorstShare(c), WorstDay(c),
                .. hasPressure ? [ReportCell.Of(c.Number("lowest_pressure_m"), 1)] : Array.Empty<ReportCell>(),
            ]);
        }

        return table;
    }

    private string[] ShortHeads() =>
        [_phrases.ReportPeople, _phrases.ReportNeededVolume, _phrases.ReportNotDelivered + ", %", _phrases.ReportDaysShort, _phrases.ReportPersonDays];

    private static IEnumerable<ReportCell> Short(JsonElement of, double days)
    {
        var (needed, given) = (of.Number("needed_m3"), of.Number("delivered_m3"));
        var missing = needed > 0 ? Math.Max(0, 100 * (1 - (given / needed))) : double.NaN;
        yield return ReportCell.Of(of.Number("people"));
        yield return ReportCell.Of(needed);
        yield return ReportCell.WithBar(missing, 1, missing);
        yield return ReportCell.Of(days).As(days > 0 ? "bad" : null);
        yield return ReportCell.Of(of.Number("short_person_days"));
    }

    private static ReportCell WorstShare(JsonElement of) => ReportCell.Of(100 * of.Number("worst_share"));

    // A day that is not short is no worst day.
    private static string WorstDay(JsonElement of) => of.Number("worst_share") < 0.99 ? of.Text("worst_day") : "";

    private ReportTable Sources()
    {
        var table = new ReportTable("sources-table", _phrases.ReportSourcesYear, source.SummaryFile).Texts(_phrases.Source).Numbers(
            _phrases.InflowOf, _phrases.ReportRain, _phrases.ReportLost, _phrases.ReportRelease, _phrases.ReportDrawn, _phrases.SpillOf, _phrases.ReportLowestStorage)
            .Texts(_phrases.ReportOnDay);
        foreach (var s in _summary.List("sources"))
        {
            table.Row(
                s.Name("name", _phrases), K(s, "inflow_m3"), K(s, "rain_m3"), ReportCell.Of((s.Number("evaporation_m3") + s.Number("seepage_m3")) / 1000), K(s, "release_m3"),
                K(s, "draw_m3"), K(s, "spill_m3"), ReportCell.Of(100 * s.Number("lowest_live_share")), s.Text("lowest_live_share_on"));
        }

        return table;
    }

    private ReportTable Plants()
    {
        var days = _summary.Number("days");
        var table = new ReportTable("plants-table", _phrases.ReportPlantsTable, source.SummaryFile).Texts(_phrases.Plant).Numbers(
            _phrases.ReportOutputVolume, _phrases.ReportMean, _phrases.ReportCapacity, _phrases.ReportUsed);
        foreach (var p in _summary.List("plants"))
        {
            var (mean, capacity) = (p.Number("output_m3") / days, p.Number("capacity_m3d"));
            table.Row(
                p.Name("name", _phrases), K(p, "output_m3"), ReportCell.Of(mean), ReportCell.Of(capacity),
                ReportCell.WithBar(100 * mean / capacity, 0, 100 * mean / capacity));
        }

        return table;
    }

    private ReportTable Links()
    {
        var table = new ReportTable("links-table", _phrases.ReportLinks, source.SummaryFile).Texts(_phrases.ReportLink, _phrases.ReportName)
            .Numbers(_phrases.ReportForward, _phrases.ReportBack);
        foreach (var x in _summary.List("interconnections"))
        {
            table.Row(x.Text("id"), x.Name("name", _phrases), K(x, "forward_m3"), K(x, "backward_m3"));
        }

        return table;
    }

    private IEnumerable<ReportTable> Without()
    {
        var table = new ReportTable("without-table", _phrases.WithoutTitle, source.SummaryFile) { Note = _phrases.WithoutBelow }
            .Texts(_phrases.ReportLink, _phrases.ReportName).Numbers(_phrases.MorePersonDays, _phrases.LessDelivered);
        foreach (var w in _summary.List("without"))
        {
            table.Row(w.Text("interconnection"), w.Name("name", _phrases), ReportCell.Of(w.Number("more_short_person_days")), ReportCell.Of(w.Number("less_delivered_m3")));
        }

        return table.Rows > 0 ? [table] : [];
    }

    private ReportTable Decisions(CsvFile decisions)
    {
        var table = new ReportTable("decisions-table", _phrases.ReportDecisions, decisions.Name)
        {
            Note = decisions.Rows > MostDecisions ? _phrases.ReportFirstOf(MostDecisions, decisions.Rows) : null,
        }.Texts(_phrases.ReportDay, _phrases.ReportRule, _phrases.ReportElement, _phrases.ReportDecision);
        for (var r = 0; r < Math.Min(MostDecisions, decisions.Rows); r++)
        {
            table.Row(decisions.Text(r, "date"), decisions.Text(r, "rule"), decisions.Text(r, "element"), decisions.Text(r, "text"));
        }

        return table;
    }

    private static ReportCell K(JsonElement of, string key) => ReportCell.Of(of.Number(key) / 1000);
}
