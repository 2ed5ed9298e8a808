using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>A name to be put beside a point of the map.</summary>
/// <param name="Text">The name.</param>
/// <param name="At">The point.</param>
/// <param name="Size">Size of the letters.</param>
/// <param name="Color">Their colour.</param>
/// <param name="Room">Width beyond which it is cut off.</param>
/// <param name="IsArea">The name of an area: it stands on its point rather than beside it.</param>
internal sealed record MapLabel(string Text, SKPoint At, float Size, SKColor Color, bool IsArea = false, float Room = 170)
{
    /// <summary>A label's rectangle with its text centred at a point.</summary>
    public static SKRect Box(Sheet sheet, string text, float size, float centerX, float centerY)
    {
        var width = sheet.Measure(text, size);
        return SKRect.Create(centerX - (width / 2) - 1, centerY - (size * 0.55f), width + 2, size * 1.1f);
    }
}
