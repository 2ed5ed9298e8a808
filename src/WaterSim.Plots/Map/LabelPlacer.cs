using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>
/// Places names one after the other where each hides least: never off the map, hardly on another name or symbol,
/// rather not on coloured dots, and near its point. A name that finds no free place is left out.
/// </summary>
internal sealed class LabelPlacer(Sheet sheet, SKRect area, IReadOnlyList<SKRect> marks, IReadOnlyList<SKPoint> dots)
{
    private static readonly (float X, float Y)[] Directions =
        [(1, 0), (-1, 0), (0.7f, -0.8f), (0.7f, 0.8f), (-0.7f, -0.8f), (-0.7f, 0.8f), (0, -1), (0, 1)];

    private readonly SKRect[] _marks = [.. marks];
    private readonly SKPoint[] _dots = [.. dots];
    private readonly List<SKRect> _taken = [];

    /// <summary>Draws a name; returns whether there was room.</summary>
    public bool Draw(MapLabel label)
    {
        var text = sheet.Cut(label.Text, label.Size, label.Room);
        var (best, cost) = (SKRect.Empty, float.MaxValue);
        foreach (var box in Candidates(label, text))
        {
            var here = Cost(box, label, cost);
            if (here < cost)
            {
                (best, cost) = (box, here);
            }
        }

        if (cost >= 1000)
        {
            return false;
        }

        _taken.Add(best);
        var (nearX, nearY) = (Math.Clamp(label.At.X, best.Left, best.Right), Math.Clamp(label.At.Y, best.Top, best.Bottom));
        var gap = Distance(nearX, nearY, label.At);
        if (gap > 13 && !label.IsArea)
        {
            sheet.Line(label.At.X, label.At.Y, nearX, nearY, label.Color.WithAlpha(150), 0.8f);
        }

        sheet.Text(text, best.Left + 1, best.Bottom - (label.Size * 0.2f), label.Size, label.Color, halo: 2);
        return true;
    }

    private IEnumerable<SKRect> Candidates(MapLabel label, string text)
    {
        var width = sheet.Measure(text, label.Size) + 2;
        var height = label.Size * 1.1f;
        if (label.IsArea)
        {
            yield return MapLabel.Box(sheet, text, label.Size, label.At.X, label.At.Y);
        }

        foreach (var distance in (float[])[9, 16, 26, 38, 52])
        {
            foreach (var (x, y) in Directions)
            {
                var left = label.At.X + (x * distance) + (x > 0.1f ? 0 : x < -0.1f ? -width : -width / 2);
                var top = label.At.Y + (y * distance) + (y > 0.1f ? 0 : y < -0.1f ? -height : -height / 2);
                yield return SKRect.Create(left, top, width, height);
            }
        }
    }

    // What a name would hide there; once it is no less than a limit, only that it is.
    private float Cost(SKRect box, MapLabel label, float limit)
    {
        if (!area.Contains(box))
        {
            return float.MaxValue;
        }

        var cost = 0.12f * Distance(box.MidX, box.MidY, label.At);
        foreach (var other in _taken)
        {
            cost += SKRect.Inflate(box, 2, 1).IntersectsWith(other) ? 1000 : 0;

            // A line to the point that would run through another name.
            for (var t = 0.2f; t < 0.9f && !label.IsArea; t += 0.2f)
            {
                var x = Mix(label.At.X, Math.Clamp(label.At.X, box.Left, box.Right), t);
                var y = Mix(label.At.Y, Math.Clamp(label.At.Y, box.Top, box.Bottom), t);
                cost += other.Contains(x, y) ? 15 : 0;
            }
        }

        foreach (var mark in _marks)
        {
            cost += box.IntersectsWith(mark) ? 60 : 0;
        }

        for (var d = 0; d < _dots.Length && cost < limit; d++)
        {
            cost += box.Contains(_dots[d]) ? 2.5f : 0;
        }

        return cost;
    }

    private static float Mix(float a, float b, float t) => a + ((b - a) * t);

    private static float Distance(float x, float y, SKPoint point) =>
        MathF.Sqrt(((x - point.X) * (x - point.X)) + ((y - point.Y) * (y - point.Y)));
}
