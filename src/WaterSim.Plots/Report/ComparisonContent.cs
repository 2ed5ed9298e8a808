using System.Globalization;
using System.Text.Json;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>What the page of a comparison says: every run against the first.</summary>
internal sealed class ComparisonContent
{
    private const int MostKeys = 6;
    private const int MostTold = 3;

    // What a planner looks at before all else, where the runs tell of it.
    private static readonly string[] KeyIndicators =
    [
        "service.people_at_service_head", "reliability.short_person_days", "service.hours_of_supply", "service.continuity", "quality.rural_people_below",
        "energy.per_volume", "resilience.todini", "losses.loss_rate", "finance.unit_cost",
    ];

    private readonly ReportSource _source;
    private readonly Phrases _phrases;
    private readonly JsonElement _root;
    private readonly string[] _runs;

    private ComparisonContent(ReportSource source)
    {
        (_source, _phrases, _root) = (source, source.Phrases, source.Summary);
        _runs = [.. _root.List("runs").Select(r => r.Name("name", _phrases) is { Length: > 0 } name ? name : r.Text("folder"))];
        if (_runs.Length < 2)
        {
            throw new InvalidDataException($"{ReportSource.ComparisonFile} tells of fewer than two runs");
        }
    }

    public static ReportContent Of(ReportSource source) => new ComparisonContent(source).Make();

    private ReportContent Make() => new()
    {
        Place = _root.Name("county", _phrases),
        Title = _phrases.ReportAgainst(_runs),
        About = "",
        Facts = _phrases.ReportComparisonFacts(_runs.Length, _source.Run.StartedUtc.Length >= 10 ? _source.Run.StartedUtc[..10] : _source.Run.StartedUtc),
        Answers = [.. Answers()],
        Key = Key(),
        Quantities = _source.Map is { Places.Count: > 0 } map ? Quantities(map) : [],
        Sections = [.. Sections()],
    };

    private IEnumerable<string> Answers()
    {
        for (var run = 1; run < _runs.Length; run++)
        {
            int[] counts = [.. new[] { "better", "worse", "same" }.Select(v => _root.List("indicators").Count(i => VerdictOf(i, run) == v))];
            yield return _phrases.ReportVerdicts(_runs[run], _runs[0], counts[0], counts[1], counts[2]);
        }

        if (Indicator(KeyIndicators[0]) is { } served)
        {
            yield return _phrases.ReportFromTo(
                NameOf(served), [.. Enumerable.Range(0, _runs.Length).Select(r => (_runs[r], ReportCell.Show(Value(served, "values", r), DecimalsOf(served))))],
                _phrases.ShownUnit(served.Text("unit")));
        }

        var last = _runs.Length - 1;
        foreach (var verdict in new[] { "worse", "better" })
        {
            var most = _root.List("indicators").Where(i => VerdictOf(i, last) == verdict && Math.Abs(Value(i, "values", 0)) > 0)
                .OrderByDescending(i => Math.Abs(Value(i, "differences", last) / Value(i, "values", 0))).Take(MostTold).ToList();
            if (most.Count > 0)
            {
                yield return _phrases.ReportMostChanged(
                    verdict == "better", _runs[last],
                    [.. most.Select(i => _phrases.ReportChangeFromTo(
                        NameOf(i), ReportCell.Show(Value(i, "values", 0), DecimalsOf(i)), ReportCell.Show(Value(i, "values", last), DecimalsOf(i)), _phrases.ShownUnit(i.Text("unit"))))]);
            }
        }

        foreach (var changed in _root.List("changed_most").Where(c => c.List("communities").Any()).Take(1))
        {
            var measure = _root.List("measures").FirstOrDefault(m => m.Text("id") == changed.Text("measure"));
            var run = (int)changed.Number("run");
            if (run > 0 && run < _runs.Length && measure.ValueKind == JsonValueKind.Object && changed.List("communities").ToList() is { Count: > 0 } most)
            {
                yield return _phrases.ReportChangedMost(
                    MeasureName(measure), _runs[run],
                    [.. most.Take(3).Select(c => (CommunityName(c.Text("id")), ReportCell.Signed(c.Number("change"), DecimalsOf(measure))))], _phrases.ShownUnit(measure.Text("unit")));
            }
        }
    }

    private List<(string Name, string Value, string Unit, string Note)> Key()
    {
        var last = _runs.Length - 1;
        var keys = KeyIndicators.Select(Indicator).Where(i => i is not null).Select(i => i!.Value).ToList();
        if (keys.Count == 0)
        {
            keys = [.. _root.List("indicators").Where(i => double.IsFinite(Value(i, "values", 0)) && double.IsFinite(Value(i, "values", last)))];
        }

        return
        [
            .. keys.Take(MostKeys).Select(i => (
                NameOf(i), ReportCell.Show(Value(i, "values", last), DecimalsOf(i)), i.Text("unit") == "people" ? "" : _phrases.ShownUnit(i.Text("unit")),
                _phrases.ReportWas(_runs[0], ReportCell.Show(Value(i, "values", 0), DecimalsOf(i))))),
        ];
    }

    // Differences first: they are what one looks for.
    private List<MapQuantity> Quantities(MapData map)
    {
        var byId = _root.ById("communities");
        var all = new List<MapQuantity>();
        foreach (var measure in _root.List("measures"))
        {
            for (var run = 1; run < _runs.Length; run++)
            {
                double[] values = [.. map.Places.Select(p => Of(p, run) - Of(p, 0))];
                if (values.Any(double.IsFinite))
                {
                    all.Add(Difference(measure, run, values));
                }
            }

            double Of(MapPlace place, int run) => byId.TryGetValue(place.Id, out var c) && c.Find("values") is { } v ? Value(v, measure.Text("id"), run) : double.NaN;
        }

        // What does not differ anywhere comes after what does.
        all = [.. all.OrderBy(q => q.Values.All(v => !double.IsFinite(v) || Math.Abs(v) < -q.Limits[2]))];
        foreach (var measure in _root.List("measures"))
        {
            var (id, name) = (measure.Text("id"), MeasureName(measure));
            for (var run = 0; run < _runs.Length; run++)
            {
                double[] values = [.. map.Places.Select(p => byId.TryGetValue(p.Id, out var c) && c.Find("values") is { } v ? Value(v, id, run) : double.NaN)];
                var quantity = Make($"{id}-{run}", _phrases.ReportIn(name, _runs[run]), measure, values);
                all.Add(id.Contains("pressure", StringComparison.Ordinal)
                    ? (quantity with { IsPressure = true }).WithPressureClasses()
                    : quantity.With(Map.ColorClasses.Even(values)));
            }
        }

        return all;
    }

    private MapQuantity Difference(JsonElement measure, int run, double[] values)
    {
        var most = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var least = 0.5 * Math.Pow(10, -measure.Number("decimals"));
        var step = Math.Max(NiceSteps.Step(most, 3), 4 * least);
        var colors = measure.Text("better") == "lower" ? MapQuantity.Difference.Reverse().ToArray() : MapQuantity.Difference;
        return Make($"{measure.Text("id")}-change-{run}", _phrases.ReportDifference(MeasureName(measure), _runs[run], _runs[0]), measure, values) with
        {
            Limits = [-2 * step, -step, -least, least, step, 2 * step],
            Colors = colors,
            Labels =
            [
                _phrases.ReportBelow(-2 * step), _phrases.ReportRange(-2 * step, -step), _phrases.ReportRange(-step, 0), _phrases.ReportSameClass, _phrases.ReportRange(0, step),
                _phrases.ReportRange(step, 2 * step), _phrases.ReportOver(2 * step),
            ],
        };
    }

    private MapQuantity Make(string id, string name, JsonElement measure, double[] values) => new()
    {
        Id = id,
        Name = name,
        Unit = _phrases.ShownUnit(measure.Text("unit")),
        Decimals = DecimalsOf(measure),
        Limits = [],
        Colors = ["#888888"],
        Values = values,
        Source = ReportSource.ComparisonFile,
    };

    private IEnumerable<(string Id, string Title, List<ReportTable> Tables)> Sections()
    {
        yield return ("indicators", _phrases.ReportIndicators, [Indicators()]);
        yield return ("changed", _phrases.ReportChanged, [.. Changed()]);
        yield return ("towns", _phrases.ReportTownsAndVillages, [Communities()]);
        yield return ("runs", _phrases.ReportRuns, [Runs()]);
    }

    private ReportTable Indicators()
    {
        var table = new ReportTable("indicators-table", _phrases.ReportIndicators, ReportSource.ComparisonFile) { Note = _phrases.ReportVerdictNote(_runs[0]) }
            .Texts(_phrases.ReportIndicator, _phrases.ReportUnit).Numbers(_runs);
        for (var run = 1; run < _runs.Length; run++)
        {
            table.Numbers(_runs.Length == 2 ? _phrases.ReportChange : _phrases.ReportChangeOf(_runs[run])).Texts(_phrases.ReportVerdict);
        }

        var group = "";
        foreach (var i in _root.List("indicators"))
        {
            if (i.Text("group") != group)
            {
                group = i.Text("group");
                table.Group(_phrases.IndicatorGroup(group));
            }

            var decimals = DecimalsOf(i);
            var cells = new List<ReportCell> { NameOf(i), _phrases.ShownUnit(i.Text("unit")) };
            cells.AddRange(Enumerable.Range(0, _runs.Length).Select(r => ReportCell.Of(Value(i, "values", r), decimals)));
            for (var run = 1; run < _runs.Length; run++)
            {
                var change = Value(i, "differences", run);
                cells.Add(new ReportCell(ReportCell.Signed(change, decimals), change));
                cells.Add(VerdictOf(i, run) switch
                {
                    "better" => new ReportCell(_phrases.ReportBetter).As("good"),
                    "worse" => new ReportCell(_phrases.ReportWorse).As("bad"),
                    "same" => _phrases.ReportSame,
                    _ => "",
                });
            }

            table.Row([.. cells]);
        }

        return table;
    }

    private IEnumerable<ReportTable> Changed()
    {
        var byId = _root.ById("communities");
        var number = 0;
        foreach (var changed in _root.List("changed_most"))
        {
            var (run, id) = ((int)changed.Number("run"), changed.Text("measure"));
            var measure = _root.List("measures").FirstOrDefault(m => m.Text("id") == id);
            if (run < 1 || run >= _runs.Length || measure.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var (decimals, unit) = (DecimalsOf(measure), _phrases.ShownUnit(measure.Text("unit")));
            var table = new ReportTable($"changed-{++number}", _phrases.ReportDifference(MeasureName(measure), _runs[run], _runs[0]), ReportSource.ComparisonFile)
                .Texts(_phrases.ReportCommunity, _phrases.ReportTown).Numbers(_phrases.ReportPeople, $"{_runs[0]}, {unit}", $"{_runs[run]}, {unit}", $"{_phrases.ReportChange}, {unit}");
            foreach (var c in changed.List("communities"))
            {
                var known = byId.TryGetValue(c.Text("id"), out var community);
                var values = known ? community.Find("values") : null;
                table.Row(
                    CommunityName(c.Text("id")), known ? _source.TownOf(community.Text("town")) : "", ReportCell.Of(known ? community.Number("people") : double.NaN),
                    ReportCell.Of(values is { } v ? Value(v, id, 0) : double.NaN, decimals), ReportCell.Of(values is { } w ? Value(w, id, run) : double.NaN, decimals),
                    new ReportCell(ReportCell.Signed(c.Number("change"), decimals), c.Number("change")));
            }

            if (table.Rows > 0)
            {
                yield return table;
            }
        }
    }

    private ReportTable Communities()
    {
        var measures = _root.List("measures").ToList();
        var table = new ReportTable("communities-table", _phrases.ReportCommunities, ReportSource.ComparisonFile)
            .Texts(_phrases.ReportCommunity, _phrases.ReportTown).Numbers(_phrases.ReportPeople);
        foreach (var measure in measures)
        {
            table.Numbers([.. _runs.Select(r => $"{MeasureName(measure)}, {_phrases.ShownUnit(measure.Text("unit"))}: {r}")]);
        }

        foreach (var c in _root.List("communities"))
        {
            table.Row(
            [
                CommunityName(c.Text("id")), _source.TownOf(c.Text("town")), ReportCell.Of(c.Number("people")),
                .. measures.SelectMany(m => Enumerable.Range(0, _runs.Length).Select(r => ReportCell.Of(
                    c.Find("values") is { } v ? Value(v, m.Text("id"), r) : double.NaN, DecimalsOf(m)))),
            ]);
        }

        return table;
    }

    private ReportTable Runs()
    {
        var table = new ReportTable("runs-table", _phrases.ReportRuns, ReportSource.ComparisonFile)
            .Texts(_phrases.ReportRun, _phrases.ReportRunFolder, _phrases.ReportStarted, _phrases.ReportManifestHash);
        foreach (var (run, i) in _root.List("runs").Select((r, i) => (r, i)))
        {
            table.Row(_runs[i], Path.GetFileName(Path.TrimEndingDirectorySeparator(run.Text("folder"))), run.Text("started_utc"), new ReportCell(run.Text("manifest_sha256")).As("hash"));
        }

        return table;
    }

    // An indicator that both the first run and the last tell of.
    private JsonElement? Indicator(string id)
    {
        foreach (var i in _root.List("indicators"))
        {
            if (i.Text("id") == id && double.IsFinite(Value(i, "values", 0)) && double.IsFinite(Value(i, "values", _runs.Length - 1)))
            {
                return i;
            }
        }

        return null;
    }

    private static string VerdictOf(JsonElement indicator, int run) =>
        At(indicator, "verdicts", run) is { ValueKind: JsonValueKind.String } verdict ? verdict.GetString() ?? "" : "";

    private static int DecimalsOf(JsonElement of) => of.Number("decimals") is >= 0 and <= 6 and var d ? (int)d : 2;

    private string NameOf(JsonElement indicator) => _phrases.IndicatorName(indicator.Text("id"), indicator.Text("name"));

    private string MeasureName(JsonElement measure) => _phrases.MeasureName(measure.Text("id"), measure.Text("name"));

    private string CommunityName(string id) =>
        _root.List("communities").FirstOrDefault(c => c.Text("id") == id) is { ValueKind: JsonValueKind.Object } c ? c.Name("name", _phrases) : id;

    private static JsonElement At(JsonElement of, string key, int run) =>
        of.Find(key) is { ValueKind: JsonValueKind.Array } list && run < list.GetArrayLength() ? list[run] : default;

    private static double Value(JsonElement of, string key, int run) =>
        At(of, key, run) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NaN;
}
