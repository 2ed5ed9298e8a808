using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>Nodes as dots, coloured by class.</summary>
internal static class NodeDots
{
    /// <summary>Radius that keeps so many dots apart.</summary>
    public static float RadiusOf(int count) => count switch { > 3000 => 1.5f, > 1200 => 2.1f, > 400 => 2.7f, _ => 3.4f };

    /// <summary>Draws dots class by class, so that the last class lies on top; one of a class below 0 not at all.</summary>
    public static void Draw(
        Sheet sheet, IReadOnlyList<SKPoint> dots, Func<int, int> classOf, IReadOnlyList<SKColor> colors, float radius)
    {
        for (var c = 0; c < colors.Count; c++)
        {
            // A stroke of no length with round ends is a dot, and costs an SVG a tenth of a circle.
            using var path = new SKPath();
            for (var d = 0; d < dots.Count; d++)
            {
                if (classOf(d) == c)
                {
                    path.MoveTo(dots[d]);
                    path.LineTo(dots[d]);
                }
            }

            sheet.Stroke(path, colors[c], 2 * radius);
        }
    }

    /// <summary>Draws crosses.</summary>
    public static void Cross(Sheet sheet, IEnumerable<SKPoint> points)
    {
        using var crosses = new SKPath();
        foreach (var at in points)
        {
            crosses.MoveTo(at.X - 3, at.Y - 3);
            crosses.LineTo(at.X + 3, at.Y + 3);
            crosses.MoveTo(at.X - 3, at.Y + 3);
            crosses.LineTo(at.X + 3, at.Y - 3);
        }

        sheet.Stroke(crosses, Inks.Vermillion, 1.4f);
    }
}
