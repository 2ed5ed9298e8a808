using System.Globalization;
using System.Text;

namespace WaterSim.Plots.Report;

/// <summary>Text as HTML shows it, in elements and in quoted attributes. Unlike the encoders of .NET it leaves letters of all scripts as
/// they are, and takes out marks that turn the direction of what stands around them.</summary>
internal static class HtmlText
{
    /// <summary>Appends a text as what it is, never as markup.</summary>
    /// <param name="html">The page so far.</param>
    /// <param name="text">Any text; what no page may show becomes U+FFFD.</param>
    public static void Append(StringBuilder html, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                case '\t' or '\n':
                    html.Append(c);
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        html.Append(c).Append(text[++i]);
                    }
                    else
                    {
                        html.Append(IsShown(c) ? c : '\uFFFD');
                    }

                    break;
            }
        }
    }

    // Not control characters, halves of pairs, or marks that turn the direction of what stands around them.
    private static bool IsShown(char c) => !char.IsSurrogate(c)
        && char.GetUnicodeCategory(c) != UnicodeCategory.Control
        && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF');
}
