using ScottPlot;
using SkiaSharp;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Charts;

/// <summary>
/// Cumulative distribution of the lowest pressure. In a county it counts people: those of a community are spread over
/// its nodes by their demand. Elsewhere it counts demand, or nodes alike where none asks for water.
/// </summary>
internal static class PressureChart
{
    public static Figure? Draw(ChartContext context)
    {
        var (data, phrases) = (context.Data, context.Phrases);
        var hasPeople = data.County is { Communities.Length: > 0 };
        var curves = hasPeople ? PeopleCurves(context) : DemandCurve(context);
        if (curves.Count == 0)
        {
            return null;
        }

        return context.Make(
            "pressure-distribution",
            hasPeople ? phrases.PressureTitle : phrases.NodePressureTitle,
            Sheet.StandardHeight,
            (sheet, title) => Paint(context, sheet, title, curves));
    }

    private static void Paint(ChartContext context, Sheet sheet, string title, List<Curve> curves)
    {
        var phrases = context.Phrases;
        var all = curves.SelectMany(c => c.Points).OrderBy(p => p.Pressure).ToList();
        var below = curves.Sum(c => c.Points.Where(p => p.Pressure < p.Service).Sum(p => p.Weight));
        var top = sheet.Header(
            title,
            phrases.Joined(
                context.Data.County is null ? string.Empty : phrases.PeopleBelow(below, all.Sum(p => p.Weight)),
                phrases.MedianPressure(Quantile(all, 0.5), all[0].Pressure)));

        var legend = new List<KeyEntry>();
        foreach (var curve in curves)
        {
            legend.Add(new(curve.Name, curve.Color, SampleKind.Line));
        }

        foreach (var curve in curves)
        {
            legend.AddRange(curve.ServiceHeads.Select(h => new KeyEntry(
                phrases.ServiceHead(curve.IsUrban, h), curve.Color, SampleKind.Dashed)));
        }

        if (legend.Count > 1)
        {
            top = KeyBox.Row(sheet, legend, Sheet.Margin, top, sheet.Width - Sheet.Margin);
        }

        var plot = AxisStyle.Create(
            context.Type, phrases.PressureAxis, context.Data.County is null ? phrases.DemandShare : phrases.PeopleShare);
        foreach (var curve in curves)
        {
            foreach (var head in curve.ServiceHeads)
            {
                var mark = plot.Add.VerticalLine(head);
                mark.LineColor = curve.Color.ToPlot();
                mark.LineWidth = 1.2f;
                mark.LinePattern = AxisStyle.Dashes;
            }

            var line = plot.Add.ScatterLine(Cumulate(curve.Points), curve.Color.ToPlot());
            line.LineWidth = 2.2f;
        }

        // A few stray nodes on hills or in hollows do not decide the scale.
        var heads = curves.SelectMany(c => c.ServiceHeads).ToList();
        var (usualLow, usualHigh) = (Quantile(all, 0.01), Quantile(all, 0.99));
        var slack = 0.3 * Math.Max(usualHigh - usualLow, 1);
        var low = Math.Min(Math.Max(all[0].Pressure, usualLow - slack), heads.DefaultIfEmpty(double.MaxValue).Min());
        var high = Math.Max(Math.Min(all[^1].Pressure, usualHigh + slack), heads.DefaultIfEmpty(double.MinValue).Max());
        var step = NiceSteps.Step(Math.Max(high - Math.Min(low, 0), 1), 10);
        var first = low >= 0 && low < 0.5 * high ? 0 : step * Math.Floor(low / step);
        var last = step * Math.Ceiling((high / step) + 1e-9);
        plot.Axes.SetLimits(first, last, 0, 101);
        plot.Axes.Bottom.TickGenerator = AxisStyle.Ticks(first, last, step);
        plot.Axes.Left.TickGenerator = AxisStyle.Ticks(0, 100, 20);
        sheet.Draw(plot, new SKRect(6, top, sheet.Width - 6, sheet.Height - 4));
    }

    private static Coordinates[] Cumulate(List<Point> points)
    {
        var total = points.Sum(p => p.Weight);
        var corners = new List<Coordinates>(2 * points.Count) { new(points[0].Pressure, 0) };
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            sum += points[i].Weight;
            var share = 100 * sum / total;
            corners.Add(new(points[i].Pressure, share));
            if (i + 1 < points.Count)
            {
                corners.Add(new(points[i + 1].Pressure, share));
            }
        }

        return [.. corners];
    }

    private static double Quantile(List<Point> sorted, double share)
    {
        var goal = share * sorted.Sum(p => p.Weight);
        var sum = 0.0;
        foreach (var point in sorted)
        {
            sum += point.Weight;
            if (sum >= goal)
            {
                return point.Pressure;
            }
        }

        return sorted[^1].Pressure;
    }

    private static List<Curve> PeopleCurves(ChartContext context)
    {
        var (data, county, phrases) = (context.Data, context.Data.County!, context.Phrases);
        var curves = new List<Curve>();
        foreach (var urban in (ReadOnlySpan<bool>)[true, false])
        {
            var members = county.Communities.Where(c => c.Class == CommunityClass.Urban == urban).ToList();
            var points = members.SelectMany(c => PointsOf(data, c)).OrderBy(p => p.Pressure).ToList();
            if (points.Count == 0)
            {
                continue;
            }

            var people = members.Sum(c => c.People);
            curves.Add(new Curve(
                urban ? phrases.TownCentres(people) : phrases.Villages(people),
                urban ? Inks.Blue : Inks.Vermillion,
                urban,
                points,
                [.. members.Select(c => c.ServiceHead).Distinct().Order()]));
        }

        return curves;
    }

    private static IEnumerable<Point> PointsOf(RunData data, Community community)
    {
        var nodes = community.Nodes.Select(data.Network.IndexOfNode).Where(i => i >= 0).ToList();
        var demand = nodes.Sum(i => data.MeanRequired[i]);
        foreach (var i in nodes)
        {
            var share = demand > 0 ? data.MeanRequired[i] / demand : 1.0 / nodes.Count;
            if (share > 0 && community.People > 0)
            {
                // Where no source reaches there is no pressure.
                var pressure = double.IsFinite(data.LowestPressure[i]) ? data.LowestPressure[i] : 0;
                yield return new Point(pressure, community.People * share, community.ServiceHead);
            }
        }
    }

    private static List<Curve> DemandCurve(ChartContext context)
    {
        var data = context.Data;
        var hasDemand = data.MeanRequired.Any(q => q > 0);
        var points = new List<Point>();
        for (var i = 0; i < data.LowestPressure.Length; i++)
        {
            var weight = hasDemand ? data.MeanRequired[i] : 1;
            if (data.Network.Nodes[i] is Junction && double.IsFinite(data.LowestPressure[i]) && weight > 0)
            {
                points.Add(new Point(data.LowestPressure[i], weight, double.NegativeInfinity));
            }
        }

        return points.Count == 0
            ? []
            : [new Curve(context.Phrases.AllDemand, Inks.Blue, false, [.. points.OrderBy(p => p.Pressure)], [])];
    }

    /// <summary>Pressure head, m; people or demand that have it; pressure head they are owed, m.</summary>
    private readonly record struct Point(double Pressure, double Weight, double Service);

    private sealed record Curve(string Name, SKColor Color, bool IsUrban, List<Point> Points, double[] ServiceHeads);
}
