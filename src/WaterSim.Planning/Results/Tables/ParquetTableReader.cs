using Parquet;
using Parquet.Schema;

namespace WaterSim.Planning.Results.Tables;

/// <summary>Reads what <see cref="ParquetTableWriter"/> wrote.</summary>
internal static class ParquetTableReader
{
    /// <summary>Reads a file of one row group.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="InvalidDataException">It is not such a file.</exception>
    public static Table Read(string path, string name)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return Guard(path, () => ReadAsync(name, new CompletedStream(file)).GetAwaiter().GetResult());
    }

    /// <summary>Reads some columns of a file, of none named all, a row group at a time; no more than one is held.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="InvalidDataException">It is not such a file, or lacks a column.</exception>
    public static IEnumerable<Table> Parts(string path, string name, IReadOnlyList<string> columns)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        using var completed = new CompletedStream(file);
        var reader = Guard(path, () => ParquetReader.CreateAsync(completed, leaveStreamOpen: true).GetAwaiter().GetResult());
        try
        {
            var fields = columns.Count == 0 ? reader.Schema.DataFields : columns.Select(c => reader.Schema.DataFields.FirstOrDefault(f => f.Name == c)
                ?? throw new InvalidDataException($"'{path}' has no column '{c}'")).ToArray();
            for (var g = 0; g < reader.RowGroupCount; g++)
            {
                yield return Guard(path, () => ReadGroupAsync(name, reader, g, fields).GetAwaiter().GetResult());
            }
        }
        finally
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Reads a whole file, however many row groups it has.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="InvalidDataException">It is not such a file.</exception>
    public static Table All(string path, string name) => Parts(path, name, []).Aggregate((whole, part) => whole.Then(part));

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What the library throws at bytes that are no Parquet is of many types, plain IOException among them.
            throw new InvalidDataException($"'{path}' is damaged: {e.Message}", e);
        }
    }

    private static async Task<Table> ReadAsync(string name, Stream from)
    {
        await using var reader = await ParquetReader.CreateAsync(from, leaveStreamOpen: true);
        if (reader.RowGroupCount != 1)
        {
            throw new InvalidDataException($"it has {reader.RowGroupCount} row groups, not one");
        }

        return await ReadGroupAsync(name, reader, 0, reader.Schema.DataFields);
    }

    private static async Task<Table> ReadGroupAsync(string name, ParquetReader reader, int at, IEnumerable<DataField> fields)
    {
        using var group = reader.OpenRowGroupReader(at);
        var columns = new List<Column>();
        foreach (var field in fields)
        {
            columns.Add(await ReadColumnAsync(group, field));
        }

        return new Table(name, (int)group.RowCount, [.. columns]);
    }

    private static async Task<Column> ReadColumnAsync(ParquetRowGroupReader group, DataField field)
    {
        var rows = (int)group.RowCount;
        if (field.ClrType == typeof(double))
        {
            var numbers = new double[rows];
            await group.ReadAsync<double>(field, numbers);
            return new NumberColumn(field.Name, numbers);
        }

        if (field.ClrType == typeof(long))
        {
            var integers = new long[rows];
            await group.ReadAsync<long>(field, integers);
            return new IntegerColumn(field.Name, integers);
        }

        var texts = new string?[rows];
        await group.ReadAsync(field, texts.AsMemory());
        return TextColumn.Of(field.Name, texts.Select(t => t ?? ""));
    }
}
