using SkiaSharp;

namespace WaterSim.Plots.Drawing;

/// <summary>
/// Colours that readers with any colour vision tell apart: Okabe and Ito's eight for categories, and viridis
/// (van der Walt and Smith, 2015), even in lightness, for a scale.
/// </summary>
internal static class Inks
{
    public static readonly SKColor Ink = new(0x22, 0x22, 0x22);
    public static readonly SKColor Soft = new(0x59, 0x59, 0x59);
    public static readonly SKColor Hairline = new(0xD9, 0xD9, 0xD9);
    public static readonly SKColor PipeGrey = new(0x9A, 0x9A, 0x9A);

    public static readonly SKColor Blue = new(0x00, 0x72, 0xB2);
    public static readonly SKColor Sky = new(0x56, 0xB4, 0xE9);
    public static readonly SKColor Green = new(0x00, 0x9E, 0x73);
    public static readonly SKColor Yellow = new(0xF0, 0xE4, 0x42);
    public static readonly SKColor Orange = new(0xE6, 0x9F, 0x00);
    public static readonly SKColor Vermillion = new(0xD5, 0x5E, 0x00);
    public static readonly SKColor Purple = new(0xCC, 0x79, 0xA7);
    public static readonly SKColor Grey = new(0xB4, 0xB4, 0xB4);

    // In place of Okabe and Ito's yellow, which is lost as a thin line on white; at least 30 (CIE76) from each of the six
    // before it in normal, protan, deutan and tritan vision.
    public static readonly SKColor Brown = new(0x5B, 0x3A, 0x1E);

    /// <summary>Colours of a stack and of sources on a map, in their order.</summary>
    public static readonly SKColor[] Categories = [Blue, Orange, Green, Sky, Vermillion, Purple, Brown];

    /// <summary>Greys of what is no source of its own: light, dark, nearly black.</summary>
    public static readonly SKColor[] Rest = [new(0xC0, 0xC0, 0xC0), new(0x5C, 0x5C, 0x5C), new(0x1A, 0x1A, 0x1A)];

    private static readonly uint[] ViridisStops =
    [
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725,
    ];

    // Oranges of ColorBrewer (Brewer and Harrower): even in lightness, so that they can be told apart in grey as well.
    private static readonly uint[] OrangeStops = [0xFDD9B0, 0xFDAE6B, 0xF16913, 0xC04502, 0x6E2703];

    /// <summary>Colours of runs that are compared: the one they are compared with, then the others.</summary>
    public static readonly SKColor[] Runs = [Ink, .. Categories];

    /// <summary>
    /// Change for the worse, the largest first, none, and change for the better: oranges and blues of ColorBrewer, which
    /// readers with any colour vision tell apart, round a grey that can be seen on white.
    /// </summary>
    public static readonly SKColor[] Diverging =
    [
        new(0x8C, 0x2D, 0x04), new(0xD9, 0x48, 0x01), new(0xFD, 0xAE, 0x6B), new(0xC4, 0xC4, 0xC4),
        new(0x9E, 0xCA, 0xE1), new(0x42, 0x92, 0xC6), new(0x08, 0x45, 0x94),
    ];

    /// <summary>Colour of a drought stage, from light to dark as they get harder.</summary>
    public static SKColor Stage(int stage, int stages) =>
        Along(OrangeStops, stages > 1 ? (double)stage / (stages - 1) : 0.5);

    /// <summary>Viridis at 0 (dark violet) to 1 (yellow).</summary>
    public static SKColor Viridis(double share) => Along(ViridisStops, share);

    private static SKColor Along(uint[] stops, double share)
    {
        var place = Math.Clamp(share, 0, 1) * (stops.Length - 1);
        var below = Math.Min((int)place, stops.Length - 2);
        var t = place - below;
        return new SKColor(Mix(16), Mix(8), Mix(0));

        byte Mix(int shift)
        {
            var a = (stops[below] >> shift) & 0xFF;
            var b = (stops[below + 1] >> shift) & 0xFF;
            return (byte)Math.Round(a + ((b - (double)a) * t));
        }
    }

    public static ScottPlot.Color ToPlot(this SKColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);
}
