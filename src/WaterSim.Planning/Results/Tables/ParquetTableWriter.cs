using Parquet;
using Parquet.Schema;

namespace WaterSim.Planning.Results.Tables;

/// <summary>Writes tables as Parquet: one row group, no nulls, numbers as 64-bit floats or integers.</summary>
internal static class ParquetTableWriter
{
    public static async Task WriteAsync(Table table, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        await WriteAsync(table, file, cancellation);
    }

    public static async Task WriteAsync(Table table, Stream to, CancellationToken cancellation)
    {
        var fields = table.Columns.Select(Field).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(fields), to, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy }, cancellationToken: cancellation);
        using var group = writer.CreateRowGroup();
        for (var c = 0; c < fields.Length; c++)
        {
            switch (table.Columns[c])
            {
                case NumberColumn numbers:
                    await group.WriteAsync<double>(fields[c], numbers.Values, cancellationToken: cancellation);
                    break;
                case IntegerColumn integers:
                    await group.WriteAsync<long>(fields[c], integers.Values, cancellationToken: cancellation);
                    break;
                case TextColumn texts:
                    await group.WriteAsync(fields[c], Array.ConvertAll(texts.Codes, i => texts.Texts[i]));
                    break;
                default:
                    throw new InvalidOperationException($"Column {table.Columns[c].Name} is of no known kind.");
            }
        }

        group.CompleteValidate();
    }

    private static DataField Field(Column column) => column switch
    {
        NumberColumn => new DataField<double>(column.Name),
        IntegerColumn => new DataField<long>(column.Name),
        _ => new DataField(column.Name, typeof(string), isNullable: false),
    };
}
