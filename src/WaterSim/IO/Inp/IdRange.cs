namespace WaterSim.IO.Inp;

/// <summary>
/// A range of ids, as EPANET takes it: numbers are compared where both ends begin with one above 0, else letters.
/// </summary>
internal readonly struct IdRange
{
    /// <summary>Ids that the ranges of one file may be held against: beyond it they are refused, so that none takes for ever.</summary>
    public const long MostComparisons = 200_000_000;

    private readonly string _from;
    private readonly string _to;
    private readonly long _first;
    private readonly long _last;

    private IdRange(string from, string to) =>
        (_from, _to, _first, _last) = (from, to, LeadingNumber(from), LeadingNumber(to));

    /// <summary>The range between two tokens of a line, or false where the file's ranges have become too many.</summary>
    public static bool TryRead(
        InpSession session, scoped in InpLines line, int token, int count, LineElement element, out IdRange range)
    {
        range = new IdRange(InpSession.String(line[token]), InpSession.String(line[token + 1]));
        var before = session.RangeComparisons;
        session.RangeComparisons += count;
        if (session.RangeComparisons <= MostComparisons)
        {
            return true;
        }

        if (before <= MostComparisons)
        {
            session.Error(
                InpCodes.ValueOutOfRange, line, token, element, "the file has too many ranges of ids",
                "Name the elements one by one.");
        }

        return false;
    }

    public bool Contains(string id) => _first > 0 && _last > 0
        ? LeadingNumber(id) is var n && n >= _first && n <= _last
        : string.CompareOrdinal(_from, id) <= 0 && string.CompareOrdinal(_to, id) >= 0;

    private static long LeadingNumber(string id)
    {
        long n = 0;
        foreach (var c in id)
        {
            if (!char.IsAsciiDigit(c) || n > long.MaxValue / 100)
            {
                break;
            }

            n = (10 * n) + (c - '0');
        }

        return n;
    }
}
