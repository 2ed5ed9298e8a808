using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Results;

/// <summary>Reads columns of numbers back from a run's Parquet tables, and nothing else of them.</summary>
public static class NumberSeries
{
    /// <summary>Reads some columns of floating-point or whole numbers.</summary>
    /// <param name="path">A table that a run wrote, <c>NAME.parquet</c>.</param>
    /// <param name="columns">Names of the columns; their units are in the names.</param>
    /// <returns>One array per column, a value per row; absent numbers are NaN.</returns>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="InvalidDataException">It is damaged, lacks a column, or a column is not of numbers.</exception>
    public static double[][] Read(string path, params IReadOnlyList<string> columns)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(columns);
        var parts = ParquetTableReader.Parts(path, Path.GetFileNameWithoutExtension(path), columns).ToList();
        return [.. Enumerable.Range(0, columns.Count).Select(c =>
        {
            if (parts.Count == 1 && parts[0].Columns[c] is NumberColumn whole)
            {
                return whole.Values;
            }

            var all = new double[parts.Sum(p => p.Rows)];
            var at = 0;
            foreach (var part in parts)
            {
                Copy(path, part.Columns[c], all.AsSpan(at, part.Rows));
                at += part.Rows;
            }

            return all;
        })];
    }

    private static void Copy(string path, Column column, Span<double> to)
    {
        switch (column)
        {
            case NumberColumn numbers:
                numbers.Values.CopyTo(to);
                break;
            case IntegerColumn integers:
                for (var i = 0; i < to.Length; i++)
                {
                    to[i] = integers.Values[i];
                }

                break;
            default:
                throw new InvalidDataException($"'{path}' has texts in its column '{column.Name}'");
        }
    }
}
