using Parquet;

namespace WaterSim.Planning.Tests.Results;

/// <summary>A Parquet file read whole, all its row groups one after the other.</summary>
internal sealed class YearTable
{
    private readonly Dictionary<string, Array> _columns = new(StringComparer.Ordinal);

    public int Groups { get; private init; }

    public Array this[string column] => _columns[column];

    public static async Task<YearTable> Read(string path)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: cancellation);
        var table = new YearTable { Groups = reader.RowGroupCount };
        foreach (var field in reader.Schema.DataFields)
        {
            var all = new List<object>();
            for (var g = 0; g < reader.RowGroupCount; g++)
            {
                using var group = reader.OpenRowGroupReader(g);
                var rows = (int)group.RowCount;
                if (field.ClrType == typeof(double))
                {
                    var values = new double[rows];
                    await group.ReadAsync<double>(field, values, cancellationToken: cancellation);
                    all.AddRange(values.Cast<object>());
                }
                else if (field.ClrType == typeof(long))
                {
                    var values = new long[rows];
                    await group.ReadAsync<long>(field, values, cancellationToken: cancellation);
                    all.AddRange(values.Cast<object>());
                }
                else
                {
                    var values = new string?[rows];
                    await group.ReadAsync(field, values.AsMemory(), cancellationToken: cancellation);
                    all.AddRange(values!);
                }
            }

            table._columns.Add(field.Name, all.ToArray());
        }

        return table;
    }
}
