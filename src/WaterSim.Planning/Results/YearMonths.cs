using System.Collections.Immutable;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Results;

/// <summary>
/// The tables of an unfinished year in its folder: <c>NAME.csv</c>, to which each month is added, and
/// <c>months/YYYY-MM/NAME.parquet</c>, for a Parquet file cannot be read before it is closed nor be added to after.
/// </summary>
internal sealed class YearMonths
{
    private const string MonthsFolder = "months";
    private const int BufferSize = 1 << 16;

    private readonly string _folder;
    private readonly ImmutableArray<string> _names;

    /// <param name="folder">The folder.</param>
    /// <param name="names">Names of the tables, in their order.</param>
    /// <param name="wholeMonths">Bytes of each CSV up to the end of the last whole month; empty: none is begun.</param>
    public YearMonths(string folder, ImmutableArray<string> names, ImmutableArray<long> wholeMonths)
    {
        (_folder, _names, WholeMonths) = (folder, names, wholeMonths);
    }

    /// <summary>Bytes of each CSV up to the end of the last whole month; 0 of a table that has none.</summary>
    public ImmutableArray<long> WholeMonths { get; private set; }

    /// <summary>Begins the CSV files with their headings.</summary>
    public void Begin(ImmutableArray<Table> empty)
    {
        var bytes = new long[empty.Length];
        for (var t = 0; t < empty.Length; t++)
        {
            if (!YearHourTables.HasCsv(empty[t].Name))
            {
                continue;
            }

            using var csv = new FileStream(CsvOf(empty[t].Name), FileMode.Create, FileAccess.Write, FileShare.Read, BufferSize);
            CsvWriter.WriteHeader(empty[t], csv);
            bytes[t] = csv.Length;
        }

        WholeMonths = [.. bytes];
    }

    /// <summary>Writes a month, all its days so far, over what was written of it before.</summary>
    public void Write(DateOnly month, ImmutableArray<Table> tables, bool isWhole)
    {
        Directory.CreateDirectory(Path.Combine(_folder, MonthsFolder, NameOf(month)));
        var ends = new long[tables.Length];
        for (var t = 0; t < tables.Length; t++)
        {
            var place = ParquetOf(month, tables[t].Name);
            using (var parquet = new FileStream(place + ".new", FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize))
            {
                ParquetTableWriter.Write([tables[t]], parquet);
            }

            File.Move(place + ".new", place, overwrite: true);
            if (!YearHourTables.HasCsv(tables[t].Name))
            {
                continue;
            }

            using var csv = new FileStream(CsvOf(tables[t].Name), FileMode.Open, FileAccess.Write, FileShare.Read, BufferSize);
            csv.SetLength(WholeMonths[t]);
            csv.Seek(0, SeekOrigin.End);
            CsvWriter.WriteRows(tables[t], csv);
            ends[t] = csv.Length;
        }

        if (isWhole)
        {
            WholeMonths = [.. ends];
        }
    }

    /// <summary>What was written of a month, its first rows alone.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or holds less.</exception>
    public ImmutableArray<Table> Read(DateOnly month, ImmutableArray<int> rows) =>
    [
        .. _names.Select((name, t) =>
        {
            var table = ReadPart(month, name);
            return table.Rows >= rows[t]
                ? table.First(rows[t])
                : throw new InvalidDataException($"'{ParquetOf(month, name)}' holds {table.Rows} rows, not {rows[t]}");
        }),
    ];

    /// <summary>Checks that all there should be is there.</summary>
    /// <exception cref="InvalidDataException">A file is missing or too short.</exception>
    public void Check(IEnumerable<DateOnly> months)
    {
        for (var t = 0; t < _names.Length; t++)
        {
            var csv = new FileInfo(CsvOf(_names[t]));
            if (YearHourTables.HasCsv(_names[t]) && (!csv.Exists || csv.Length < WholeMonths[t]))
            {
                throw new InvalidDataException($"'{csv.FullName}' is missing or cut off");
            }
        }

        foreach (var month in months)
        {
            foreach (var name in _names)
            {
                if (!File.Exists(ParquetOf(month, name)))
                {
                    throw new InvalidDataException($"'{ParquetOf(month, name)}' is missing");
                }
            }
        }
    }

    /// <summary>Writes the whole tables into another folder; no more than a month is held at a time.</summary>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public void WriteWhole(string folder, IReadOnlyList<DateOnly> months)
    {
        foreach (var name in _names)
        {
            using (var parquet = new FileStream(
                Path.Combine(folder, name + ".parquet"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize))
            {
                ParquetTableWriter.Write(months.Select(month => ReadPart(month, name)), parquet);
            }

            if (YearHourTables.HasCsv(name))
            {
                File.Copy(CsvOf(name), Path.Combine(folder, name + ".csv"));
            }
        }
    }

    /// <summary>Removes the tables, those of another run that was here too, and nothing else.</summary>
    public void Remove()
    {
        foreach (var name in YearTables.AllNames)
        {
            File.Delete(CsvOf(name));
        }

        var months = Path.Combine(_folder, MonthsFolder);
        if (!Directory.Exists(months))
        {
            return;
        }

        foreach (var month in Directory.GetDirectories(months))
        {
            foreach (var name in YearTables.AllNames)
            {
                File.Delete(Path.Combine(month, name + ".parquet"));
                File.Delete(Path.Combine(month, name + ".parquet.new"));
            }

            Directory.Delete(month);
        }

        Directory.Delete(months);
    }

    private Table ReadPart(DateOnly month, string name) => ParquetTableReader.Read(ParquetOf(month, name), name);

    private string CsvOf(string name) => Path.Combine(_folder, name + ".csv");

    private string ParquetOf(DateOnly month, string name) =>
        Path.Combine(_folder, MonthsFolder, NameOf(month), name + ".parquet");

    private static string NameOf(DateOnly month) => YearTables.Text(month)[..^3];
}
