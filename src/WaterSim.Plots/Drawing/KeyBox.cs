using SkiaSharp;

namespace WaterSim.Plots.Drawing;

/// <summary>Legends outside the data.</summary>
internal static class KeyBox
{
    private const float Sample = 20;
    private const float Gap = 6;

    /// <summary>Width of a column of entries, at most a third of the sheet.</summary>
    public static float ColumnWidth(Sheet sheet, IReadOnlyList<KeyEntry> entries)
    {
        var widest = 0f;
        foreach (var entry in entries)
        {
            widest = Math.Max(widest, sheet.Measure(entry.Text, Sheet.SmallSize));
        }

        return Math.Min(Sample + Gap + widest, sheet.Width / 3);
    }

    /// <summary>Entries one below the other; returns the bottom.</summary>
    public static float Column(Sheet sheet, IReadOnlyList<KeyEntry> entries, float x, float y, float width)
    {
        foreach (var entry in entries)
        {
            Mark(sheet, entry, x, y);
            sheet.Text(
                sheet.Cut(entry.Text, Sheet.SmallSize, width - Sample - Gap),
                x + Sample + Gap,
                y + 4.5f,
                Sheet.SmallSize,
                Inks.Ink);
            y += 21;
        }

        return y;
    }

    /// <summary>Entries side by side, wrapped; returns the bottom.</summary>
    public static float Row(Sheet sheet, IReadOnlyList<KeyEntry> entries, float left, float y, float right)
    {
        var x = left;
        y += 8;
        foreach (var entry in entries)
        {
            var wide = Sample + Gap + sheet.Measure(entry.Text, Sheet.SmallSize);
            if (x > left && x + wide > right)
            {
                (x, y) = (left, y + 20);
            }

            Mark(sheet, entry, x, y);
            sheet.Text(entry.Text, x + Sample + Gap, y + 4.5f, Sheet.SmallSize, Inks.Ink);
            x += wide + 18;
        }

        return y + 12;
    }

    private static void Mark(Sheet sheet, KeyEntry entry, float x, float y)
    {
        if (entry.Kind == SampleKind.Area)
        {
            sheet.Fill(SKRect.Create(x, y - 6, Sample, 12), entry.Color);
            return;
        }

        if (entry.Kind == SampleKind.Dot)
        {
            sheet.Dot(x + (Sample / 2), y, 5, entry.Color);
            return;
        }

        sheet.Line(x, y, x + Sample, y, entry.Color, 2, entry.Kind == SampleKind.Dashed);
    }
}
