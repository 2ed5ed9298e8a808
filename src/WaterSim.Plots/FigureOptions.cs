namespace WaterSim.Plots;

/// <summary>How figures are drawn.</summary>
public sealed record FigureOptions
{
    /// <summary>Language of the labels.</summary>
    public FigureLanguage Language { get; init; } = FigureLanguage.English;

    /// <summary>
    /// Place named in the titles, or null for the county's name, the first title line of the network, or nothing.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>
    /// Size of the PNG, 1 to 8: a figure is 800 times this many pixels wide. 2 prints 16 cm at 254 dots per inch.
    /// </summary>
    public double Scale { get; init; } = 2;

    /// <summary>Font families tried for Chinese, best first; null for the built-in list. Tests set it.</summary>
    internal IReadOnlyList<string>? ChineseFamilies { get; init; }
}
