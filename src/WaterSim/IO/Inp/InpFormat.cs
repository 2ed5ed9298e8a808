using System.Globalization;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Numbers, times and ids as an INP file writes them.</summary>
internal static class InpFormat
{
    /// <summary>Characters of the longest number.</summary>
    public const int LongestNumber = 32;

    // Between them numbers stand without an exponent, and have with so many decimals at most 15 digits.
    private const double SmallestShort = 1e-4;
    private const double LargestShort = 1e8;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

    /// <summary>
    /// The shortest number in the file's unit that reads back as the same SI value. Where no number does (the quotient
    /// falls between two), the nearest; written again it stays as it is.
    /// </summary>
    /// <param name="si">SI value.</param>
    /// <param name="factor">SI value of one file unit.</param>
    public static string Number(double si, double factor) =>
        factor == 1 ? Shortest(si) : Number(si, si / factor, v => v * factor);

    /// <summary>The same, where the conversion is no plain factor.</summary>
    public static string Number(double si, double file, Func<double, double> toSI)
    {
        return Exact(si, file) ?? Exact(toSI(file), file) ?? Shortest(file);

        string? Exact(double target, double value)
        {
            var rounded = value.ToString("G15", CultureInfo.InvariantCulture);
            if (toSI(double.Parse(rounded, CultureInfo.InvariantCulture)) == target)
            {
                return Shortest(double.Parse(rounded, CultureInfo.InvariantCulture));
            }

            foreach (var candidate in (ReadOnlySpan<double>)
                [value, Math.BitIncrement(value), Math.BitDecrement(value)])
            {
                if (toSI(candidate) == target)
                {
                    return Shortest(candidate);
                }
            }

            return null;
        }
    }

    /// <summary>Writes what <see cref="Number(double, double)"/> gives, without making a text of it.</summary>
    /// <param name="si">SI value.</param>
    /// <param name="factor">SI value of one file unit.</param>
    /// <param name="to">Room for <see cref="LongestNumber"/> characters.</param>
    /// <returns>How many were written.</returns>
    public static int Write(double si, double factor, Span<char> to)
    {
        if (TryWriteShort(si, factor, to, out var length))
        {
            return length;
        }

        if (factor == 1)
        {
            si.TryFormat(to, out length, "R", CultureInfo.InvariantCulture);
            return length;
        }

        var text = Number(si, factor);
        text.CopyTo(to);
        return text.Length;
    }

    // A decimal number of at most 15 digits that gives the value is the shortest one: no two such give the same.
    private static bool TryWriteShort(double si, double factor, Span<char> to, out int length)
    {
        length = 0;
        var value = Math.Abs(si / factor);
        if (!(value is >= SmallestShort and < LargestShort || (si == 0 && !double.IsNegative(si))))
        {
            return false;
        }

        for (var decimals = 0; decimals < PowersOfTen.Length; decimals++)
        {
            var digits = Math.Round(value * PowersOfTen[decimals]);
            if (digits / PowersOfTen[decimals] * factor == Math.Abs(si))
            {
                length = WriteDigits((long)digits, decimals, si < 0, to);
                return true;
            }
        }

        return false;
    }

    private static int WriteDigits(long digits, int decimals, bool isNegative, Span<char> to)
    {
        var power = (long)PowersOfTen[decimals];
        var length = 0;
        if (isNegative)
        {
            to[length++] = '-';
        }

        (digits / power).TryFormat(to[length..], out var whole, default, CultureInfo.InvariantCulture);
        length += whole;
        if (decimals > 0)
        {
            to[length++] = '.';
            for (power /= 10; power > 0; power /= 10)
            {
                to[length++] = (char)('0' + (digits / power % 10));
            }
        }

        return length;
    }

    /// <summary>The shortest number that reads back as the same.</summary>
    public static string Shortest(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Hours and minutes, h:mm, with seconds where there are any.</summary>
    public static string Time(TimeSpan time)
    {
        var seconds = (long)Math.Round(time.TotalSeconds);
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes:00}:{rest:00}");
    }

    /// <summary>An id, in quotes where it holds blanks.</summary>
    /// <exception cref="ArgumentException">No file can hold the id.</exception>
    public static string Id(string id)
    {
        if (!IdRules.IsWritable(id))
        {
            throw new ArgumentException($"'{id}' cannot be an id in an INP file. {IdChecks.IdRemedy}", nameof(id));
        }

        return id.Contains(' ', StringComparison.Ordinal) ? $"\"{id}\"" : id;
    }

    /// <summary>Free text on one line.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\r', '\n') < 0
            ? text
            : text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\r', ' ').Replace('\n', ' ');

    /// <summary>A tag: one line without semicolon or quote, in quotes where it holds blanks.</summary>
    public static string Tag(string tag)
    {
        var line = OneLine(tag).Replace(';', ',').Replace('"', '\'').Replace('\t', ' ');
        return line.Length == 0 || line.Contains(' ', StringComparison.Ordinal) ? $"\"{line}\"" : line;
    }
}
