namespace WaterSim.IO.Inp;

/// <summary>Walks a part of a file in pieces of whole lines, each small enough for a processor's cache.</summary>
/// <param name="source">The file.</param>
/// <param name="start">Offset of the first byte.</param>
/// <param name="end">Offset after the last one.</param>
internal ref struct InpPieces(InpSource source, int start, int end)
{
    /// <summary>Length of a piece, but for the rest of its last line.</summary>
    public const int Length = 1 << 18;

    private int _next = start;

    /// <summary>Offset of the piece.</summary>
    public int Start { get; private set; }

    /// <summary>The piece: it ends after a line break, or at the end of the part.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>Goes to the next piece.</summary>
    /// <param name="longest">More bytes of one line are not looked for: the piece ends within it.</param>
    public bool Next(int longest = int.MaxValue)
    {
        Start = _next;
        for (var length = Length; Start < end; length = 2 * length)
        {
            var left = end - Start;
            Text = source.Load(Start, Start + Math.Min(left, length));
            var last = length >= left ? Text.Length - 1 : Text.LastIndexOf((byte)'\n');
            last = last < 0 && Text.Length > longest ? Text.Length - 1 : last;
            if (last >= 0)
            {
                Text = Text[..(last + 1)];
                _next = Start + last + 1;
                return true;
            }

            if (Text.IsEmpty)
            {
                break;
            }
        }

        return false;
    }
}
