using SkiaSharp;

namespace WaterSim.Plots.Drawing;

/// <summary>Encodes what was drawn as PNG.</summary>
internal static class PngWriter
{
    /// <summary>Writes a surface. Level 4 with the Sub filter takes about a third of the time of Skia's defaults.</summary>
    public static void Write(SKSurface surface, Stream stream)
    {
        using var pixels = surface.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 4))
            ?? throw new InvalidOperationException("The image could not be encoded as PNG.");
        data.SaveTo(stream);
    }
}
