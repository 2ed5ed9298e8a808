using ScottPlot;
using SkiaSharp;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.County;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Comparison;

/// <summary>How many people have how much pressure in each run: townspeople and villagers side by side.</summary>
internal static class DistributionFigure
{
    public static Figure? Draw(ComparisonContext context)
    {
        var measures = context.Comparison.Measures;
        var measure = Enumerable.Range(0, measures.Length).FirstOrDefault(m => measures[m].Id == "min_pressure", -1);
        var panels = measure < 0 ? [] : Panels(context, measure);
        return panels.Count == 0 ? null : context.Make(
            "pressure-distribution", context.Phrases.LowestPressures, Sheet.StandardHeight,
            (sheet, title) => Paint(context, sheet, title, panels));
    }

    private static void Paint(ComparisonContext context, Sheet sheet, string title, List<Panel> panels)
    {
        var phrases = context.Phrases;
        var top = sheet.Header(title, phrases.Joined(phrases.EachAtItsWorst));
        top = context.WriteKey(sheet, top) + 4;
        var all = panels.SelectMany(p => p.Curves).SelectMany(c => c).Select(c => c.Pressure).ToArray();
        var (low, high) = (Math.Min(0, all.Min()), all.Max());
        var step = NiceSteps.Step(Math.Max(high - low, 1), 8);
        var (first, last) = (step * Math.Floor(low / step), step * Math.Ceiling((high / step) + 1e-9));
        var wide = (sheet.Width - 8) / panels.Count;
        for (var p = 0; p < panels.Count; p++)
        {
            var plot = AxisStyle.Create(context.Type, phrases.PressureAxis, p == 0 ? phrases.PeopleShare : null, Sheet.SmallSize);
            plot.Layout.Fixed(new PixelPadding(p == 0 ? 58 : 40, 16, 50, 26));
            for (var run = 0; run < panels[p].Curves.Length; run++)
            {
                if (panels[p].Curves[run].Length > 0)
                {
                    var line = plot.Add.ScatterLine(Cumulate(panels[p].Curves[run]), ComparisonContext.ColorOf(run).ToPlot());
                    line.LineWidth = run == 0 ? 3.4f : 1.7f;
                }
            }

            plot.Axes.SetLimits(first, last, 0, 101);
            plot.Axes.Bottom.TickGenerator = AxisStyle.Ticks(first, last, step);
            plot.Axes.Left.TickGenerator = AxisStyle.Ticks(0, 100, 20);
            var area = SKRect.Create(4 + (p * wide), top, wide, sheet.Height - top - 4);
            sheet.Draw(plot, area);
            sheet.Text(panels[p].Name, area.Left + (p == 0 ? 58 : 40), top + 17, Sheet.LabelSize, Inks.Ink);
        }
    }

    private static List<Panel> Panels(ComparisonContext context, int measure)
    {
        var (comparison, phrases) = (context.Comparison, context.Phrases);
        var panels = new List<Panel>();
        foreach (var of in (ReadOnlySpan<CommunityClass>)[CommunityClass.Urban, CommunityClass.Rural])
        {
            var members = comparison.Communities.Where(c => c.Class == of && c.People > 0).ToList();
            if (members.Count > 0)
            {
                var people = members.Sum(c => c.People);
                panels.Add(new Panel(
                    of == CommunityClass.Urban ? phrases.TownCentres(people) : phrases.Villages(people),
                    [.. comparison.Runs.Select((_, run) => members
                        .Where(c => c.Values[measure][run] is not null)
                        .Select(c => (Pressure: c.Values[measure][run]!.Value, c.People))
                        .OrderBy(c => c.Pressure)
                        .ToArray())]));
            }
        }

        return panels.Exists(p => p.Curves.All(c => c.Length == 0)) ? [] : panels;
    }

    private static Coordinates[] Cumulate((double Pressure, int People)[] sorted)
    {
        double sum = 0, total = sorted.Sum(c => (double)c.People);
        var corners = new List<Coordinates>(2 * sorted.Length);
        foreach (var (pressure, people) in sorted)
        {
            corners.Add(new Coordinates(pressure, 100 * sum / total));
            sum += people;
            corners.Add(new Coordinates(pressure, 100 * sum / total));
        }

        return [.. corners];
    }

    private sealed record Panel(string Name, (double Pressure, int People)[][] Curves);
}
