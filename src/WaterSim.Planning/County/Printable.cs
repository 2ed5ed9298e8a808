using System.Globalization;
using System.Text;

namespace WaterSim.Planning.County;

/// <summary>Makes text from a file safe to print.</summary>
internal static class Printable
{
    private const int Longest = 80;

    /// <summary>
    /// The text with control and direction-changing characters written as <c>\uXXXX</c>, cut at 80 characters: a name
    /// in a file can neither move a terminal's cursor nor flood it.
    /// </summary>
    public static string Text(string text)
    {
        var made = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (made.Length >= Longest)
            {
                made.Append("...");
                break;
            }

            if (IsHostile(rune))
            {
                made.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                made.Append(rune.ToString());
            }
        }

        return made.ToString();
    }

    /// <summary>True of text that prints as it reads.</summary>
    public static bool IsClean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHostile(rune))
            {
                return false;
            }
        }

        return true;
    }

    // Cc: cursor movement and escape sequences. U+202A-202E, U+2066-2069, U+200E-200F, U+061C: text direction.
    // U+2028-2029: line ends. U+FFFD: what a lone surrogate enumerates as.
    private static bool IsHostile(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C
            or 0x2028 or 0x2029 or 0xFFFD or 0xFEFF;
}
