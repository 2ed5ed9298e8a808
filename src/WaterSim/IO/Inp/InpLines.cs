using System.Text;

namespace WaterSim.IO.Inp;

/// <summary>Walks the lines of one section and splits each into tokens, without copying.</summary>
/// <remarks>
/// As EPANET does: blanks, tabs and carriage returns separate; a semicolon opens a comment even inside quotes; text in
/// quotes is one token; keywords match by their first letters whatever their case.
/// </remarks>
internal ref struct InpLines
{
    /// <summary>Tokens of one line beyond this many are not read: no honest line has so many.</summary>
    public const int MostTokens = 1 << 20;

    private const byte Blank = 1;
    private const byte Stop = 2;

    private static readonly byte[] Classes = MakeClasses();

    private readonly ReadOnlySpan<byte> _text;
    private int _next;
    private int[] _starts = new int[16];
    private int[] _ends = new int[16];
    private readonly int[] _lastColumn = [0, 0, 1];
    private int _commentStart = -1;
    private int _ownLineCommentStart = -1;
    private int _ownLineCommentEnd;

    /// <summary>Begins before the first line.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="firstLine">Number of the first one.</param>
    public InpLines(ReadOnlySpan<byte> text, int firstLine)
    {
        _text = text;
        Number = firstLine - 1;
    }

    /// <summary>Line number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many tokens the line has.</summary>
    public int Count { get; private set; }

    /// <summary>Offset of the line's first byte.</summary>
    public int LineStart { get; private set; }

    /// <summary>Offset after the line's last byte, its line break left out.</summary>
    public int LineEnd { get; private set; }

    /// <summary>A token.</summary>
    public readonly ReadOnlySpan<byte> this[int token] => _text[_starts[token].._ends[token]];

    /// <summary>The line as it stands.</summary>
    public readonly ReadOnlySpan<byte> Line => _text[LineStart..LineEnd].TrimEnd((byte)'\r');

    /// <summary>The comment that ends the line, trimmed; empty where there is none.</summary>
    public readonly ReadOnlySpan<byte> Comment =>
        _commentStart < 0 ? default : Trim(_text[_commentStart..LineEnd]);

    /// <summary>The last comment that had a line of its own, since the last line with tokens before this one.</summary>
    public readonly ReadOnlySpan<byte> CommentAbove =>
        _ownLineCommentStart < 0 ? default : Trim(_text[_ownLineCommentStart.._ownLineCommentEnd]);

    /// <summary>Goes to the next line that has tokens.</summary>
    public bool Next()
    {
        _ownLineCommentStart = -1;
        while (_next < _text.Length)
        {
            ReadLine();
            if (Count > 0)
            {
                return true;
            }

            if (_commentStart >= 0)
            {
                (_ownLineCommentStart, _ownLineCommentEnd) = (_commentStart, LineEnd);
            }
        }

        return false;
    }

    /// <summary>True where a token opens with a keyword, whatever its case.</summary>
    public readonly bool Is(int token, string keyword) => Opens(this[token], keyword);

    /// <summary>True where a text opens with a keyword, whatever its case.</summary>
    public static bool Opens(ReadOnlySpan<byte> text, string keyword)
    {
        if (text.Length < keyword.Length)
        {
            return false;
        }

        for (var i = 0; i < keyword.Length; i++)
        {
            var c = text[i];
            if (c is >= (byte)'a' and <= (byte)'z')
            {
                c -= 32;
            }

            if (c != keyword[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Column of a token, from 1, in characters.</summary>
    public readonly int Column(int token)
    {
        // Goes on from the last column asked for, so that a long line of faults is walked once.
        var start = _starts[token];
        var goesOn = _lastColumn[0] == LineStart && _lastColumn[1] >= LineStart && _lastColumn[1] <= start;
        var column = goesOn ? _lastColumn[2] : 1;
        for (var i = goesOn ? _lastColumn[1] : LineStart; i < start; i++)
        {
            column += (_text[i] & 0xC0) == 0x80 ? 0 : 1;
        }

        (_lastColumn[0], _lastColumn[1], _lastColumn[2]) = (LineStart, start, column);
        return column;
    }

    /// <summary>The line's text from a token to the last one.</summary>
    public readonly ReadOnlySpan<byte> From(int token) => _text[_starts[token].._ends[Count - 1]];

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r"u8);

    private static byte[] MakeClasses()
    {
        var classes = new byte[256];
        classes[' '] = classes['\t'] = classes['\r'] = Blank;
        classes['\n'] = classes[';'] = Stop;
        return classes;
    }

    private void ReadLine()
    {
        var classes = Classes;
        var text = _text;
        var i = _next;
        LineStart = i;
        Number++;
        Count = 0;
        _commentStart = -1;
        while (true)
        {
            while ((uint)i < (uint)text.Length && classes[text[i]] == Blank)
            {
                i++;
            }

            if (i >= text.Length)
            {
                break;
            }

            var c = text[i];
            if (c == '\n')
            {
                break;
            }

            if (c == ';')
            {
                _commentStart = i + 1;
                i = EndOfLine(text, i);
                break;
            }

            if (c == '"')
            {
                var length = text[(i + 1)..].IndexOfAny("\"\n\r;"u8);
                var stop = length < 0 ? text.Length : i + 1 + length;
                AddToken(i + 1, stop);
                i = stop < text.Length && text[stop] == '"' ? stop + 1 : stop;
                continue;
            }

            var start = i;
            do
            {
                i++;
            }
            while ((uint)i < (uint)text.Length && classes[text[i]] == 0);
            AddToken(start, i);
        }

        LineEnd = i;
        _next = i + 1;
    }

    private static int EndOfLine(ReadOnlySpan<byte> text, int from)
    {
        var length = text[from..].IndexOf((byte)'\n');
        return length < 0 ? text.Length : from + length;
    }

    private void AddToken(int start, int end)
    {
        if (Count == _starts.Length)
        {
            if (Count == MostTokens)
            {
                return;
            }

            Array.Resize(ref _starts, 2 * Count);
            Array.Resize(ref _ends, 2 * Count);
        }

        _starts[Count] = start;
        _ends[Count++] = end;
    }
}
