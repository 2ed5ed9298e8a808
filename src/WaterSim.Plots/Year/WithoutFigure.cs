using System.Collections.Immutable;
using SkiaSharp;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Year;

/// <summary>The same year without each interconnection: who is short more, or less, and how much less is delivered.</summary>
internal static class WithoutFigure
{
    private const float RowHeight = 34;

    public static Figure? Draw(YearContext context, YearSummary? with, ImmutableArray<YearWithout> without)
    {
        if (with is null || without.IsDefaultOrEmpty)
        {
            return null;
        }

        var rows = without.Select(w => new Row(
                NameOf(context, w.Interconnection),
                w.Summary.PersonDaysShort - with.PersonDaysShort,
                with.Delivered - w.Summary.Delivered))
            .OrderByDescending(r => r.PersonDays).ThenBy(r => r.Name, StringComparer.Ordinal).ToList();
        return context.Make(
            "without-links", context.Phrases.WithoutTitle, Math.Max(260, 150 + (RowHeight * rows.Count)),
            (sheet, title) => Paint(context, sheet, title, rows, with));
    }

    private static void Paint(YearContext context, Sheet sheet, string title, List<Row> rows, YearSummary with)
    {
        var phrases = context.Phrases;
        var top = sheet.Header(title, phrases.Joined(phrases.WithoutBelow, phrases.PersonDaysWith(with.PersonDaysShort)));
        var names = Math.Min(250, rows.Max(r => sheet.Measure(r.Name, Sheet.SmallSize + 1))) + 24;
        var wide = (sheet.Width - names - 20) / 2;
        PaintBars(sheet, rows, phrases.MorePersonDays, r => r.PersonDays, names, top, wide - 14);
        PaintBars(sheet, rows, phrases.LessDelivered, r => r.LessDelivered, names + wide + 14, top, wide - 14);
        var high = (sheet.Height - top - 50) / rows.Count;
        for (var i = 0; i < rows.Count; i++)
        {
            sheet.Text(
                sheet.Cut(rows[i].Name, Sheet.SmallSize + 1, names - 22), names - 10, top + 30 + ((i + 0.5f) * high) + 4.5f,
                Sheet.SmallSize + 1, Inks.Ink, TextAlign.Right);
        }
    }

    // Numbers stand at the bars' ends, so that no axis is needed but the zero line.
    private static void PaintBars(
        Sheet sheet, List<Row> rows, string title, Func<Row, double> value, float left, float top, float wide)
    {
        var bottom = sheet.Height - 20;
        sheet.Text(title, left + (wide / 2), top + 18, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
        top += 30;
        var high = (bottom - top) / rows.Count;
        var texts = rows.ConvertAll(r => Phrases.Signed(value(r)));
        var widest = texts.Max(t => sheet.Measure(t, Sheet.SmallSize)) + 8;
        var (low, most) = (Math.Min(0, rows.Min(value)), Math.Max(0, rows.Max(value)));
        var from = left + (low < 0 ? widest : 0);
        var to = left + wide - widest;
        var scale = most > low ? (to - from) / (most - low) : 0;
        var zero = most > low ? from + (float)(-low * scale) : (from + to) / 2;
        for (var i = 0; i < rows.Count; i++)
        {
            var end = zero + (float)(value(rows[i]) * scale);
            var middle = top + ((i + 0.5f) * high);
            var half = Math.Min(11, 0.36f * high);
            sheet.Fill(
                new SKRect(Math.Min(zero, end), middle - half, Math.Max(zero, end), middle + half), end >= zero ? Inks.Blue : Inks.Orange);
            sheet.Text(
                texts[i], end >= zero ? end + 5 : end - 5, middle + 4.2f, Sheet.SmallSize, Inks.Ink,
                end >= zero ? TextAlign.Left : TextAlign.Right);
        }

        sheet.Line(zero, top, zero, bottom, Inks.Soft, 1);
    }

    private static string NameOf(YearContext context, string id) =>
        context.County.Interconnections.FirstOrDefault(x => x.Id == id) is { } link
            ? $"{id} {context.Phrases.Name(link.Name)}" : id;

    /// <summary>How much more was short without a link: person-days, and m3 not delivered.</summary>
    private sealed record Row(string Name, double PersonDays, double LessDelivered);
}
