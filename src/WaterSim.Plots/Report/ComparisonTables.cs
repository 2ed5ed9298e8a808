using System.Text.Json;
using WaterSim.Plots.Lettering;
using static WaterSim.Plots.Report.ComparisonData;

namespace WaterSim.Plots.Report;

/// <summary>The tables of a comparison.</summary>
internal sealed class ComparisonTables(ReportSource source, ComparisonData data)
{
    private readonly ReportSource _source = source;
    private readonly ComparisonData _data = data;
    private readonly Phrases _phrases = source.Phrases;

    public ReportTable Indicators()
    {
        var table = new ReportTable("indicators-table", _phrases.ReportIndicators, ReportSource.ComparisonFile) { Note = _phrases.ReportVerdictNote(_data.Runs[0]) }
            .Texts(_phrases.ReportIndicator, _phrases.ReportUnit).Numbers(_data.Runs);
        for (var run = 1; run < _data.Runs.Length; run++)
        {
            table.Numbers(_data.Runs.Length == 2 ? _phrases.ReportChange : _phrases.ReportChangeOf(_data.Runs[run])).Texts(_phrases.ReportVerdict);
        }

        var group = "";
        foreach (var i in _data.Root.List("indicators"))
        {
            if (i.Text("group") != group)
            {
                group = i.Text("group");
                table.Group(_phrases.IndicatorGroup(group));
            }

            var decimals = DecimalsOf(i);
            var cells = new List<ReportCell> { _data.NameOf(i), _phrases.ShownUnit(i.Text("unit")) };
            cells.AddRange(Enumerable.Range(0, _data.Runs.Length).Select(r => ReportCell.Of(Value(i, "values", r), decimals)));
            for (var run = 1; run < _data.Runs.Length; run++)
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

    public IEnumerable<ReportTable> Changed()
    {
        var byId = _data.Root.ById("communities");
        var number = 0;
        foreach (var changed in _data.Root.List("changed_most"))
        {
            var (run, id) = ((int)changed.Number("run"), changed.Text("measure"));
            var measure = _data.Root.List("measures").FirstOrDefault(m => m.Text("id") == id);
            if (run < 1 || run >= _data.Runs.Length || measure.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var (decimals, unit) = (DecimalsOf(measure), _phrases.ShownUnit(measure.Text("unit")));
            var caption = _phrases.ReportDifference(_data.MeasureName(measure), _data.Runs[run], _data.Runs[0]);
            var table = new ReportTable($"changed-{++number}", caption, ReportSource.ComparisonFile)
                .Texts(_phrases.ReportCommunity, _phrases.ReportTown)
                .Numbers(_phrases.ReportPeople, $"{_data.Runs[0]}, {unit}", $"{_data.Runs[run]}, {unit}", $"{_phrases.ReportChange}, {unit}");
            foreach (var c in changed.List("communities"))
            {
                var known = byId.TryGetValue(c.Text("id"), out var community);
                var values = known ? community.Find("values") : null;
                table.Row(
                    _data.CommunityName(c.Text("id")), known ? _source.TownOf(community.Text("town")) : "", ReportCell.Of(known ? community.Number("people") : double.NaN),
                    ReportCell.Of(values is { } v ? Value(v, id, 0) : double.NaN, decimals), ReportCell.Of(values is { } w ? Value(w, id, run) : double.NaN, decimals),
                    new ReportCell(ReportCell.Signed(c.Number("change"), decimals), c.Number("change")));
            }

            if (table.Rows > 0)
            {
                yield return table;
            }
        }
    }

    public ReportTable Communities()
    {
        var measures = _data.Root.List("measures").ToList();
        var table = new ReportTable("communities-table", _phrases.ReportCommunities, ReportSource.ComparisonFile)
            .Texts(_phrases.ReportCommunity, _phrases.ReportTown).Numbers(_phrases.ReportPeople);
        foreach (var measure in measures)
        {
            table.Numbers([.. _data.Runs.Select(r => $"{_data.MeasureName(measure)}, {_phrases.ShownUnit(measure.Text("unit"))}: {r}")]);
        }

        foreach (var c in _data.Root.List("communities"))
        {
            table.Row(
            [
                _data.CommunityName(c.Text("id")), _source.TownOf(c.Text("town")), ReportCell.Of(c.Number("people")),
                .. measures.SelectMany(m => Enumerable.Range(0, _data.Runs.Length).Select(r => ReportCell.Of(
                    c.Find("values") is { } v ? Value(v, m.Text("id"), r) : double.NaN, DecimalsOf(m)))),
            ]);
        }

        return table;
    }

    public ReportTable Runs()
    {
        var table = new ReportTable("runs-table", _phrases.ReportRuns, ReportSource.ComparisonFile)
            .Texts(_phrases.ReportRun, _phrases.ReportRunFolder, _phrases.ReportStarted, _phrases.ReportManifestHash);
        foreach (var (run, i) in _data.Root.List("runs").Select((r, i) => (r, i)))
        {
            table.Row(_data.Runs[i], Path.GetFileName(Path.TrimEndingDirectorySeparator(run.Text("folder"))), run.Text("started_utc"),
                new ReportCell(run.Text("manifest_sha256")).As("hash"));
        }

        return table;
    }
}
