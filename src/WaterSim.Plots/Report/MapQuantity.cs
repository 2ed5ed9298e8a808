using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Map;

namespace WaterSim.Plots.Report;

/// <summary>Something the map can show of every place: one value, or a series over time.</summary>
internal sealed record MapQuantity
{
    public required string Id { get; init; }

    /// <summary>What it is called, in the report's language.</summary>
    public required string Name { get; init; }

    public required string Unit { get; init; }

    /// <summary>Digits after the point when it is shown.</summary>
    public required int Decimals { get; init; }

    /// <summary>Limits between classes, rising.</summary>
    public required double[] Limits { get; init; }

    /// <summary>One colour per class: one more than limits.</summary>
    public required string[] Colors { get; init; }

    /// <summary>What classes are called, or null where their limits say it.</summary>
    public string[]? Labels { get; init; }

    /// <summary>A value per place and time, place by place within a time; NaN where there is none.</summary>
    public required double[] Values { get; init; }

    /// <summary>What the times are called; one of them where there is no series.</summary>
    public string[] Times { get; init; } = [""];

    /// <summary>Whether a place below its service head is ringed: of pressures.</summary>
    public bool IsPressure { get; init; }

    /// <summary>Colour of a place without a value. Where no water comes there is no pressure, and that is what must be seen first.</summary>
    public string NoneColor => IsPressure ? Hex(Inks.Vermillion) : "#fff";

    /// <summary>File of the run folder that it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Its name with its unit.</summary>
    public string Titled => Unit.Length > 0 ? $"{Name}, {Unit}" : Name;

    public bool IsSeries => Times.Length > 1;

    public static string Hex(SKColor color) => $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}";

    /// <summary>Colours of a scale on which none is good and more is worse: grey, then light to dark orange.</summary>
    public static string[] Shortage(int classes) =>
        ["#c6ced5", .. Enumerable.Range(0, classes - 1).Select(c => Hex(Inks.Stage(c, classes - 1)))];

    /// <summary>Colours of a difference: blue is better, orange is worse, grey between.</summary>
    public static string[] Difference { get; } = ["#a64503", "#e07b28", "#f7c999", "#d3dade", "#a9cfe8", "#4a94c8", "#0b5591"];

    public MapQuantity WithPressureClasses()
    {
        var classes = new PressureClasses(Values);
        return this with { Limits = classes.Limits, Colors = [.. Enumerable.Range(0, classes.Count).Select(c => Hex(classes.ColorOf(c)))] };
    }

    public MapQuantity With(ColorClasses classes) => this with { Limits = classes.Limits, Colors = [.. classes.Colors.Select(Hex)] };

    /// <summary>Class of a value, or -1 where there is none.</summary>
    public int ClassOf(double value)
    {
        if (!double.IsFinite(value))
        {
            return -1;
        }

        var c = 0;
        while (c < Limits.Length && value >= Limits[c])
        {
            c++;
        }

        return c;
    }
}
