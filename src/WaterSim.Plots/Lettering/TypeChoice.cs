using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Plots.Lettering;

/// <summary>The font and the language of a set of figures.</summary>
internal static class TypeChoice
{
    private const string NoChineseFont = "WS6001";
    private const string Unreadable = "WS6003";

    /// <summary>Chooses them, and says what became of the language asked for.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="isSteady">Whether the run is a single time.</param>
    /// <param name="names">Every name that an English figure writes out.</param>
    /// <param name="sample">Characters that every Chinese figure needs.</param>
    /// <param name="diagnostics">Added to.</param>
    public static (Typography Type, Phrases Phrases) Of(
        FigureOptions options, bool isSteady, IEnumerable<string> names, string sample,
        ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var latin = FontBook.Latin();
        if (options.Language == FigureLanguage.Chinese)
        {
            if (FontBook.Chinese(options.ChineseFamilies, sample) is { } chinese)
            {
                return (chinese, new Phrases(isChinese: true, isSteady));
            }

            diagnostics.Add(new Diagnostic
            {
                Code = NoChineseFont,
                Severity = DiagnosticSeverity.Warning,
                Message = "No font for Chinese is installed; the figures are labelled in English",
                Remedy = "Install WenQuanYi Micro Hei: the Debian and Ubuntu package is fonts-wqy-microhei.",
            });
        }

        // Names beyond Latin in an English figure: a font that has them draws the whole figure.
        var all = string.Concat(names);
        if (latin.CanDraw(all))
        {
            return (latin, new Phrases(isChinese: false, isSteady));
        }

        var unusual = string.Concat(all.EnumerateRunes().Where(r => !latin.CanDraw(r.ToString())).Distinct());
        if (FontBook.Chinese(options.ChineseFamilies, unusual) is { } wide)
        {
            return (wide, new Phrases(isChinese: false, isSteady));
        }

        diagnostics.Add(new Diagnostic
        {
            Code = Unreadable,
            Severity = DiagnosticSeverity.Notice,
            Message = "Some names hold characters that no font at hand can draw; figures show ? in their place",
            Remedy = "For Chinese install WenQuanYi Micro Hei: the Debian and Ubuntu package is fonts-wqy-microhei.",
        });
        return (latin, new Phrases(isChinese: false, isSteady));
    }
}
