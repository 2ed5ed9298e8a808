using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace WaterSim.Planning.Results.Tables;

/// <summary>
/// Writes tables as CSV: UTF-8 without a byte order mark, lines ending in LF, quoting as RFC 4180. A text cell that a
/// spreadsheet could take for a formula (two characters or more, the first = + - @, a tab or a carriage return) gets a leading
/// apostrophe; numbers are as they are.
/// </summary>
internal static class CsvWriter
{
    private const int BufferSize = 1 << 18;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes a table given in parts with the same columns.</summary>
    public static void Write(IEnumerable<Table> parts, Stream to)
    {
        var isFirst = true;
        foreach (var part in parts)
        {
            if (isFirst)
            {
                WriteHeader(part, to);
                isFirst = false;
            }

            WriteRows(part, to);
        }
    }

    /// <summary>Writes the names of a table's columns.</summary>
    public static void WriteHeader(Table table, Stream to) =>
        to.Write(Encoding.UTF8.GetBytes(string.Join(',', table.Columns.Select(c => c.Name)) + "\n"));

    /// <summary>Writes a table's rows below those written before.</summary>
    public static void WriteRows(Table table, Stream to)
    {
        var columns = table.Columns.ToArray();
        var cells = Array.ConvertAll(columns, c => c is TextColumn t ? Array.ConvertAll(t.Texts, Cell) : []);
        var longest = 1;
        for (var c = 0; c < cells.Length; c++)
        {
            longest += 1 + (columns[c] is TextColumn ? cells[c].Max(t => (int?)t.Length) ?? 0 : CsvNumber.MaximumLength);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(BufferSize, longest));
        try
        {
            var n = 0;
            for (var row = 0; row < table.Rows; row++)
            {
                if (buffer.Length - n < longest)
                {
                    to.Write(buffer, 0, n);
                    n = 0;
                }

                for (var c = 0; c < columns.Length; c++)
                {
                    n += WriteCell(buffer.AsSpan(n), columns[c], cells[c], row);
                    buffer[n++] = (byte)',';
                }

                buffer[n - 1] = (byte)'\n';
            }

            to.Write(buffer, 0, n);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int WriteCell(Span<byte> to, Column column, byte[][] texts, int row)
    {
        switch (column)
        {
            case NumberColumn numbers:
                return CsvNumber.Write(to, numbers.Values[row]);
            case IntegerColumn integers:
                Utf8Formatter.TryFormat(integers.Values[row], to, out var written);
                return written;
            default:
                var text = texts[((TextColumn)column).Codes[row]];
                text.CopyTo(to);
                return text.Length;
        }
    }

    /// <summary>A text as a cell's bytes.</summary>
    private static byte[] Cell(string text)
    {
        if (text.Length > 1 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            text = "'" + text;
        }

        if (text.AsSpan().ContainsAny(Quoted))
        {
            text = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
