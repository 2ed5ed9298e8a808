using System.Globalization;
using System.Text;

namespace WaterSim.Plots.Report;

/// <summary>A table of a run folder, read back: rows of texts under names that end in their unit.</summary>
internal sealed class CsvFile
{
    private readonly Dictionary<string, int> _columns;
    private readonly List<string[]> _rows;

    private CsvFile(string name, List<string[]> rows)
    {
        Name = name;
        Columns = rows.Count > 0 ? rows[0] : [];
        _columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Columns.Length; i++)
        {
            _columns.TryAdd(Columns[i], i);
        }

        _rows = rows;
    }

    /// <summary>Name of the file in the run folder.</summary>
    public string Name { get; }

    /// <summary>Names of the columns.</summary>
    public string[] Columns { get; }

    /// <summary>Rows below the names.</summary>
    public int Rows => Math.Max(0, _rows.Count - 1);

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>A cell's text; empty where the table has no such column or the row is short.</summary>
    public string Text(int row, string column)
    {
        var text = _columns.TryGetValue(column, out var c) && c < _rows[row + 1].Length ? _rows[row + 1][c] : "";

        // What the writer put before texts that a spreadsheet would run.
        return text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@' or '\t' or '\r' ? text[1..] : text;
    }

    /// <summary>A cell's number; NaN where there is none.</summary>
    public double Number(int row, string column) =>
        double.TryParse(Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    public static CsvFile Read(string path, string name) => new(name, Parse(Encoding.UTF8.GetString(File.ReadAllBytes(path))));

    /// <summary>Splits text into rows of cells, as RFC 4180 has it.</summary>
    internal static List<string[]> Parse(string text)
    {
        var (rows, cells, at) = (new List<string[]>(), new List<string>(), 0);
        while (at < text.Length)
        {
            string cell;
            if (text[at] == '"')
            {
                (cell, at) = Quoted(text, at + 1);
            }
            else
            {
                var length = text.AsSpan(at).IndexOfAny(',', '\n');
                var end = length < 0 ? text.Length : at + length;
                cell = text[at..end].TrimEnd('\r');
                at = end;
            }

            cells.Add(cell);
            var isEnd = at >= text.Length || text[at] == '\n';
            if (isEnd)
            {
                rows.Add([.. cells]);
                cells.Clear();
            }
            else if (at + 1 == text.Length)
            {
                cells.Add("");
                rows.Add([.. cells]);
            }

            at++;
        }

        return rows;
    }

    private static (string Cell, int At) Quoted(string text, int from)
    {
        var end = text.IndexOf('"', from);
        if (end >= 0 && (end + 1 == text.Length || text[end + 1] != '"'))
        {
            return (text[from..end], SkipToSeparator(text, end + 1));
        }

        var cell = new StringBuilder();
        var at = from;
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    break;
                }

                at++;
            }

            cell.Append(text[at++]);
        }

        return (cell.ToString(), SkipToSeparator(text, at + 1));
    }

    private static int SkipToSeparator(string text, int at)
    {
        while (at < text.Length && text[at] is not (',' or '\n'))
        {
            at++;
        }

        return at;
    }
}
