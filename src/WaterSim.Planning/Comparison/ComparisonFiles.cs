using WaterSim.Planning.Results;
using WaterSim.Planning.Results.Tables;
using static WaterSim.Planning.Results.Tables.SummaryTables;

namespace WaterSim.Planning.Comparison;

/// <summary>
/// Writes a comparison into a folder: <c>comparison.json</c>, the tables <c>runs</c>, <c>indicators</c> and <c>communities</c> as CSV and
/// Parquet, and the first run's <c>map.json</c>. Columns of a run end in its number, 1 for the first: <c>value_2</c>, <c>min_pressure_m_2</c>;
/// numbers and texts are written as <see cref="RunTables"/> says.
/// </summary>
public static class ComparisonFiles
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">An existing folder without such files.</param>
    /// <param name="comparison">The comparison.</param>
    /// <exception cref="IOException">A file exists already or cannot be written.</exception>
    public static void Write(string folder, RunComparison comparison)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(comparison);
        using (var file = new FileStream(Path.Combine(folder, ComparisonJson.FileName), FileMode.CreateNew, FileAccess.Write))
        {
            ComparisonJson.Write(comparison, file);
        }

        TableFiles.Write(folder, [Runs(comparison), Indicators(comparison), Communities(comparison)]);
        if (comparison.Runs[0].Run is { } first && first.Has(RunMap.FileName))
        {
            File.Copy(first.PathOf(RunMap.FileName), Path.Combine(folder, RunMap.FileName));
        }
    }

    private static Table Runs(RunComparison of) => new(
        "runs",
        of.Runs.Length,
        Integers("run", Enumerable.Range(1, of.Runs.Length), r => r),
        TextColumn.Of("name", of.Runs.Select(r => r.Name.En)),
        TextColumn.Of("name_zh", of.Runs.Select(r => r.Name.Zh ?? "")),
        TextColumn.Of("folder", of.Runs.Select(r => r.Folder)),
        TextColumn.Of("started_utc", of.Runs.Select(r => r.Run.StartedUtc)),
        TextColumn.Of("manifest_sha256", of.Runs.Select(r => r.ManifestSha256)),
        TextColumn.Of("network_sha256", of.Runs.Select(r => r.NetworkSha256 ?? "")),
        TextColumn.Of("system_sha256", of.Runs.Select(r => r.SystemSha256 ?? "")));

    private static Table Indicators(RunComparison of)
    {
        var rows = of.Indicators;
        var others = Enumerable.Range(1, of.Runs.Length - 1);
        return new Table(
            "indicators",
            rows.Length,
            [
                TextColumn.Of("id", rows.Select(r => r.Id)),
                TextColumn.Of("group", rows.Select(r => r.Group)),
                TextColumn.Of("name", rows.Select(r => r.Name)),
                TextColumn.Of("unit", rows.Select(r => r.Unit)),
                TextColumn.Of("better", rows.Select(r => IndicatorTables.Word(r.Better))),
                Integers("decimals", rows, r => r.Decimals),
                .. Enumerable.Range(0, of.Runs.Length).Select(run => Numbers($"value_{run + 1}", rows, r => r.Values[run] ?? double.NaN)),
                .. others.Select(run => Numbers($"difference_{run + 1}", rows, r => r.Difference(run) ?? double.NaN)),
                .. others.Select(run => TextColumn.Of($"verdict_{run + 1}", rows.Select(r => ComparisonJson.Word(r.Verdict(run))))),
            ]);
    }

    private static Table Communities(RunComparison of)
    {
        var rows = of.Communities;
        return new Table(
            "communities",
            rows.Length,
            [
                TextColumn.Of("id", rows.Select(c => c.Id)),
                TextColumn.Of("name", rows.Select(c => c.Name.En)),
                TextColumn.Of("name_zh", rows.Select(c => c.Name.Zh ?? "")),
                TextColumn.Of("town", rows.Select(c => c.Town)),
                TextColumn.Of("class", rows.Select(c => ComparisonJson.Word(c.Class) ?? "")),
                Integers("people", rows, c => c.People),
                .. of.Measures.SelectMany((m, at) => Enumerable.Range(0, of.Runs.Length).Select(run =>
                    Numbers($"{m.Id}_{m.Suffix}_{run + 1}", rows, c => c.Values[at][run] ?? double.NaN))),
                .. of.Measures.SelectMany((m, at) => Enumerable.Range(1, of.Runs.Length - 1).Select(run =>
                    Numbers($"{m.Id}_change_{m.Suffix}_{run + 1}", rows, c => c.Difference(at, run) ?? double.NaN))),
            ]);
    }
}
