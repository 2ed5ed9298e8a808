using Parquet;
using Parquet.Schema;

namespace WaterSim.Planning.Results.Tables;

/// <summary>Writes tables as Parquet: a row group per part, no nulls, numbers as 64-bit floats or integers.</summary>
internal static class ParquetTableWriter
{
    /// <summary>Writes a table given in parts with the same columns.</summary>
    public static void Write(IEnumerable<Table> parts, Stream to)
    {
        // The writer is asynchronous only. Over a stream that completes at once it completes at once: nothing waits for
        // a pool thread, of which a small machine has none to spare.
        WriteAsync(parts, new CompletedStream(to)).GetAwaiter().GetResult();
    }

    private static async Task WriteAsync(IEnumerable<Table> parts, Stream to)
    {
        ParquetWriter? writer = null;
        DataField[] fields = [];
        try
        {
            foreach (var part in parts)
            {
                if (writer is null)
                {
                    fields = [.. part.Columns.Select(Field)];
                    writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), to);
                }

                using var group = writer.CreateRowGroup();
                for (var c = 0; c < fields.Length; c++)
                {
                    await WriteColumnAsync(group, fields[c], part.Columns[c]);
                }

                group.CompleteValidate();
            }
        }
        finally
        {
            if (writer is not null)
            {
                await writer.DisposeAsync();
            }
        }
    }

    private static async Task WriteColumnAsync(ParquetRowGroupWriter group, DataField field, Column column)
    {
        switch (column)
        {
            case NumberColumn numbers:
                await group.WriteAsync<double>(field, numbers.Values);
                break;
            case IntegerColumn integers:
                await group.WriteAsync<long>(field, integers.Values);
                break;
            case TextColumn texts:
                await group.WriteAsync<ReadOnlyMemory<char>>(field, Texts(texts));
                break;
            default:
                throw new InvalidOperationException($"Column {column.Name} is of no known kind.");
        }
    }

    // The package's own form of a text that is never absent: an array of strings it would copy twice.
    private static ReadOnlyMemory<char>[] Texts(TextColumn column)
    {
        var texts = Array.ConvertAll(column.Texts, t => t.AsMemory());
        return Array.ConvertAll(column.Codes, i => texts[i]);
    }

    private static DataField Field(Column column) => column switch
    {
        NumberColumn => new DataField<double>(column.Name),
        IntegerColumn => new DataField<long>(column.Name),
        _ => new DataField(column.Name, typeof(string), isNullable: false),
    };
}
