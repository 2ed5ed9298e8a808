using System.Text;

namespace WaterSim.Tests.IO.Inp.Fuzz;

/// <summary>Makes a damaged file of a whole one; the same index makes the same mutant.</summary>
internal sealed class Mutator(FuzzCorpus corpus, int seed)
{
    private static readonly string[] Hostile =
    [
        "0", "-0", "-1", "1e308", "-1e308", "1e309", "1e-308", "5e-324", "0.00000000001", "99999999999999999999", "NaN", "inf",
        "0x10", "1,5", "1e", ".", "-", "+", "1.2.3", "2147483648", "1e10", "24:00", "1:2:3:4", "-1:00", "12 PM", "13 AM", "1e9 DAYS",
        "\"", "\"\"", "\"a b\"", ";", "*", "[", "[]", "[END]", "[FOO]", "CV", "OPEN", "CLOSED", "ACTIVE", "PRV", "GPV", "PCV", "HEAD",
        "POWER", "SPEED", "PATTERN", "NONE", "ALL", "YES", "NO", "LPS", "AFD", "CMS", "KPA", "BAR", "D-W", "C-M", "PDA", "TRACE",
        "AGE", "ug/L", "2COMP", "LIFO", "MASS", "RULE", "IF", "AND", "OR", "THEN", "ELSE", "PRIORITY", "DISABLED", "SYSTEM",
        "CLOCKTIME", "AM", "PM", "SEC", "DAY", "CONTINUE", "\u6C34", "\u00E9", "\u0007", "A", "1", "2", "10", "100",
    ];

    private static readonly string[] Lines =
    [
        "[OPTIONS]\n UNITS CMH\n HEADLOSS D-W\n", "[OPTIONS]\n DEMAND MODEL PDA\n REQUIRED PRESSURE 20\n", "[TIMES]\n DURATION 3\n",
        "[OPTIONS]\n QUALITY Chlorine ug/L\n[REACTIONS]\n ORDER BULK 2\n GLOBAL BULK -1\n", "[RULES]\nRULE 1\nIF SYSTEM TIME > 1\n",
        "[OPTIONS]\n UNBALANCED CONTINUE 10\n TRIALS 5\n", "[STATUS]\n 1 99 CLOSED\n", "[QUALITY]\n A Z 1\n", "[JUNCTIONS]\n",
        "[VALVES]\n", "[PUMPS]\n", "[TANKS]\n", "[REPORT]\n NODES ALL\n", "[TAGS]\n", "[OPTIONS]\n SPECIFIC GRAVITY 1e-9\n",
    ];

    /// <summary>The mutant of an index.</summary>
    public byte[] Make(int index)
    {
        var random = new Random(unchecked((seed * 486_187_739) + index));
        var file = corpus.Pick(random);
        for (var times = random.Next(3) == 0 ? random.Next(2, 7) : 1; times > 0; times--)
        {
            file = Once(file, random);
        }

        return file;
    }

    private byte[] Once(byte[] file, Random random) => random.Next(24) switch
    {
        0 => FlipBytes(file, random),
        1 => SwapLines(file, random),
        2 => CopyLine(file, random),
        3 => DropLines(file, random),
        4 => Replace(file, Token(file, random), Encoding.UTF8.GetBytes(Hostile[random.Next(Hostile.Length)])),
        5 => Replace(file, Token(file, random), Slice(file, Token(file, random))),
        6 => Replace(file, Token(file, random), Slice(file, Token(file, random))),
        7 => file[..random.Next(file.Length + 1)],
        >= 12 and < 18 => Digit(file, Token(file, random), random),
        >= 18 and < 20 => Replace(file, Token(file, random), Encoding.UTF8.GetBytes(Hostile[random.Next(Hostile.Length)])),
        >= 20 and < 22 => FlipBytes(file, random),
        8 => ShuffleSections(file, random),
        9 => Insert(file, LineStart(file, random.Next(file.Length + 1)), Encoding.UTF8.GetBytes(Lines[random.Next(Lines.Length)])),
        10 => Graft(file, corpus.Pick(random), random),
        _ => Replace(file, Token(file, random), []),
    };

    private static byte[] FlipBytes(byte[] file, Random random)
    {
        var bytes = (byte[])file.Clone();
        for (var n = random.Next(1, 9); n > 0 && bytes.Length > 0; n--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)random.Next(32, 127);
        }

        return bytes;
    }

    // A digit more, less or other leaves most files readable, and their numbers strange.
    private static byte[] Digit(byte[] file, (int Start, int End) part, Random random)
    {
        if (part.Start == part.End)
        {
            return file;
        }

        var at = random.Next(part.Start, part.End);
        var digit = (byte)"0123456789.-e"[random.Next(13)];
        return random.Next(2) == 0 ? Insert(file, at, [digit]) : [.. file[..at], digit, .. file[(at + 1)..]];
    }

    private static byte[] SwapLines(byte[] file, Random random)
    {
        var (a, b) = (Line(file, random), Line(file, random));
        if (a.Start > b.Start)
        {
            (a, b) = (b, a);
        }

        return a.End > b.Start
            ? file
            : [.. file[..a.Start], .. Slice(file, b), .. file[a.End..b.Start], .. Slice(file, a), .. file[b.End..]];
    }

    private static byte[] CopyLine(byte[] file, Random random) =>
        Insert(file, LineStart(file, random.Next(file.Length + 1)), Slice(file, Line(file, random)));

    private static byte[] DropLines(byte[] file, Random random)
    {
        var (start, end) = Line(file, random);
        for (var n = random.Next(4); n > 0; n--)
        {
            end = LineEnd(file, end);
        }

        return [.. file[..start], .. file[end..]];
    }

    private static byte[] ShuffleSections(byte[] file, Random random)
    {
        var starts = new List<int> { 0 };
        for (var i = 1; i < file.Length; i++)
        {
            if (file[i] == '[' && file[i - 1] == '\n')
            {
                starts.Add(i);
            }
        }

        starts.Add(file.Length);
        var order = Enumerable.Range(0, starts.Count - 1).ToArray();
        random.Shuffle(order);
        return [.. order.SelectMany(s => file[starts[s]..starts[s + 1]])];
    }

    private static byte[] Graft(byte[] file, byte[] other, Random random)
    {
        var start = LineStart(other, random.Next(other.Length + 1));
        var end = Math.Min(other.Length, start + random.Next(2000));
        return Insert(file, LineStart(file, random.Next(file.Length + 1)), other[start..end]);
    }

    private static byte[] Insert(byte[] file, int at, byte[] text) => [.. file[..at], .. text, .. file[at..]];

    private static byte[] Replace(byte[] file, (int Start, int End) part, byte[] text) =>
        [.. file[..part.Start], .. text, .. file[part.End..]];

    private static byte[] Slice(byte[] file, (int Start, int End) part) => file[part.Start..part.End];

    private static (int Start, int End) Line(byte[] file, Random random)
    {
        var start = LineStart(file, random.Next(file.Length + 1));
        return (start, LineEnd(file, start));
    }

    private static int LineStart(byte[] file, int at) => file.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;

    private static int LineEnd(byte[] file, int at)
    {
        var length = file.AsSpan(at).IndexOf((byte)'\n');
        return length < 0 ? file.Length : at + length + 1;
    }

    /// <summary>A word of the file that stands in no comment, as far as a few tries find one.</summary>
    private static (int Start, int End) Token(byte[] file, Random random)
    {
        for (var tries = 0; tries < 20 && file.Length > 0; tries++)
        {
            var at = random.Next(file.Length);
            if (file[at] <= ' ' || file.AsSpan(LineStart(file, at), at - LineStart(file, at)).Contains((byte)';'))
            {
                continue;
            }

            var (start, end) = (at, at);
            while (start > 0 && file[start - 1] > ' ')
            {
                start--;
            }

            while (end < file.Length && file[end] > ' ')
            {
                end++;
            }

            return (start, end);
        }

        return (0, 0);
    }
}
