using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Year;

/// <summary>The drought stages of a year as a strip along the bottom of a figure, with their numbers.</summary>
internal static class StageStrip
{
    private const float NumberSize = 10;

    /// <summary>Whether any stage was reached.</summary>
    public static bool IsNeeded(YearContext context) => context.Series.Stage.Any(s => s >= 0);

    /// <summary>The legend: the stages that were reached, in a row; returns the bottom.</summary>
    public static float Key(Sheet sheet, YearContext context, float top)
    {
        if (!IsNeeded(context))
        {
            return top;
        }

        var phrases = context.Phrases;
        var stages = context.Stages;
        var entries = stages.Select((s, i) => (Stage: i, Entry: new KeyEntry(
                Phrases.StageNamed(i + 1, context.Type.Fit(phrases.Name(s.Name))), Inks.Stage(i, stages.Length))))
            .Where(e => context.Series.Stage.Contains(e.Stage)).Select(e => e.Entry).ToList();
        sheet.Text(phrases.StagesBelow, Sheet.Margin, top + 12.5f, Sheet.SmallSize, Inks.Soft);
        var left = Sheet.Margin + sheet.Measure(phrases.StagesBelow, Sheet.SmallSize) + 12;
        return KeyBox.Row(sheet, entries, left, top, sheet.Width - Sheet.Margin);
    }

    /// <summary>Draws the strip; a stretch that has room for it holds its stage's number.</summary>
    public static void Paint(Sheet sheet, YearContext context, DatePanel panel, float top, float height)
    {
        var stage = context.Series.Stage;
        for (var p = 0; p < stage.Length;)
        {
            var first = p;
            while (p < stage.Length && stage[p] == stage[first])
            {
                p++;
            }

            if (stage[first] < 0)
            {
                continue;
            }

            var (left, right) = (panel.X(context.Begin(first)), panel.X(context.End(p - 1)));
            var color = Inks.Stage(stage[first], context.Stages.Length);
            sheet.Fill(new SKRect(left, top, right, top + height), color);
            if (height >= NumberSize && right - left > 9)
            {
                var isDark = (0.3f * color.Red) + (0.59f * color.Green) + (0.11f * color.Blue) < 140;
                sheet.Text(
                    AxisStyle.Number(stage[first] + 1), (left + right) / 2, top + (height / 2) + 3.6f, NumberSize,
                    isDark ? SKColors.White : Inks.Ink, TextAlign.Center);
            }
        }
    }
}
