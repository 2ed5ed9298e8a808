using SkiaSharp;
using WaterSim.Planning.County;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Year;

/// <summary>What each reservoir holds over the year and the lines by which it is run: a panel each, the county's first.</summary>
internal static class StorageFigure
{
    private const int MostPanels = 20;
    private const float PanelHeight = 118;
    private const float StripHeight = 4;
    private const float Small = 11;

    public static Figure? Draw(YearContext context)
    {
        var panels = Panels(context, out var all);
        if (panels.Count == 0)
        {
            return null;
        }

        var columns = panels.Count switch { <= 2 => panels.Count, <= 4 => 2, <= 9 => 3, _ => 4 };
        var rows = (panels.Count + columns - 1) / columns;
        var height = Math.Max(Sheet.StandardHeight, 150 + (rows * PanelHeight));
        return context.Make(
            "storage", context.Phrases.StorageTitle, height, (sheet, title) => Paint(context, sheet, title, panels, columns, all));
    }

    private static void Paint(YearContext context, Sheet sheet, string title, List<Panel> panels, int columns, int all)
    {
        var phrases = context.Phrases;
        var top = sheet.Header(title, phrases.Joined(
            Lowest(context),
            StageStrip.IsNeeded(context) ? string.Empty : phrases.NoStage,
            panels.Count < all ? phrases.LargestOf(panels.Count, all) : string.Empty,
            phrases.PerPoint(context.Series.DaysPerPoint)));
        List<KeyEntry> key =
        [
            new(phrases.FullLine, Inks.Blue, SampleKind.Dashed),
            new(phrases.FloorArea, FloorColor),
            new(phrases.DeadArea, Inks.Grey),
        ];
        if (panels.Any(p => p.Begins.Count > 0))
        {
            key.Insert(1, new(phrases.StageLine, Inks.Vermillion, SampleKind.Dashed));
        }

        top = KeyBox.Row(sheet, key, Sheet.Margin, top, sheet.Width - Sheet.Margin);
        top = StageStrip.Key(sheet, context, top - 2);
        const float left = 26;
        const float bottom = 26;
        var rows = (panels.Count + columns - 1) / columns;
        var wide = (sheet.Width - left - 6) / columns;
        var high = (sheet.Height - top - bottom) / rows;
        for (var p = 0; p < panels.Count; p++)
        {
            var area = SKRect.Create(left + (p % columns * wide), top + (p / columns * high), wide, high);
            PaintPanel(context, sheet, panels[p], area, hasDates: p + columns >= panels.Count);
        }

        sheet.TextUp(phrases.StorageAxis, 18, top + ((sheet.Height - top - bottom) / 2), Sheet.LabelSize, Inks.Ink);
        sheet.Text(context.Dates.Label, sheet.Width / 2, sheet.Height - 8, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
    }

    private static SKColor FloorColor => new(0xDE, 0xDE, 0xDE);

    private static void PaintPanel(YearContext context, Sheet sheet, Panel panel, SKRect area, bool hasDates)
    {
        var phrases = context.Phrases;
        var unit = phrases.StorageScale;
        var inner = new SKRect(area.Left + 34, area.Top + 21, area.Right - 34, area.Bottom - 25);
        var highest = Math.Max(panel.Full, panel.Stored.Max()) / unit;
        var plot = new DatePanel(sheet, context, area, inner, 0, highest * 1.04, Small);
        plot.AddBand(panel.Dead / unit, panel.Floor / unit, FloorColor);
        plot.AddBand(0, panel.Dead / unit, Inks.Grey);
        plot.AddLevel(panel.Full / unit, Inks.Blue, 1.1f, dashed: true);
        var labels = new List<SideLabels.Label> { new(phrases.FullMark, plot.Y(panel.Full / unit), Inks.Blue) };
        foreach (var (stage, volume) in panel.Begins)
        {
            plot.AddLevel(volume / unit, Inks.Vermillion.WithAlpha(190), 0.9f, dashed: true);
            labels.Add(new(AxisStyle.Number(stage + 1), plot.Y(volume / unit), Inks.Vermillion));
        }

        if (panel.Floor > panel.Dead)
        {
            labels.Add(new(phrases.FloorMark, plot.Y((panel.Dead + panel.Floor) / 2 / unit), Inks.Soft));
        }

        if (panel.Dead > 0)
        {
            labels.Add(new(phrases.DeadMark, plot.Y(panel.Dead / 2 / unit), Inks.Soft));
        }

        plot.AddEvenings([.. panel.Stored.Select(v => v / unit)], Inks.Ink, 2);
        var step = NiceSteps.Step(highest, 5);
        plot.Plot.Axes.Left.TickGenerator = AxisStyle.Ticks(0, highest, step);
        plot.Paint(hasDates, StripHeight);
        StageStrip.Paint(sheet, context, plot, inner.Bottom + 1, StripHeight);
        SideLabels.Write(sheet, labels, inner.Right + 4, inner.Top, inner.Bottom - 2, Small - 1, 34, hasSample: false);
        var size = sheet.Measure(panel.Name, Sheet.SmallSize + 1) <= area.Right - inner.Left - 4 ? Sheet.SmallSize + 1 : Sheet.SmallSize - 1;
        sheet.Text(sheet.Cut(panel.Name, size, area.Right - inner.Left - 4), inner.Left, area.Top + 15, size, Inks.Ink);
    }

    private static string Lowest(YearContext context)
    {
        var (least, source, point) = (double.PositiveInfinity, -1, 0);
        for (var s = 0; s < context.County.Sources.Length; s++)
        {
            for (var p = 0; p < context.Series.Points; p++)
            {
                if (context.Series.LiveShare[s][p] < least && context.County.Sources[s].Duty == SourceDuty.InUse)
                {
                    (least, source, point) = (context.Series.LiveShare[s][p], s, p);
                }
            }
        }

        return source < 0 ? string.Empty
            : context.Phrases.LowestStorage(context.NameOf(source), least, context.Day(point));
    }

    private static List<Panel> Panels(YearContext context, out int all)
    {
        var panels = new List<Panel>();
        var stages = context.Stages.Select((s, i) => (Stage: s, Place: i)).ToList();
        var isUsed = context.County.Sources.Select(s => s.Duty == SourceDuty.InUse).ToArray();
        foreach (var inUse in (ReadOnlySpan<bool>)[true, false])
        {
            for (var s = 0; s < isUsed.Length; s++)
            {
                if (isUsed[s] == inUse && context.BasinOf(s) is { } basin)
                {
                    // The first to fall below begins the stage; one kept for droughts is not watched.
                    var begins = stages.Where(t => inUse && t.Stage.Watch == StageWatch.Lowest)
                        .Select(t => (t.Place, basin.Floor + (t.Stage.Below * basin.Live))).ToList();
                    panels.Add(new Panel(
                        context.NameOf(s), [.. context.Series.Storage[s]], basin.Normal, basin.Floor, basin.Dead, begins));
                }
            }
        }

        all = panels.Count;
        if (all > MostPanels)
        {
            var kept = panels.OrderByDescending(p => p.Full).Take(MostPanels).ToHashSet();
            panels.RemoveAll(p => !kept.Contains(p));
        }

        if (County(context, isUsed) is { } county && all > 1)
        {
            panels.Insert(0, county);
        }

        return panels;
    }

    // Live storage of all in use, as the ladder watches it.
    private static Panel? County(YearContext context, bool[] isUsed)
    {
        var stored = new double[context.Series.Points];
        var capacity = 0.0;
        for (var s = 0; s < isUsed.Length; s++)
        {
            if (isUsed[s] && context.BasinOf(s) is { } basin)
            {
                capacity += basin.Live;
                for (var p = 0; p < stored.Length; p++)
                {
                    stored[p] += Math.Max(0, context.Series.Storage[s][p] - basin.Floor);
                }
            }
        }

        var begins = context.Stages.Select((s, i) => (Stage: s, Place: i)).Where(t => t.Stage.Watch == StageWatch.County)
            .Select(t => (t.Place, t.Stage.Below * capacity)).ToList();
        return capacity > 0 ? new Panel(context.Phrases.CountyLive, stored, capacity, 0, 0, begins) : null;
    }

    /// <summary>What a panel shows; volumes are m3.</summary>
    private sealed record Panel(
        string Name, double[] Stored, double Full, double Floor, double Dead, List<(int Stage, double Volume)> Begins);
}
