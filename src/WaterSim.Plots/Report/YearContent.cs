using System.Globalization;
using System.Text.Json;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>What the page of a county's year says.</summary>
internal sealed class YearContent
{
    private readonly ReportSource _source;
    private readonly Phrases _phrases;
    private readonly JsonElement _summary;
    private readonly YearQuantities? _map;

    private YearContent(ReportSource source)
    {
        (_source, _phrases, _summary) = (source, source.Phrases, source.Summary);
        _map = source.Map is { } map ? YearQuantities.Of(source, map) : null;
    }

    public static ReportContent Of(ReportSource source) => new YearContent(source).Make();

    private ReportContent Make()
    {
        var run = _source.Run;
        var inflow = _source.OptionInLanguage("inflow-name") ?? run.OptionOf("inflow") ?? "";
        var from = _summary.Text("from");
        var days = (int)_summary.Number("days");
        var last = DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(Math.Max(0, days - 1));
        var years = _phrases.ReportYearTitle(inflow, from[..4], last.Year.ToString(CultureInfo.InvariantCulture));
        string?[] about = [_source.ScenarioDescription, run.OptionOf("without") is { Length: > 0 } without ? _phrases.ReportYearWithout(without) : null];
        return new ReportContent
        {
            Place = _summary.Name("county", _phrases),
            Title = _source.ScenarioName is { } scenario ? _phrases.ReportScenarioYear(scenario, years) : years,
            About = string.Join(' ', about.Where(a => !string.IsNullOrEmpty(a))),
            Facts = _phrases.ReportYearFacts(from, Iso(last), days, _summary.Number("hydraulic_days"), run.StartedOn),
            Answers = [.. Answers()],
            Key = Key(),
            Quantities = _map?.All ?? [],
            Sections = [.. new YearTablesContent(_source).Sections()],
        };
    }

    private IEnumerable<string> Answers()
    {
        var (needed, delivered, shortDays) = (_summary.Number("needed_m3"), _summary.Number("delivered_m3"), _summary.Number("days_short"));
        var communities = _summary.List("communities").ToList();
        yield return shortDays > 0
            ? _phrases.ReportYearShort(
                communities.Count(c => c.Number("days_short") > 0), communities.Count, _summary.Number("short_person_days"), shortDays, SpanOfShort(), delivered / needed)
            : _phrases.ReportYearFull(communities.Count, needed);
        var worst = communities.Where(c => c.Number("short_person_days") >= 0.5).OrderByDescending(c => c.Number("short_person_days")).FirstOrDefault();
        if (worst.ValueKind == JsonValueKind.Object)
        {
            yield return _phrases.ReportYearWorst(
                worst.Name("name", _phrases), worst.Number("people"), worst.Number("days_short"), worst.Number("short_person_days"),
                100 * worst.Number("worst_share"), worst.Text("worst_day"));
        }

        if (_summary.List("stages").Where(s => s.Number("days") > 0).ToList() is { Count: > 0 } stages)
        {
            yield return _phrases.ReportStages([.. stages.Select(s => (s.Name("name", _phrases), s.Number("days")))]);
        }

        var source = _summary.List("sources").Where(s => s.Number("lowest_live_share") >= 0).OrderBy(s => s.Number("lowest_live_share")).FirstOrDefault();
        if (source.ValueKind == JsonValueKind.Object)
        {
            yield return _phrases.ReportEmptiest(
                source.Name("name", _phrases), 100 * source.Number("lowest_live_share"), source.Text("lowest_live_share_on"), _summary.Number("least_days_left_d"),
                _summary.Text("least_days_left_on"));
        }

        var plant = _summary.List("plants").Where(p => p.Number("capacity_m3d") > 0)
            .OrderByDescending(p => p.Number("output_m3") / p.Number("capacity_m3d")).FirstOrDefault();
        if (plant.ValueKind == JsonValueKind.Object)
        {
            yield return _phrases.ReportYearPlant(plant.Name("name", _phrases), 100 * plant.Number("output_m3") / (plant.Number("capacity_m3d") * _summary.Number("days")));
        }
    }

    // First and last day on which some community is short.
    private (string First, string Last)? SpanOfShort()
    {
        if (_map is null || _map.ShortDays().ToList() is not { Count: > 0 } days)
        {
            return null;
        }

        return (Iso(_map.From.AddDays(days[0])), Iso(_map.From.AddDays(days[^1])));
    }

    private List<(string Name, string Value, string Unit, string Note)> Key()
    {
        var (needed, delivered, leaked) = (_summary.Number("needed_m3"), _summary.Number("delivered_m3"), _summary.Number("leaked_m3"));
        var people = _summary.List("communities").Sum(c => c.Number("people"));
        var cost = _summary.Number("cost_yuan");
        return
        [
            (_phrases.Delivered, ReportCell.Show(delivered / needed * 100, 2), "%", _phrases.ReportOfVolume(needed)),
            (
                _phrases.ReportPersonDays, ReportCell.Show(_summary.Number("short_person_days")), "",
                _phrases.ReportPerPerson(_summary.Number("short_person_days") / people)),
            (_phrases.ReportDaysWithShort, ReportCell.Show(_summary.Number("days_short")), "", _phrases.ReportOfAll(_summary.Number("days"))),
            (_phrases.ReportDaysLeftKey, ReportCell.Show(Math.Floor(_summary.Number("least_days_left_d"))), "", _summary.Text("least_days_left_on")),
            (_phrases.ReportLeaked, ReportCell.Show(leaked / 1e6, 2), _phrases.ReportMillionVolume, _phrases.ReportShareOfInput(100 * leaked / (delivered + leaked))),
            (_phrases.ReportCost, ReportCell.Show(cost / 1e6, 2), _phrases.ReportMillionYuan, _phrases.ReportCostPer(cost / delivered)),
        ];
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
