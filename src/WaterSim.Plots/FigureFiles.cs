namespace WaterSim.Plots;

/// <summary>The kinds of file that a figure is written as.</summary>
[Flags]
public enum FigureFiles
{
    /// <summary>No file at all.</summary>
    None = 0,

    /// <summary>Pixels, for documents and slides.</summary>
    Png = 1,

    /// <summary>Shapes and text, for pages; what reports show.</summary>
    Svg = 2,

    /// <summary>One of each.</summary>
    Both = Png | Svg,
}
