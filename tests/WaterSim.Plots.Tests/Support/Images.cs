using System.Xml.Linq;
using SkiaSharp;

namespace WaterSim.Plots.Tests.Support;

/// <summary>Reads back what was written.</summary>
internal static class Images
{
    public static SKBitmap Png(Figure figure)
    {
        using var stream = new MemoryStream();
        figure.WritePng(stream);
        stream.Position = 0;
        return SKBitmap.Decode(stream);
    }

    public static byte[] PngBytes(Figure figure)
    {
        using var stream = new MemoryStream();
        figure.WritePng(stream);
        return stream.ToArray();
    }

    public static XDocument Svg(Figure figure)
    {
        using var stream = new MemoryStream();
        figure.WriteSvg(stream);
        stream.Position = 0;
        return XDocument.Load(stream);
    }

    /// <summary>Every text of an SVG, a line each.</summary>
    public static string Words(XDocument svg) =>
        string.Join('\n', svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim()));

    /// <summary>Pixels darker than mid-grey in a rectangle.</summary>
    public static int DarkPixels(SKBitmap image, SKRectI area)
    {
        var dark = 0;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++)
            {
                var color = image.GetPixel(x, y);
                dark += color.Red + color.Green + color.Blue < 384 ? 1 : 0;
            }
        }

        return dark;
    }

    public static int Colors(SKBitmap image)
    {
        var seen = new HashSet<SKColor>();
        for (var y = 0; y < image.Height; y += 2)
        {
            for (var x = 0; x < image.Width; x += 2)
            {
                seen.Add(image.GetPixel(x, y));
            }
        }

        return seen.Count;
    }
}
