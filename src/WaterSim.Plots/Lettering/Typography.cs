using System.Text;
using SkiaSharp;

namespace WaterSim.Plots.Lettering;

/// <summary>The one font of a set of figures, and what it cannot draw.</summary>
/// <param name="family">Name under which ScottPlot finds it, and which an SVG names first.</param>
/// <param name="typeface">The font.</param>
/// <param name="alternatives">Families that stand in for it on the machine where an SVG is viewed.</param>
internal sealed class Typography(string family, SKTypeface typeface, string alternatives)
{
    public string Family { get; } = family;

    public SKTypeface Typeface { get; } = typeface;

    /// <summary>CSS font list for SVG.</summary>
    public string CssFamilies { get; } = $"'{family}', {alternatives}";

    public bool CanDraw(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Has(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The text with every character that would come out as a box, or is not allowed in XML, as a question mark.
    /// </summary>
    public string Fit(string text)
    {
        if (CanDraw(text))
        {
            return text;
        }

        var fitted = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            fitted.Append(Has(rune) ? rune.ToString() : Rune.IsWhiteSpace(rune) ? " " : "?");
        }

        return fitted.ToString();
    }

    // EnumerateRunes turns a lone surrogate into U+FFFD, so what passes here is well-formed.
    private bool Has(Rune rune) =>
        !Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF) && Typeface.GetGlyph(rune.Value) != 0;
}
