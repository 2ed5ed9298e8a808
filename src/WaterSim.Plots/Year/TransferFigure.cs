using SkiaSharp;
using WaterSim.Planning.County;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Year;

/// <summary>What each interconnection passed over the year, and what it can: a panel each, one below the other.</summary>
internal static class TransferFigure
{
    private const float PanelHeight = 62;
    private const float StripHeight = 12;
    private const float Left = 62;
    private const float Room = 196;

    public static Figure? Draw(YearContext context)
    {
        var links = context.County.Interconnections;
        if (links.IsEmpty)
        {
            return null;
        }

        return context.Make(
            "transfers",
            context.Phrases.TransferTitle,
            Math.Max(Sheet.StandardHeight, 150 + (PanelHeight * links.Length)),
            (sheet, title) => Paint(context, sheet, title));
    }

    private static void Paint(YearContext context, Sheet sheet, string title)
    {
        var (phrases, count) = (context.Phrases, context.County.Interconnections.Length);
        var top = sheet.Header(title, phrases.Joined(
            StageStrip.IsNeeded(context) ? string.Empty : phrases.NoStage, phrases.PerPoint(context.Series.DaysPerPoint)));
        var key = new List<KeyEntry> { new(phrases.Forwards, Inks.Blue) };
        if (context.Series.Passed.Any(p => p.Any(v => v < 0)))
        {
            key.Add(new(phrases.Backwards, Inks.Orange));
        }

        key.Add(new(phrases.Capacity, Inks.Soft, SampleKind.Dashed));
        top = KeyBox.Row(sheet, key, Sheet.Margin, top, sheet.Width - Sheet.Margin);
        top = StageStrip.Key(sheet, context, top - 2);
        var strip = StageStrip.IsNeeded(context) ? StripHeight + 3 : 0;
        var bottom = 44 + strip;
        var high = (sheet.Height - top - bottom) / count;
        DatePanel? last = null;
        for (var x = 0; x < count; x++)
        {
            last = PaintPanel(context, sheet, x, top + (x * high), high, isLast: x == count - 1);
        }

        StageStrip.Paint(sheet, context, last!, sheet.Height - bottom + 22, StripHeight);
        sheet.TextUp(phrases.TransferAxis, 18, top + (high * count / 2), Sheet.LabelSize, Inks.Ink);
        sheet.Text(
            context.Dates.Label, (Left + sheet.Width - Room) / 2, sheet.Height - 8, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
    }

    private static DatePanel PaintPanel(YearContext context, Sheet sheet, int x, float top, float high, bool isLast)
    {
        var (phrases, passed) = (context.Phrases, context.Series.Passed[x]);
        var link = context.County.Interconnections[x];
        var operation = context.County.Dispatch?.Links.FirstOrDefault(l => l.Interconnection == link.Id);
        var (forwards, backwards) = Reach(operation, passed);
        var inner = new SKRect(Left, top + 7, sheet.Width - Room, top + high - 7);
        var area = new SKRect(0, top, sheet.Width, inner.Bottom + 26);
        var panel = new DatePanel(sheet, context, area, inner, -1.12 * backwards, 1.12 * forwards, Sheet.SmallSize);
        var edges = panel.StepEdges();
        Steps.Stack(panel.Plot, edges, new double[edges.Length], [.. DatePanel.Closed(passed).Select(v => Math.Max(0, v))], Inks.Blue);
        StackDown(panel, edges, passed);
        panel.AddLevel(0, Inks.Soft, 0.8f, dashed: false);
        var ticks = new List<ScottPlot.Tick> { ScottPlot.Tick.Major(0, "0") };
        if (operation is not null)
        {
            if (operation.BothWays || !operation.Backward)
            {
                panel.AddLevel(operation.Capacity, Inks.Soft, 1, dashed: true);
                ticks.Add(ScottPlot.Tick.Major(operation.Capacity, AxisStyle.Number(Math.Round(operation.Capacity))));
            }

            if (operation.BothWays || operation.Backward)
            {
                panel.AddLevel(-operation.Capacity, Inks.Soft, 1, dashed: true);
                ticks.Add(ScottPlot.Tick.Major(-operation.Capacity, AxisStyle.Number(Math.Round(operation.Capacity))));
            }
        }
        else
        {
            var most = Math.Max(forwards, backwards);
            ticks.Add(ScottPlot.Tick.Major(forwards >= backwards ? most : -most, AxisStyle.Number(Math.Round(most))));
        }

        panel.Plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. ticks]);
        panel.Plot.Grid.YAxisStyle.IsVisible = false;
        panel.Paint(isLast);
        Name(context, sheet, x, inner, operation);
        return panel;
    }

    private static void Name(YearContext context, Sheet sheet, int x, SKRect inner, LinkOperation? operation)
    {
        var (phrases, passed) = (context.Phrases, context.Series.Passed[x]);
        var link = context.County.Interconnections[x];
        var left = inner.Right + 10;
        var room = sheet.Width - left - 8;
        var y = ((inner.Top + inner.Bottom) / 2) - 8;
        var name = $"{link.Id}  {phrases.Name(link.Name)}";
        sheet.Text(sheet.Cut(name, Sheet.SmallSize, room), left, y, Sheet.SmallSize, Inks.Ink);
        if (x < context.Ways.Length)
        {
            var (from, to) = (context.Ways[x].From, context.Ways[x].To);
            var way = operation is { Backward: true, BothWays: false } ? phrases.Towards(to, from) : phrases.Towards(from, to);
            sheet.Text(sheet.Cut(way, Sheet.SmallSize - 1, room), left, y + 14, Sheet.SmallSize - 1, Inks.Soft);
        }

        var mean = phrases.TransferMean(
            context.Mean([.. passed.Select(v => Math.Max(0, v))]), context.Mean([.. passed.Select(v => Math.Max(0, -v))]));
        var told = operation is { OnlyInDrought: true } ? $"{mean}; {phrases.DroughtOnly}" : mean;
        sheet.Text(sheet.Cut(told, Sheet.SmallSize - 1, room), left, y + 28, Sheet.SmallSize - 1, Inks.Soft);
    }

    // What goes back hangs below the zero line.
    private static void StackDown(DatePanel panel, double[] edges, IReadOnlyList<double> passed)
    {
        if (!passed.Any(v => v < 0))
        {
            return;
        }

        var corners = Steps.Corners(edges, [.. DatePanel.Closed(passed).Select(v => Math.Min(0, v))]);
        var band = panel.Plot.Add.Polygon([new(edges[0], 0), .. corners, new(edges[^1], 0)]);
        band.FillColor = Inks.Orange.ToPlot();
        band.LineWidth = 0;
    }

    private static (double Forwards, double Backwards) Reach(LinkOperation? operation, IReadOnlyList<double> passed)
    {
        var most = operation?.Capacity ?? 0;
        var forwards = Math.Max(passed.Max(), operation is { Backward: true, BothWays: false } ? 0 : most);
        var backwards = Math.Max(-passed.Min(), operation is { } o && (o.BothWays || o.Backward) ? most : 0);
        return Math.Max(forwards, backwards) > 0 ? (Math.Max(forwards, 0), Math.Max(backwards, 0)) : (1, 0);
    }
}
