using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Comparison;

/// <summary>A table that was read back, cell by cell.</summary>
internal sealed class TableRows(Table table)
{
    /// <summary>A text.</summary>
    /// <exception cref="InvalidDataException">The column holds numbers.</exception>
    public string Text(int column, int row) => table.Columns[column] is TextColumn texts
        ? texts.Texts[texts.Codes[row]]
        : throw new InvalidDataException($"its column '{table.Columns[column].Name}' is not of texts");

    /// <summary>A number, or null where there is none.</summary>
    /// <exception cref="InvalidDataException">The column holds texts.</exception>
    public double? Number(int column, int row) => table.Columns[column] switch
    {
        NumberColumn numbers => double.IsFinite(numbers.Values[row]) ? numbers.Values[row] : null,
        IntegerColumn integers => integers.Values[row],
        _ => throw new InvalidDataException($"its column '{table.Columns[column].Name}' is not of numbers"),
    };
}
