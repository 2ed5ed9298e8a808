using System.Collections.Immutable;
using System.Text.Json;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.Results;
using WaterSim.Planning.Results.Tables;
using static WaterSim.Planning.Results.Tables.SummaryTables;

namespace WaterSim.Planning.Exports;

/// <summary>The tables of a run folder: those with a row per thing as they are handed on, and the names of those by thing and time.</summary>
internal static class ExportTables
{
    private static readonly string[] OfDay =
        ["indicators", "standards", "failures", "communities", "plants", "towns", "sources", "tanks", "pumps", "controls"];

    private static readonly string[] OfYear = ["days", "decisions"];

    private static readonly string[] OfComparison = ["runs", "indicators", "communities"];

    /// <summary>Names of the tables with a row per thing and time.</summary>
    public static ImmutableArray<string> Series { get; } =
        ["nodes", "links", "steps", "quality_nodes", "quality_links", .. YearHourTables.Names];

    /// <summary>All of them, the first telling what made the run.</summary>
    public static ImmutableArray<Table> All(FinishedRun run)
    {
        using var year = YearSummary(run);
        if (year is null)
        {
            return [About(run), .. (IsComparison(run) ? OfComparison : OfDay).Where(n => run.Has(n + ".parquet")).Select(n => Read(run, n))];
        }

        var facts = YearFacts.Read(run, year.RootElement);
        return
        [
            About(run), Indicators(facts), Communities(facts), .. OfYear.Where(n => run.Has(n + ".parquet")).Select(n => Read(run, n)),
        ];
    }

    /// <summary>The table of communities.</summary>
    public static Table Communities(FinishedRun run)
    {
        using var year = YearSummary(run);
        return year is null ? Read(run, "communities") : Communities(YearFacts.Read(run, year.RootElement));
    }

    /// <summary>By link the highest flow either way, m3/s, and the highest velocity, m/s; empty where the run does not tell.</summary>
    public static IReadOnlyDictionary<string, (double Flow, double Velocity)> Links(FinishedRun run)
    {
        var highest = new Dictionary<string, (double Flow, double Velocity)>(StringComparer.Ordinal);
        if (!run.Has("links.parquet"))
        {
            return highest;
        }

        foreach (var part in ParquetTableReader.Parts(run.PathOf("links.parquet"), "links", ["link", "flow_m3s", "velocity_ms"]))
        {
            var rows = new TableRows(part);
            for (var row = 0; row < part.Rows; row++)
            {
                var id = rows.Text(0, row);
                var before = highest.GetValueOrDefault(id);
                highest[id] = (Math.Max(before.Flow, Math.Abs(rows.Number(1, row) ?? 0)), Math.Max(before.Velocity, rows.Number(2, row) ?? 0));
            }
        }

        return highest;
    }

    private static bool IsComparison(FinishedRun run) => run.Schema.StartsWith("watersim-comparison/", StringComparison.Ordinal);

    private static Table Read(FinishedRun run, string name) => ParquetTableReader.All(run.PathOf(name + ".parquet"), name);

    private static JsonDocument? YearSummary(FinishedRun run)
    {
        if (!run.Has(RunSummaryJson.FileName))
        {
            return null;
        }

        try
        {
            var json = JsonDocument.Parse(File.ReadAllBytes(run.PathOf(RunSummaryJson.FileName)));
            if (json.RootElement.GetProperty("schema").GetString()?.StartsWith("watersim-year/", StringComparison.Ordinal) == true)
            {
                return json;
            }

            json.Dispose();
            return null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"'{run.PathOf(RunSummaryJson.FileName)}' is no summary of a run: {e.Message}", e);
        }
    }

    private static Table About(FinishedRun run)
    {
        (string Key, string Value)[] rows =
        [
            ("version", run.ToolVersion),
            ("started_utc", run.StartedUtc),
            ("outcome", run.Outcome),
            ("manifest_sha256", run.ManifestSha256),
            .. run.Options.Select(o => (o.Key, o.Value ?? "")),
            .. run.Inputs.Select(i => ("input " + i.Name, "sha256 " + i.Sha256)),
        ];
        return new Table("about", rows.Length, TextColumn.Of("what", rows.Select(r => r.Key)), TextColumn.Of("value", rows.Select(r => r.Value)));
    }

    private static Table Indicators(RunFacts facts)
    {
        var rows = facts.Rows;
        return new Table(
            "indicators",
            rows.Count,
            TextColumn.Of("id", rows.Select(r => r.Id)),
            TextColumn.Of("name", rows.Select(r => r.Name)),
            Numbers("value", rows, r => r.Value ?? double.NaN),
            TextColumn.Of("unit", rows.Select(r => r.Unit)),
            TextColumn.Of("better", rows.Select(r => IndicatorTables.Word(r.Better))));
    }

    private static Table Communities(RunFacts facts)
    {
        var rows = facts.Communities;
        var measures = CommunityMeasure.Of(ComparisonKind.Year);
        return new Table(
            "communities",
            rows.Count,
            [
                TextColumn.Of("id", rows.Select(c => c.Id)),
                TextColumn.Of("name", rows.Select(c => c.Name.En)),
                TextColumn.Of("name_zh", rows.Select(c => c.Name.Zh ?? "")),
                TextColumn.Of("town", rows.Select(c => c.Town)),
                Integers("people", rows, c => c.People),
                .. measures.Select((m, at) => Numbers($"{m.Id}_{m.Suffix}", rows, c => c.Values[at] ?? double.NaN)),
            ]);
    }
}
