using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Comparison;

/// <summary>What is drawn over time of runs that are compared; read from their tables.</summary>
public sealed record ComparisonSeries
{
    /// <summary>Most points of a line: of a longer run every second, third and so on is kept.</summary>
    public const int MostPoints = 1100;

    private const double SecondsPerHour = 3600;

    /// <summary>Levels of tanks above their bottom, m; of runs of a day.</summary>
    public ImmutableArray<ComparedPanel> TankLevels { get; init; } = [];

    /// <summary>Stored in each reservoir in the evening, m3; of years.</summary>
    public ImmutableArray<ComparedPanel> Storage { get; init; } = [];

    /// <summary>What all communities together needed and were not given, m3/d; of years, one line per run.</summary>
    public ImmutableArray<ComparedLine> Deficit { get; init; } = [];

    /// <summary>First day of the first run; of years.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Reads them.</summary>
    /// <param name="comparison">The comparison, whose run folders are as they were.</param>
    /// <exception cref="IOException">A table cannot be opened.</exception>
    /// <exception cref="InvalidDataException">A table is damaged or lacks a column.</exception>
    public static ComparisonSeries Read(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var runs = comparison.Runs.Select(r => r.Run).ToArray();
        return comparison.Kind == ComparisonKind.Day
            ? new ComparisonSeries { TankLevels = Panels([.. runs.Select(Tanks)]) }
            : new ComparisonSeries
            {
                Storage = Panels([.. runs.Select(Reservoirs)]),
                Deficit = [.. runs.Select(Short)],
                From = FirstDay(runs[0]),
            };
    }

    private static ImmutableArray<ComparedPanel> Panels(Dictionary<string, (LocalizedName Name, ComparedLine Line)>[] byRun) =>
    [
        .. byRun.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).Select(id => new ComparedPanel(
            id,
            byRun.First(r => r.ContainsKey(id))[id].Name,
            [.. byRun.Select(r => r.TryGetValue(id, out var found) ? found.Line : new ComparedLine([], []))])),
    ];

    private static Dictionary<string, (LocalizedName Name, ComparedLine Line)> Tanks(FinishedRun run)
    {
        var names = new Dictionary<string, LocalizedName>(StringComparer.Ordinal);
        foreach (var part in Parts(run, "tanks", "id", "name", "name_zh"))
        {
            var table = new TableRows(part);
            for (var row = 0; row < part.Rows; row++)
            {
                var id = table.Text(0, row);
                names[id] = table.Text(1, row) is { Length: > 0 } name ? new LocalizedName(name, table.Text(2, row) is { Length: > 0 } zh ? zh : null) : new(id);
            }
        }

        return Lines(run, "nodes", "node", "time_s", "pressure_m", names, (table, row) => (table.Number(1, row) ?? 0) / SecondsPerHour);
    }

    private static Dictionary<string, (LocalizedName Name, ComparedLine Line)> Reservoirs(FinishedRun run)
    {
        // Springs store nothing.
        var names = new Dictionary<string, LocalizedName>(StringComparer.Ordinal);
        foreach (var part in Parts(run, "sources", "source", "live_share"))
        {
            var table = new TableRows(part);
            for (var row = 0; row < part.Rows; row++)
            {
                if (table.Number(1, row) is not null)
                {
                    names.TryAdd(table.Text(0, row), new LocalizedName(table.Text(0, row)));
                }
            }
        }

        foreach (var (id, name) in SourceNames.Of(run))
        {
            if (names.ContainsKey(id))
            {
                names[id] = name;
            }
        }

        var first = FirstDay(run);
        return Lines(run, "sources", "source", "date", "storage_m3", names, (table, row) => Day(table.Text(1, row)).DayNumber - first.DayNumber + 1);
    }

    private static ComparedLine Short(FinishedRun run)
    {
        var (at, values) = (new List<double>(), new List<double>());
        foreach (var part in Parts(run, "days", "needed_m3", "delivered_m3"))
        {
            var table = new TableRows(part);
            for (var row = 0; row < part.Rows; row++)
            {
                at.Add(at.Count + 0.5);
                values.Add(Math.Max(0, (table.Number(0, row) ?? 0) - (table.Number(1, row) ?? 0)));
            }
        }

        return Thinned(at, values);
    }

    private static DateOnly FirstDay(FinishedRun run)
    {
        foreach (var part in Parts(run, "days", "date"))
        {
            if (part.Rows > 0)
            {
                return Day(new TableRows(part).Text(0, 0));
            }
        }

        throw new InvalidDataException($"'{run.PathOf("days.parquet")}' has no days");
    }

    private static Dictionary<string, (LocalizedName Name, ComparedLine Line)> Lines(
        FinishedRun run, string name, string id, string time, string value, Dictionary<string, LocalizedName> names,
        Func<TableRows, int, double> at)
    {
        var found = names.Keys.ToDictionary(k => k, _ => (At: new List<double>(), Values: new List<double>()), StringComparer.Ordinal);
        foreach (var part in Parts(run, name, id, time, value))
        {
            var table = new TableRows(part);
            for (var row = 0; row < part.Rows; row++)
            {
                if (found.TryGetValue(table.Text(0, row), out var line))
                {
                    line.At.Add(at(table, row));
                    line.Values.Add(table.Number(2, row) ?? double.NaN);
                }
            }
        }

        return found.ToDictionary(f => f.Key, f => (names[f.Key], Thinned(f.Value.At, f.Value.Values)), StringComparer.Ordinal);
    }

    private static ComparedLine Thinned(List<double> at, List<double> values)
    {
        var step = (at.Count + MostPoints - 1) / MostPoints;
        return step <= 1
            ? new ComparedLine([.. at], [.. values])
            : new ComparedLine([.. at.Where((_, i) => i % step == 0)], [.. values.Where((_, i) => i % step == 0)]);
    }

    private static IEnumerable<Table> Parts(FinishedRun run, string name, params string[] columns) =>
        ParquetTableReader.Parts(run.PathOf(name + ".parquet"), name, columns);

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidDataException($"'{text}' is no day");
}
