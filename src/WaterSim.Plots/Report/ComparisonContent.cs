using System.Text.Json;
using WaterSim.Plots.Lettering;
using static WaterSim.Plots.Report.ComparisonData;

namespace WaterSim.Plots.Report;

/// <summary>What the page of a comparison says: every run against the first.</summary>
internal sealed class ComparisonContent
{
    private const int MostKeys = 6;
    private const int MostTold = 3;

    // What a planner looks at before all else, where the runs tell of it.
    private static readonly string[] KeyIndicators =
    [
        "service.people_at_service_head", "year.shortage.people_ever", "year.shortage.person_days", "year.supply.delivered_share",
        "year.shortage.days", "year.resources.least_days_left", "year.cost.total", "service.hours_of_supply", "service.continuity", "quality.rural_people_below",
        "energy.per_volume", "resilience.todini", "losses.loss_rate", "finance.unit_cost",
    ];

    private readonly ReportSource _source;
    private readonly Phrases _phrases;
    private readonly ComparisonData _data;

    private ComparisonContent(ReportSource source) => (_source, _phrases, _data) = (source, source.Phrases, new ComparisonData(source));

    public static ReportContent Of(ReportSource source) => new ComparisonContent(source).Make();

    private ReportContent Make() => new()
    {
        Place = _data.Root.Name("county", _phrases),
        Title = _phrases.ReportAgainst(_data.Runs),
        About = "",
        Facts = _phrases.ReportComparisonFacts(_data.Runs.Length, _source.Run.StartedOn),
        Answers = [.. Answers()],
        Key = Key(),
        Quantities = _source.Map is { Places.Count: > 0 } map ? new ComparisonQuantities(_data, _phrases).Of(map) : [],
        Sections = [.. Sections()],
    };

    private IEnumerable<string> Answers()
    {
        for (var run = 1; run < _data.Runs.Length; run++)
        {
            yield return _phrases.ReportVerdicts(_data.Runs[run], _data.Runs[0], Count("better", run), Count("worse", run), Count("same", run));
        }

        if (KeyIndicators.Take(2).Select(_data.Indicator).FirstOrDefault(i => i is not null) is { } served)
        {
            yield return _phrases.ReportFromTo(
                _data.NameOf(served), [.. _data.Runs.Select((name, r) => (name, Shown(served, r)))], _phrases.ShownUnit(served.Text("unit")));
        }

        var last = _data.Runs.Length - 1;
        foreach (var verdict in new[] { "worse", "better" })
        {
            var most = _data.Root.List("indicators").Where(i => VerdictOf(i, last) == verdict)
                .OrderByDescending(i => Change(i, last))
                .Take(MostTold)
                .ToList();
            if (most.Count > 0)
            {
                yield return _phrases.ReportMostChanged(
                    verdict == "better", _data.Runs[last],
                    [.. most.Select(i => _phrases.ReportChangeFromTo(
                        _data.NameOf(i), Shown(i, 0), Shown(i, last),
                        _phrases.ShownUnit(i.Text("unit"))))]);
            }
        }

        foreach (var changed in _data.Root.List("changed_most").Where(c => c.List("communities").Any()).Take(1))
        {
            var measure = _data.Root.List("measures").FirstOrDefault(m => m.Text("id") == changed.Text("measure"));
            var run = (int)changed.Number("run");
            if (run > 0 && run < _data.Runs.Length && measure.ValueKind == JsonValueKind.Object && changed.List("communities").ToList() is { Count: > 0 } most)
            {
                yield return _phrases.ReportChangedMost(
                    _data.MeasureName(measure), _data.Runs[run],
                    [.. most.Take(MostTold).Select(c => (_data.CommunityName(c.Text("id")), ReportCell.Signed(c.Number("change"), DecimalsOf(measure))))],
                    _phrases.ShownUnit(measure.Text("unit")));
            }
        }
    }

    // How much an indicator changes, -: by the larger of its values, and of shares, indices and ratios by no less than 1. A Gini coefficient
    // that goes from 0 to 0.003 has not changed much.
    private static double Change(JsonElement indicator, int run)
    {
        var least = indicator.Text("unit") switch { "-" => 1, "%" => 100, _ => double.Epsilon };
        var (before, after) = (Math.Abs(Value(indicator, "values", 0)), Math.Abs(Value(indicator, "values", run)));
        return Math.Abs(Value(indicator, "differences", run)) / Math.Max(least, Math.Max(before, after));
    }

    private int Count(string verdict, int run) => _data.Root.List("indicators").Count(i => VerdictOf(i, run) == verdict);

    private List<(string Name, string Value, string Unit, string Note)> Key()
    {
        var last = _data.Runs.Length - 1;
        var keys = KeyIndicators.Select(_data.Indicator).Where(i => i is not null).Select(i => i!.Value).ToList();
        if (keys.Count == 0)
        {
            keys = [.. _data.Root.List("indicators").Where(i => double.IsFinite(Value(i, "differences", last)))];
        }

        return
        [
            .. keys.Take(MostKeys).Select(i => (
                _data.Runs.Length > 2 ? $"{_data.NameOf(i)}, {_data.Runs[last]}" : _data.NameOf(i), Shown(i, last),
                i.Text("unit") is "people" or "person-days" ? "" : _phrases.ShownUnit(i.Text("unit")),
                _phrases.ReportWas(_data.Runs[0], Shown(i, 0)))),
        ];
    }

    private IEnumerable<(string Id, string Title, List<ReportTable> Tables)> Sections()
    {
        var tables = new ComparisonTables(_source, _data);
        yield return ("indicators", _phrases.ReportIndicators, [tables.Indicators()]);
        yield return ("changed", _phrases.ReportChanged, [.. tables.Changed()]);
        yield return ("towns", _phrases.ReportTownsAndVillages, [tables.Communities()]);
        yield return ("runs", _phrases.ReportRuns, [tables.Runs()]);
    }
}
