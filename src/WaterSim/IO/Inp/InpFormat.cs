using System.Globalization;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Numbers, times and ids as an INP file writes them.</summary>
internal static class InpFormat
{
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
