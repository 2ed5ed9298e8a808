using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.Results;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Exports;

/// <summary>
/// Hands the folder of a run, a year or a comparison on to other programs: GeoJSON of communities (with what the run tells of each), pipes
/// and facilities, the summary tables as CSV, or a workbook of them, or the tables by the hour as CSV. Names of files are fixed; what a
/// file of a county calls itself is text in them and nothing else.
/// </summary>
/// <remarks>
/// Columns and properties end in their unit (<c>min_pressure_m</c>). CSV is as <see cref="RunTables"/> says. In the workbook texts are text,
/// whatever they begin with, numbers are numbers, an absent number is an empty cell, and the first row stands still. GeoJSON is in
/// degrees of WGS 84, east and north, by the map's origin and the ellipsoid's curvature there; within 25 km that is off by no more than
/// some 50 m, the price of a plane map.
/// </remarks>
public static class RunExport
{
    /// <summary>Writes the files of a format.</summary>
    /// <param name="run">A run folder that is as it was written (<see cref="FinishedRun.Check"/>).</param>
    /// <param name="format">The format.</param>
    /// <param name="folder">An existing folder; files of the same names are replaced.</param>
    /// <param name="cancellation">Stops between two pieces of the tables by the hour; the file under way is left out.</param>
    /// <returns>Names of the files written, and what there is to say.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="InvalidDataException">A file of the run is not what its name says.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static (ImmutableArray<string> Files, ImmutableArray<Diagnostic> Diagnostics) Write(
        FinishedRun run, ExportFormat format, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return format switch
        {
            ExportFormat.GeoJson => GeoJson(run, folder),
            ExportFormat.Csv => (Csv(run, folder), []),
            ExportFormat.Series => Series(run, folder, cancellation),
            _ => (Workbook(run, folder), []),
        };
    }

    private static ImmutableArray<string> Csv(FinishedRun run, string folder)
    {
        var tables = ExportTables.All(run);
        foreach (var table in tables)
        {
            Replace(folder, table.Name + ".csv", to => CsvWriter.Write([table], to));
        }

        return [.. tables.Select(t => t.Name + ".csv")];
    }

    private static (ImmutableArray<string> Files, ImmutableArray<Diagnostic> Diagnostics) Series(
        FinishedRun run, string folder, CancellationToken cancellation)
    {
        var names = ExportTables.Series.Where(n => run.Has(n + ".parquet")).ToImmutableArray();
        foreach (var name in names)
        {
            // A row group at a time: a long run has more rows than memory.
            var parts = ParquetTableReader.Parts(run.PathOf(name + ".parquet"), name, []).Select(part =>
            {
                cancellation.ThrowIfCancellationRequested();
                return part;
            });
            Replace(folder, name + ".csv", to => CsvWriter.Write(parts, to));
        }

        return ([.. names.Select(n => n + ".csv")], !names.IsEmpty ? [] :
        [
            Note(
                "WS4132", DiagnosticSeverity.Error, $"'{run.Folder}' has no tables by the hour",
                "Of a year, make it again with --hourly; a comparison has none: export its runs."),
        ]);
    }

    private static ImmutableArray<string> Workbook(FinishedRun run, string folder)
    {
        const string name = "summary.xlsx";
        var tables = ExportTables.All(run);
        Replace(folder, name, to => WorkbookWriter.Write(tables, to));
        return [name];
    }

    private static (ImmutableArray<string> Files, ImmutableArray<Diagnostic> Diagnostics) GeoJson(FinishedRun run, string folder)
    {
        if (ReadMap.Of(run) is not { } map)
        {
            return ([], [Note(
                "WS4130", DiagnosticSeverity.Error, $"'{run.Folder}' does not tell where anything lies: it has no {RunMap.FileName} with places",
                "Make the run again, of a county whose network has coordinates.")]);
        }

        var features = new GeoFeatures(map);
        (string Name, Action<Stream> Write)[] files =
        [
            ("communities.geojson", to => GeoFeatures.Write(features.Communities(ExportTables.Communities(run)), to)),
            ("pipes.geojson", to => GeoFeatures.Write(features.Pipes(ExportTables.Links(run)), to)),
            ("facilities.geojson", to => GeoFeatures.Write(features.Facilities(), to)),
        ];
        foreach (var (name, write) in files)
        {
            Replace(folder, name, write);
        }

        return ([.. files.Select(f => f.Name)], map.Origin is not null ? [] :
        [
            Note(
                "WS4131", DiagnosticSeverity.Warning, "coordinates are those of the network's map and not degrees: the county does not say where its map lies",
                "Give the county an 'origin', and make the run again; or set the coordinate system by hand where the files are opened."),
        ]);
    }

    // Whole or not at all.
    private static void Replace(string folder, string name, Action<Stream> write)
    {
        var (path, partial) = (Path.Combine(folder, name), Path.Combine(folder, name + ".partial"));
        try
        {
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                write(file);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private static Diagnostic Note(string code, DiagnosticSeverity severity, string message, string remedy) => new()
    {
        Code = code,
        Severity = severity,
        Element = "export",
        Message = message,
        Remedy = remedy,
    };
}
