using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using WaterSim.Planning.County;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Year;

/// <summary>What each interconnection passed over the year, and what it can: a panel each, one below the other.</summary>
internal static class TransferFigure
{
    private const float PanelHeight = 58;
    private const float StripHeight = 12;
    private const float Left = 70;
    private const float Small = Sheet.SmallSize - 1;

    public static Figure? Draw(YearContext context)
    {
        var ways = Ways(context);
        return ways.Count == 0
            ? null
            : context.Make(
                "transfers",
                context.Phrases.TransferTitle,
                Math.Max(Sheet.StandardHeight, 150 + (PanelHeight * ways.Count)),
                (sheet, title) => Paint(context, sheet, title, ways));
    }

    private static void Paint(YearContext context, Sheet sheet, string title, List<Way> ways)
    {
        var phrases = context.Phrases;
        var subtitle = phrases.Joined(
            StageStrip.IsNeeded(context) ? string.Empty : phrases.NoStage, phrases.PerPoint(context.Series.DaysPerPoint));
        var top = sheet.Header(title, subtitle.Length > 0 ? subtitle : null);
        var key = new List<KeyEntry>();
        if (ways.Any(w => w.Passed.Any(v => v < 0)))
        {
            key.AddRange([new(phrases.Forwards, Inks.Blue), new(phrases.Backwards, Inks.Orange)]);
        }

        key.Add(new(phrases.Capacity, Inks.Soft, SampleKind.Dashed));
        top = KeyBox.Row(sheet, key, Sheet.Margin, top, sheet.Width - Sheet.Margin);
        top = StageStrip.Key(sheet, context, top - 2);
        var strip = StageStrip.IsNeeded(context) ? StripHeight + 3 : 0;
        var bottom = 46 + strip;
        var high = (sheet.Height - top - bottom) / ways.Count;
        var room = 22 + Math.Min(260, ways.Max(w => Math.Max(
            sheet.Measure(w.Name, Sheet.SmallSize), Math.Max(sheet.Measure(w.Direction, Small), sheet.Measure(w.Told, Small)))));
        DatePanel? last = null;
        for (var w = 0; w < ways.Count; w++)
        {
            var inner = new SKRect(Left, top + (w * high) + 7, sheet.Width - room, top + ((w + 1) * high) - 7);
            last = PaintPanel(context, sheet, ways[w], inner, isLast: w == ways.Count - 1);
        }

        StageStrip.Paint(sheet, context, last!, sheet.Height - bottom + 21, StripHeight);
        sheet.TextUp(phrases.TransferAxis, 18, top + (high * ways.Count / 2), Sheet.LabelSize, Inks.Ink);
        sheet.Text(
            context.Dates.Label, (Left + sheet.Width - room) / 2, sheet.Height - 8, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
    }

    private static DatePanel PaintPanel(YearContext context, Sheet sheet, Way way, SKRect inner, bool isLast)
    {
        var most = Math.Max(way.Capacity ?? 0, way.Passed.Max());
        var back = Math.Max(way.IsBothWays ? way.Capacity ?? 0 : 0, -way.Passed.Min());
        var (high, low) = most > 0 || back > 0 ? (1.12 * Math.Max(most, 0), -1.12 * Math.Max(back, 0)) : (1, 0);
        var area = new SKRect(0, inner.Top - 7, sheet.Width, inner.Bottom + 26);
        var panel = new DatePanel(sheet, context, area, inner, low, high, Sheet.SmallSize);
        panel.AddArea(null, [.. way.Passed.Select(v => Math.Max(0, v))], Inks.Blue);
        if (way.Passed.Any(v => v < 0))
        {
            panel.AddArea(null, [.. way.Passed.Select(v => Math.Min(0, v))], Inks.Orange);
        }

        panel.AddLevel(0, Inks.Soft, 0.8f, dashed: false);
        var ticks = new List<Tick> { Tick.Major(0, "0") };
        var top = way.Capacity ?? Math.Max(most, back);
        AddTick(top, top <= high);
        AddTick(-top, -top >= low);
        panel.Plot.Axes.Left.TickGenerator = new NumericManual([.. ticks]);
        panel.Plot.Grid.YAxisStyle.IsVisible = false;
        panel.Paint(isLast);
        if (way.Note.Length > 0)
        {
            sheet.Text(way.Note, inner.Left + 6, inner.Top + 16, Small, Inks.Soft, halo: 1.5f);
        }

        var left = inner.Right + 10;
        var y = ((inner.Top + inner.Bottom) / 2) - 8;
        var room = sheet.Width - left - 8;
        sheet.Text(sheet.Cut(way.Name, Sheet.SmallSize, room), left, y, Sheet.SmallSize, Inks.Ink);
        sheet.Text(sheet.Cut(way.Direction, Small, room), left, y + 14, Small, Inks.Soft);
        sheet.Text(sheet.Cut(way.Told, Small, room), left, y + 28, Small, Inks.Soft);
        return panel;

        void AddTick(double at, bool isShown)
        {
            if (isShown && at != 0)
            {
                ticks.Add(Tick.Major(at, AxisStyle.Number(Math.Round(Math.Abs(at)))));
                if (way.Capacity is not null)
                {
                    panel.AddLevel(at, Inks.Soft, 1, dashed: true);
                }
            }
        }
    }

    // A link that passes water only from its end to its start is turned round, so that what it passes stands upright.
    private static List<Way> Ways(YearContext context)
    {
        var (phrases, ways) = (context.Phrases, new List<Way>());
        for (var x = 0; x < context.County.Interconnections.Length; x++)
        {
            var link = context.County.Interconnections[x];
            var operation = context.County.Dispatch?.Links.FirstOrDefault(l => l.Interconnection == link.Id);
            var isTurned = operation is { Backward: true, BothWays: false };
            double[] passed = [.. context.Series.Passed[x].Select(v => isTurned ? -v : v)];
            var (from, to) = x < context.Ways.Length ? (context.Ways[x].From, context.Ways[x].To) : (null, null);
            ways.Add(new Way(
                context.Type.Fit($"{link.Id} {phrases.Name(link.Name)}"),
                from is null || to is null ? phrases.LinkWay(isTurned) : isTurned ? phrases.Towards(to, from) : phrases.Towards(from, to),
                phrases.TransferMean(
                    context.Mean([.. passed.Select(v => Math.Max(0, v))]), context.Mean([.. passed.Select(v => Math.Max(0, -v))])),
                operation is { OnlyInDrought: true } ? phrases.DroughtOnly : string.Empty,
                passed,
                operation?.Capacity,
                operation is { BothWays: true }));
        }

        return ways;
    }

    /// <summary>What a panel shows, m3/d, positive as the arrow of its direction points.</summary>
    private sealed record Way(
        string Name, string Direction, string Told, string Note, double[] Passed, double? Capacity, bool IsBothWays);
}
