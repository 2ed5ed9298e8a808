using SkiaSharp;

namespace WaterSim.Plots.Drawing;

/// <summary>Encodes what was drawn as PNG.</summary>
internal static class PngWriter
{
    /// <summary>Writes a surface. Level 3 without a filter: of a day of Jiahe 5 % smaller in all than level 4 with the Sub filter, in 0.6 times the time.</summary>
    public static void Write(SKSurface surface, Stream stream)
    {
        using var pixels = surface.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, 3))
            ?? throw new InvalidOperationException("The image could not be encoded as PNG.");
        data.SaveTo(stream);
    }
}
