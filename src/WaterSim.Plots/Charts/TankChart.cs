using ScottPlot;
using SkiaSharp;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Charts;

/// <summary>Levels of all tanks over the run, a small panel for each.</summary>
internal static class TankChart
{
    private const int MostPanels = 20;
    private const float PanelHeight = 118;

    public static Figure? Draw(ChartContext context)
    {
        var panels = Panels(context, out var all);
        if (panels.Count == 0)
        {
            return null;
        }

        var columns = panels.Count switch { <= 3 => 1, <= 4 => 2, <= 9 => 3, _ => 4 };
        var places = Places(panels, columns);
        var rows = places[^1].Row + 1;
        var height = Math.Max(Sheet.StandardHeight, 130 + (rows * PanelHeight));
        return context.Make(
            "tank-levels",
            context.Phrases.TankTitle,
            height,
            (sheet, title) => Paint(context, sheet, title, panels, places, all, columns));
    }

    private static void Paint(
        ChartContext context,
        Sheet sheet,
        string title,
        List<Panel> panels,
        List<(int Row, int Column)> places,
        int all,
        int columns)
    {
        var phrases = context.Phrases;
        var top = sheet.Header(title, panels.Count < all ? phrases.Joined(phrases.LargestOf(panels.Count, all)) : null);
        var legend = panels.DistinctBy(p => p.Kind)
            .Select(p => new KeyEntry(p.Kind, p.Color, SampleKind.Line))
            .Append(new KeyEntry(phrases.OperatingRange, Inks.Soft, SampleKind.Dashed));
        top = KeyBox.Row(sheet, [.. legend], Sheet.Margin, top, sheet.Width - Sheet.Margin);
        const float left = 30;
        const float bottom = 28;
        var wide = (sheet.Width - left - 8) / columns;
        var high = (sheet.Height - top - bottom) / (places[^1].Row + 1);
        for (var p = 0; p < panels.Count; p++)
        {
            var (row, column) = places[p];

            // A panel with nothing below it carries the times.
            var isLowest = !places.Contains((row + 1, column));
            var area = SKRect.Create(left + (column * wide), top + (row * high), wide, high);
            PaintPanel(context, sheet, panels[p], area, isLowest, columns);
        }

        sheet.TextUp(phrases.LevelAxis, 20, top + ((sheet.Height - top - bottom) / 2), Sheet.LabelSize, Inks.Ink);
        var middle = left + ((sheet.Width - left) / 2);
        sheet.Text(context.Time.Label, middle, sheet.Height - 9, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
    }

    // Each kind begins a row where that takes no more than one row more.
    private static List<(int Row, int Column)> Places(List<Panel> panels, int columns)
    {
        var rowsOfKinds = panels.GroupBy(p => p.Kind).Sum(g => (g.Count() + columns - 1) / columns);
        var isSplit = rowsOfKinds <= ((panels.Count + columns - 1) / columns) + 1;
        var places = new List<(int Row, int Column)>();
        var (row, column) = (0, 0);
        for (var p = 0; p < panels.Count; p++)
        {
            if (column == columns || (isSplit && p > 0 && panels[p].Kind != panels[p - 1].Kind))
            {
                (row, column) = (row + 1, 0);
            }

            places.Add((row, column++));
        }

        return places;
    }

    private static void PaintPanel(
        ChartContext context, Sheet sheet, Panel panel, SKRect area, bool isLowest, int columns)
    {
        var plot = AxisStyle.Create(context.Type, null, null, columns > 2 ? 11.5f : Sheet.SmallSize);
        plot.Layout.Fixed(new PixelPadding(36, 12, 20, 22));
        var line = plot.Add.ScatterLine(context.Time.Hours, panel.Levels, panel.Color.ToPlot());
        line.LineWidth = 1.8f;
        foreach (var limit in (ReadOnlySpan<double>)[panel.Tank.MinimumLevel, panel.Tank.MaximumLevel])
        {
            var mark = plot.Add.HorizontalLine(limit);
            mark.LineColor = Inks.Soft.ToPlot();
            mark.LineWidth = 1;
            mark.LinePattern = AxisStyle.Dashes;
        }

        var finite = panel.Levels.Where(double.IsFinite);
        var low = Math.Min(panel.Tank.MinimumLevel, finite.DefaultIfEmpty(0).Min());
        var high = Math.Max(panel.Tank.MaximumLevel, finite.DefaultIfEmpty(1).Max());

        // From the bottom where that costs little room; closer where a tank works in a narrow band high up.
        var floor = low >= 0 && low < 0.6 * high ? 0 : low;
        var step = NiceSteps.Step(Math.Max(high - floor, 1e-3), 5);
        floor = step * Math.Floor(floor / step);
        plot.Axes.SetLimitsY(floor, high + (0.06 * (high - floor)));
        plot.Axes.Left.TickGenerator = AxisStyle.Ticks(floor, high, step);
        context.Time.Apply(plot, isLowest, columns switch { 3 => 2, 4 => 4, _ => 1 });
        sheet.Draw(plot, area);
        sheet.Text(
            sheet.Cut(panel.Name, Sheet.SmallSize, area.Width - 48),
            area.Left + 36,
            area.Top + 15,
            Sheet.SmallSize,
            Inks.Ink);
    }

    private static List<Panel> Panels(ChartContext context, out int all)
    {
        var (data, county, phrases) = (context.Data, context.Data.County, context.Phrases);
        var panels = new List<Panel>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plant in county?.Plants ?? [])
        {
            Add(plant.ClearWell, phrases.Name(plant.Name), phrases.ClearWell, Inks.Blue);
        }

        foreach (var tank in county?.Tanks ?? [])
        {
            Add(tank.Id, phrases.Name(tank.Name), phrases.ElevatedTank, Inks.Vermillion);
        }

        foreach (var booster in county?.Boosters ?? [])
        {
            foreach (var id in TanksOf(data.Network, booster))
            {
                Add(id, phrases.Name(booster.Name), phrases.StationTank, Inks.Green);
            }
        }

        foreach (var tank in data.Network.Nodes.OfType<Tank>())
        {
            Add(tank.Id, Phrases.Numbered(phrases.Tank, tank.Id), phrases.Tank, county is null ? Inks.Blue : Inks.Purple);
        }

        all = panels.Count;
        if (all > MostPanels)
        {
            var kept = panels.OrderByDescending(p => Volume(p.Tank)).Take(MostPanels).ToHashSet();
            panels.RemoveAll(p => !kept.Contains(p));
        }

        return panels;

        void Add(string id, string name, string kind, SKColor color)
        {
            var i = data.Network.IndexOfNode(id);
            if (i < 0 || data.Network.Nodes[i] is not Tank tank || !taken.Add(id))
            {
                return;
            }

            var levels = new double[data.Results.Times.Length];
            for (var k = 0; k < levels.Length; k++)
            {
                levels[k] = data.Results.Pressures(k)[i];
            }

            panels.Add(new Panel(tank, name, kind, color, levels));
        }
    }

    // Tanks that a station's pumps draw from or fill, at once or through one pipe.
    private static IEnumerable<string> TanksOf(Network network, BoosterStation booster)
    {
        foreach (var pump in booster.Duty.Select(network.FindLink).OfType<Link>())
        {
            foreach (var end in (string[])[pump.FromNode, pump.ToNode])
            {
                yield return end;
                foreach (var link in network.Links.Where(l => l.FromNode == end || l.ToNode == end))
                {
                    yield return link.FromNode == end ? link.ToNode : link.FromNode;
                }
            }
        }
    }

    private static double Volume(Tank tank) => tank.Diameter * tank.Diameter * (tank.MaximumLevel - tank.MinimumLevel);

    private sealed record Panel(Tank Tank, string Name, string Kind, SKColor Color, double[] Levels);
}
