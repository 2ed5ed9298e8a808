using System.Text;
using System.Xml;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Exports;

/// <summary>Writes tables as the sheets of a workbook: a header in bold that stands still, texts as text, numbers as numbers.</summary>
internal static class WorkbookWriter
{
    // What a cell of a spreadsheet holds at most.
    private const int LongestText = 32_767;
    private const int WidestColumn = 44;
    private const int WidthSample = 200;

    /// <summary>Writes a workbook.</summary>
    public static void Write(IReadOnlyList<Table> tables, Stream to)
    {
        // The package writes asynchronously only; into memory nothing waits.
        using var memory = new MemoryStream();
        WriteAsync(tables, memory).GetAwaiter().GetResult();
        memory.Position = 0;
        memory.CopyTo(to);
    }

    private static async Task WriteAsync(IReadOnlyList<Table> tables, Stream to)
    {
        await using var book = await Spreadsheet.CreateNewAsync(to);
        var header = book.AddStyle(new Style { Font = { Bold = true } });
        foreach (var table in tables)
        {
            var sheet = new WorksheetOptions { FrozenRows = 1 };
            for (var c = 0; c < table.Columns.Length; c++)
            {
                sheet.Column(c + 1).Width = Width(table.Columns[c]);
            }

            await book.StartWorksheetAsync(table.Name, sheet);
            await book.AddHeaderRowAsync(table.Columns.Select(c => Clean(c.Name)).ToArray(), header);
            var texts = table.Columns.Select(c => c is TextColumn text ? Array.ConvertAll(text.Texts, Clean) : []).ToArray();
            var cells = new DataCell[table.Columns.Length];
            for (var row = 0; row < table.Rows; row++)
            {
                for (var c = 0; c < cells.Length; c++)
                {
                    cells[c] = CellOf(table.Columns[c], texts[c], row);
                }

                await book.AddRowAsync(cells);
            }
        }

        await book.FinishAsync();
    }

    private static DataCell CellOf(Column column, string[] texts, int row) => column switch
    {
        NumberColumn numbers => double.IsFinite(numbers.Values[row]) ? new DataCell(numbers.Values[row]) : default,
        IntegerColumn integers => new DataCell(integers.Values[row]),
        _ => texts[((TextColumn)column).Codes[row]] is { Length: > 0 } text ? new DataCell(text) : default,
    };

    private static double Width(Column column)
    {
        var longest = column is TextColumn texts ? texts.Texts.Take(WidthSample).Select(t => t.Length).DefaultIfEmpty(0).Max() : 0;
        return Math.Clamp(Math.Max(longest, column.Name.Length) + 2, 8, WidestColumn);
    }

    // Without what XML cannot hold.
    private static string Clean(string text)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}
