using SkiaSharp;

namespace WaterSim.Plots.Lettering;

/// <summary>
/// Where fonts come from. Latin text is drawn in Liberation Sans, which travels with the assembly: a bare machine has
/// no font at all, Skia then draws no text, and figures should not depend on what is installed. Its widths are
/// Arial's, so an SVG looks the same where Arial or Helvetica stands in. Chinese is drawn in an installed font.
/// </summary>
internal static class FontBook
{
    private const string LatinFamily = "Liberation Sans";

    // Noto Sans CJK as a .ttc collection is left out on purpose: Skia clips its labels and writes wrong code points
    // into SVG (seen with SkiaSharp 3.119).
    private static readonly string[] ChineseFamilies =
    [
        "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "SimHei",
        "Droid Sans Fallback", "SimSun", "AR PL UMing CN", "AR PL UKai CN",
    ];

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, SKTypeface> Registered = new(StringComparer.Ordinal);
    private static Typography? _latin;

    /// <summary>The font of English figures.</summary>
    public static Typography Latin()
    {
        lock (Gate)
        {
            if (_latin is null)
            {
                using var data = typeof(FontBook).Assembly.GetManifestResourceStream("LiberationSans-Regular.ttf")
                    ?? throw new InvalidOperationException("The font LiberationSans-Regular.ttf is not in the assembly.");
                var typeface = SKTypeface.FromStream(data);
                Register(LatinFamily, typeface);
                _latin = new Typography(LatinFamily, typeface, "Arial, Helvetica, 'DejaVu Sans', sans-serif");
            }

            return _latin;
        }
    }

    /// <summary>An installed font that has every one of these characters, or null.</summary>
    public static Typography? Chinese(IReadOnlyList<string>? families, string characters)
    {
        lock (Gate)
        {
            foreach (var family in families ?? ChineseFamilies)
            {
                if (!Registered.TryGetValue(family, out var typeface))
                {
                    typeface = SKFontManager.Default.MatchFamily(family);
                    if (typeface is null || !typeface.FamilyName.Equals(family, StringComparison.OrdinalIgnoreCase))
                    {
                        continue;
                    }
                }

                var type = new Typography(
                    family,
                    typeface,
                    "'WenQuanYi Micro Hei', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif");
                if (type.CanDraw(characters))
                {
                    Register(family, typeface);
                    return type;
                }
            }

            return null;
        }
    }

    // ScottPlot asks its resolvers in turn, and its own, first in the list, would answer with a stand-in.
    private static void Register(string family, SKTypeface typeface)
    {
        if (Registered.TryAdd(family, typeface))
        {
            ScottPlot.Fonts.FontResolvers.Insert(0, new Resolver(family, typeface));
        }
    }

    private sealed class Resolver(string family, SKTypeface typeface) : ScottPlot.IFontResolver
    {
        public SKTypeface? CreateTypeface(
            string fontName, ScottPlot.FontWeight weight, ScottPlot.FontSlant slant, ScottPlot.FontSpacing spacing) =>
            fontName == family ? typeface : null;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName == family ? typeface : null;
    }
}
