using System.Text.Unicode;

namespace WaterSim.IO.Inp;

/// <summary>What one look at a file's bytes tells: its sections, and whether it is text that can be read as it stands.</summary>
internal sealed class InpScan
{
    /// <summary>A longer line is refused, so that none holds more fields than memory.</summary>
    public const int LongestLine = 1 << 21;

    private const int Mark = 3;

    private readonly int _start;
    private InpSection _section;
    private string? _heading;
    private int _headingLine;
    private int _blockStart;
    private int _firstLine = 1;
    private int _line = 1;
    private bool _hasEnded;

    private InpScan(InpSource source)
    {
        var hasMark = source.Load(0, Math.Min(Mark, source.Length)) is [0xEF, 0xBB, 0xBF];
        _start = _blockStart = hasMark ? Mark : 0;
    }

    /// <summary>The sections in their order, up to [END]; first what stands before the first heading.</summary>
    public List<InpBlock> Blocks { get; } = [];

    /// <summary>The first line that is too long, from 1; 0: there is none.</summary>
    public int LongLine { get; private set; }

    /// <summary>True: the bytes are UTF-8 without a zero.</summary>
    public bool IsText { get; private set; } = true;

    /// <summary>Looks at a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="longest">Most bytes of a line.</param>
    public static InpScan Of(InpSource source, int longest = LongestLine)
    {
        var scan = new InpScan(source);
        var pieces = new InpPieces(source, scan._start, source.Length);
        while (scan.LongLine == 0 && pieces.Next(longest))
        {
            // A byte order mark is a part of its line.
            var before = pieces.Start == scan._start ? scan._start : 0;
            scan.LongLine = LongLineOf(pieces.Text, longest, before) is > 0 and var line ? scan._line + line - 1 : 0;
            scan.IsText = scan.IsText && !pieces.Text.Contains((byte)0) && Utf8.IsValid(pieces.Text);
            scan.Look(pieces.Text, pieces.Start);
        }

        scan.Close(source.Length, scan._line + 1);
        return scan;
    }

    // The first line that is too long, from 1; 0: there is none.
    private static int LongLineOf(ReadOnlySpan<byte> text, int longest, int before)
    {
        var line = 1;
        while (text.Length + before > longest)
        {
            // The last break within reach: the lines before it are short enough.
            var last = text[..Math.Min(text.Length, longest + 1 - before)].LastIndexOf((byte)'\n');
            if (last < 0)
            {
                return line;
            }

            line += text[..(last + 1)].Count((byte)'\n');
            text = text[(last + 1)..];
            before = 0;
        }

        return 0;
    }

    private void Look(ReadOnlySpan<byte> text, int offset)
    {
        var counted = 0;
        for (var at = 0; !_hasEnded && text[at..].IndexOf((byte)'[') is >= 0 and var next;)
        {
            var found = at + next;
            at = found + 1;
            if (!OpensLine(text, found))
            {
                continue;
            }

            var length = text[found..].IndexOf((byte)'\n');
            at = length < 0 ? text.Length : found + length + 1;
            _line += text[counted..found].Count((byte)'\n');
            counted = at;
            Close(offset + text[..found].LastIndexOf((byte)'\n') + 1, _line);
            Open(text[found..at], offset + at);
            _line += length < 0 ? 0 : 1;
        }

        _line += text[counted..].Count((byte)'\n');
    }

    // A heading's bracket is the first of its line but for blanks.
    private static bool OpensLine(ReadOnlySpan<byte> text, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            switch (text[i])
            {
                case (byte)'\n':
                    return true;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }

    private void Open(ReadOnlySpan<byte> heading, int start)
    {
        _section = InpBlock.SectionOf(heading);
        (_headingLine, _firstLine, _blockStart) = (_line, _line + 1, start);
        _hasEnded = _section == InpSection.End;
        _heading = null;
        if (_section == InpSection.Unknown)
        {
            _heading = InpSession.Show(Before(heading, "\r\n;"u8).TrimEnd(" \t"u8));
        }
        else if (!InpLines.Opens(heading, InpBlock.WholeHeading(_section)))
        {
            _heading = InpSession.Show(Before(heading, " \t\r\n;"u8));
        }
    }

    private static ReadOnlySpan<byte> Before(ReadOnlySpan<byte> text, ReadOnlySpan<byte> ends) =>
        text.IndexOfAny(ends) is >= 0 and var end ? text[..end] : text;

    private void Close(int end, int line)
    {
        if (_section != InpSection.End)
        {
            Blocks.Add(new InpBlock(_section, _headingLine, _heading, _blockStart, end, _firstLine, line - _firstLine));
        }
    }
}
