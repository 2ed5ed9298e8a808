using System.Buffers;
using System.Globalization;
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
        Cells[] columns = [.. table.Columns.Select(Cells.Of)];
        var longest = columns.Sum(c => 1 + c.Longest) + 1;
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

                n = WriteRow(buffer, n, columns, row);
            }

            to.Write(buffer, 0, n);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int WriteRow(byte[] buffer, int n, Cells[] columns, int row)
    {
        foreach (var column in columns)
        {
            if (column.Numbers is { } numbers)
            {
                n += CsvNumber.Write(buffer.AsSpan(n), numbers[row]);
            }
            else
            {
                var text = column.TextOf(row);
                text.CopyTo(buffer, n);
                n += text.Length;
            }

            buffer[n++] = (byte)',';
        }

        buffer[n - 1] = (byte)'\n';
        return n;
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

    // A column ready to be written: texts as bytes, and of whole numbers the last, since times stand in many rows on end.
    private sealed class Cells
    {
        private int[] _codes = [];
        private byte[][] _texts = [];
        private long[] _integers = [];
        private long _lastInteger;
        private byte[] _lastText = "0"u8.ToArray();

        public double[]? Numbers { get; private init; }

        public int Longest { get; private init; } = CsvNumber.MaximumLength;

        public static Cells Of(Column column)
        {
            switch (column)
            {
                case NumberColumn numbers:
                    return new Cells { Numbers = numbers.Values };
                case IntegerColumn integers:
                    return new Cells { _integers = integers.Values };
                default:
                    var texts = (TextColumn)column;
                    var cells = Array.ConvertAll(texts.Texts, Cell);
                    return new Cells { _texts = cells, _codes = texts.Codes, Longest = cells.Max(t => (int?)t.Length) ?? 0 };
            }
        }

        public byte[] TextOf(int row) => _codes.Length > 0 ? _texts[_codes[row]] : IntegerOf(row);

        private byte[] IntegerOf(int row)
        {
            if (_integers[row] != _lastInteger)
            {
                _lastInteger = _integers[row];
                _lastText = Encoding.UTF8.GetBytes(_lastInteger.ToString(CultureInfo.InvariantCulture));
            }

            return _lastText;
        }
    }
}
