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

    /// <summary>Pixels of the PNG per printed point-like unit, 1 to 8: a figure is 800 units wide, so 2 gives 1600 pixels.</summary>
    public double Scale { get; init; } = 2;

    /// <summary>Whether figures are drawn and written on several threads. The files do not depend on it.</summary>
    public bool Parallel { get; init; } = true;

    /// <summary>Font families tried for Chinese, best first; null for the built-in list. Tests set it.</summary>
    internal IReadOnlyList<string>? ChineseFamilies { get; init; }
}
