using System.Collections.Immutable;

namespace WaterSim.Planning.Results.Tables;

/// <summary>A table to be written: columns of equal length. Names carry the unit: <c>pressure_m</c>, <c>flow_m3s</c>.</summary>
internal sealed class Table
{
    public Table(string name, int rows, params ImmutableArray<Column> columns)
    {
        (Name, Rows, Columns) = (name, rows, columns);
        foreach (var column in columns)
        {
            if (column.Length != rows)
            {
                throw new ArgumentException($"Column {column.Name} has {column.Length} values, not {rows}.", nameof(columns));
            }
        }
    }

    /// <summary>Name of the files, without extension.</summary>
    public string Name { get; }

    public int Rows { get; }

    public ImmutableArray<Column> Columns { get; }

    /// <summary>The first rows alone.</summary>
    public Table First(int rows) => rows == Rows ? this : new Table(Name, rows, [.. Columns.Select(c => c.First(rows))]);

    /// <summary>These rows and below them those of a table with the same columns.</summary>
    public Table Then(Table below) =>
        new(Name, Rows + below.Rows, [.. Columns.Zip(below.Columns, (c, d) => c.Then(d))]);
}
