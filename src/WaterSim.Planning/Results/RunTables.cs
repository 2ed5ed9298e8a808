using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results.Tables;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>
/// Writes a run's tables, each as <c>NAME.parquet</c> and <c>NAME.csv</c>: <c>nodes</c>, <c>links</c>, <c>steps</c>,
/// <c>controls</c>, <c>tanks</c>, <c>pumps</c>, <c>sources</c>, and for a county <c>communities</c>, <c>plants</c>, <c>towns</c>.
/// With a county's indicators also <c>indicators</c> (value, unit and which way each gets better), <c>standards</c> and
/// <c>failures</c>. Where water quality was followed also <c>quality_nodes</c>, <c>quality_links</c> and <c>quality_last_day</c>.
/// </summary>
/// <remarks>
/// Column names end in their unit (<c>pressure_m</c>, <c>flow_m3s</c>); those of quality are <c>age_s</c>,
/// <c>chemical_gm3</c>, and of shares from 0 to 1 <c>trace_ID</c> and <c>blend_ID</c>. Parquet holds the computed doubles; CSV nine
/// significant digits, UTF-8, LF, quoted as RFC 4180. A CSV text cell of two characters or more that begins with = + - @, tab or
/// carriage return has a leading apostrophe, so that no spreadsheet runs an id as a formula. An absent number is an empty CSV cell and
/// NaN in Parquet. What is written does not depend on culture or on the number of threads.
/// </remarks>
public static class RunTables
{
    private const int BufferSize = 1 << 16;

    /// <summary>Writes the tables into a folder.</summary>
    /// <param name="folder">An existing folder without such files.</param>
    /// <param name="results">The run.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="indicators">Its indicators, or null where it is no county's.</param>
    /// <param name="seriesAsCsv">False: tables by node or link and time are Parquet alone, a fifth of the bytes.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="IOException">A file exists already or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(
        string folder,
        SimulationResults results,
        RunSummary summary,
        CountyIndicators? indicators = null,
        bool seriesAsCsv = true,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(summary);

        // The two tables that grow with nodes times hours take nearly all the time, CSV and Parquet about the same.
        List<Action> files = [];
        AddSeries("links", SeriesTables.Links);
        AddSeries("nodes", SeriesTables.Nodes);
        if (!results.Quality.IsEmpty)
        {
            AddSeries("quality_nodes", SeriesTables.NodeQuality);
            if (HasLinks(results))
            {
                AddSeries("quality_links", SeriesTables.LinkQuality);
            }
        }

        foreach (var table in Summaries())
        {
            files.Add(() => WriteParquet(table.Name, [table]));
            files.Add(() => WriteCsv(table.Name, [table]));
        }

        try
        {
            Parallel.ForEach(
                Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = cancellation },
                static write => write());
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        IEnumerable<Table> Summaries() => SummaryTables.All(results, summary, indicators)
            .Concat(indicators is null ? [] : IndicatorTables.All(indicators))
            .Concat(QualityTables.LastDay(results));

        void AddSeries(string name, Func<SimulationResults, IEnumerable<Table>> parts)
        {
            files.Add(() => WriteParquet(name, parts(results)));
            if (seriesAsCsv)
            {
                files.Add(() => WriteCsv(name, parts(results)));
            }
        }

        void WriteCsv(string name, IEnumerable<Table> parts)
        {
            using var file = Create(name + ".csv");
            CsvWriter.Write(parts, file);
        }

        void WriteParquet(string name, IEnumerable<Table> parts)
        {
            using var file = Create(name + ".parquet");
            ParquetTableWriter.Write(parts, file);
        }

        // A run may have been asked to keep none of them.
        static bool HasLinks(SimulationResults results) =>
            results.Network.Links.IsEmpty || results.Times.IsEmpty || results.Quality.All(q => !q.Links(0).IsEmpty);

        FileStream Create(string name) =>
            new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize);
    }
}
