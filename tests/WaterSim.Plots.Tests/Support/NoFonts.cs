namespace WaterSim.Plots.Tests.Support;

/// <summary>What a machine without fonts for Chinese looks like to the figures.</summary>
internal static class NoFonts
{
    public static FigureOptions Chinese { get; } = new() { Language = FigureLanguage.Chinese, ChineseFamilies = [] };

    public static bool HasChinese =>
        Lettering.FontBook.Chinese(null, Lettering.Phrases.ChineseSample) is not null;
}
