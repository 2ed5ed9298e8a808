using SkiaSharp;

namespace WaterSim.Plots.Drawing;

/// <summary>Labels to the right of what they name, moved apart where they would overlap.</summary>
internal static class SideLabels
{
    /// <summary>A label and the height of what it names.</summary>
    /// <param name="Text">What it says.</param>
    /// <param name="Y">Where it would stand.</param>
    /// <param name="Color">Colour of its sample, or of its text where no sample is drawn.</param>
    public readonly record struct Label(string Text, float Y, SKColor Color);

    /// <summary>Writes them; with a sample each has a line to what it names and its text is black.</summary>
    public static void Write(
        Sheet sheet, IReadOnlyList<Label> labels, float x, float top, float bottom, float size, float room, bool hasSample)
    {
        var sorted = labels.OrderBy(l => l.Y).ToList();
        var places = Spread([.. sorted.Select(l => l.Y)], top, bottom, size * 1.12f);
        for (var i = 0; i < sorted.Count; i++)
        {
            var label = sorted[i];
            var text = x;
            if (hasSample)
            {
                sheet.Line(x, label.Y, x + 6, places[i], label.Color, 1.2f);
                sheet.Fill(SKRect.Create(x + 6, places[i] - 5, 10, 10), label.Color);
                text += 20;
            }

            sheet.Text(
                sheet.Cut(label.Text, size, room - (text - x)), text, places[i] + (0.35f * size), size,
                hasSample ? Inks.Ink : label.Color);
        }
    }

    /// <summary>
    /// Heights in the same order, none nearer to the next than the gap, all between top and bottom where there is room, each as
    /// near to its own as that allows.
    /// </summary>
    internal static float[] Spread(IReadOnlyList<float> wanted, float top, float bottom, float gap)
    {
        // Blocks of labels that touch stand at the mean of what they want; blocks that overlap become one.
        var blocks = new List<(int First, int Count, float Middle)>();
        gap = wanted.Count > 1 ? Math.Min(gap, (bottom - top) / (wanted.Count - 1)) : gap;
        for (var i = 0; i < wanted.Count; i++)
        {
            var block = (First: i, Count: 1, Middle: Clamp(wanted[i], 1));
            while (blocks.Count > 0 && blocks[^1] is var above
                && above.Middle + (gap * (above.Count + block.Count) / 2) > block.Middle)
            {
                var count = above.Count + block.Count;
                var middle = 0f;
                for (var k = above.First; k < above.First + count; k++)
                {
                    middle += wanted[k] / count;
                }

                blocks.RemoveAt(blocks.Count - 1);
                block = (above.First, count, Clamp(middle, count));
            }

            blocks.Add(block);
        }

        var places = new float[wanted.Count];
        foreach (var (first, count, middle) in blocks)
        {
            for (var k = 0; k < count; k++)
            {
                places[first + k] = middle + (gap * (k - ((count - 1) / 2f)));
            }
        }

        return places;

        float Clamp(float middle, int count)
        {
            var half = gap * (count - 1) / 2;
            return Math.Max(top + half, Math.Min(bottom - half, middle));
        }
    }
}
