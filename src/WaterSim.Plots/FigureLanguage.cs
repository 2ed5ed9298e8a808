namespace WaterSim.Plots;

/// <summary>Languages in which figures are labelled.</summary>
public enum FigureLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Chinese, where the system has a font for it; else English, and a diagnostic says so.</summary>
    Chinese,
}
