using WaterSim.Planning.Results.Tables;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>
/// Writes a run's tables, each as <c>NAME.parquet</c> and <c>NAME.csv</c>: <c>nodes</c>, <c>links</c>, <c>steps</c>,
/// <c>tanks</c>, <c>pumps</c>, <c>sources</c>, and for a county <c>communities</c>, <c>plants</c>, <c>towns</c>.
/// </summary>
/// <remarks>
/// Column names end in their unit (<c>pressure_m</c>, <c>flow_m3s</c>). Parquet holds the computed doubles; CSV nine
/// significant digits, UTF-8, LF, quoted as RFC 4180. A CSV text cell that begins with = + - @, tab or carriage return
/// has a leading apostrophe, so that no spreadsheet runs an id as a formula. An absent number is an empty CSV cell and
/// NaN in Parquet. What is written does not depend on culture or on the number of threads.
/// </remarks>
public static class RunTables
{
    /// <summary>Writes the tables into a folder.</summary>
    /// <param name="folder">An existing folder without such files.</param>
    /// <param name="results">The run.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="IOException">A file exists already or cannot be written.</exception>
    public static void Write(
        string folder, SimulationResults results, RunSummary summary, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(summary);

        // The two tables that grow with nodes times hours take nearly all the time, CSV and Parquet about the same.
        var nodes = new Lazy<Table>(() => SeriesTables.Nodes(results));
        var links = new Lazy<Table>(() => SeriesTables.Links(results));
        var tasks = new List<Task>
        {
            Start(() => WriteParquet(links.Value)),
            Start(() => WriteCsv(links.Value)),
            Start(() => WriteParquet(nodes.Value)),
            Start(() => WriteCsv(nodes.Value)),
        };
        foreach (var table in SummaryTables.All(results, summary))
        {
            tasks.Add(Start(() =>
            {
                WriteParquet(table);
                WriteCsv(table);
            }));
        }

        Task.WhenAll(tasks).GetAwaiter().GetResult();

        Task Start(Action write) => Task.Run(write, cancellation);
        void WriteCsv(Table table) => CsvWriter.Write(table, Path.Combine(folder, table.Name + ".csv"));
        void WriteParquet(Table table) => ParquetTableWriter
            .WriteAsync(table, Path.Combine(folder, table.Name + ".parquet"), cancellation).GetAwaiter().GetResult();
    }
}
