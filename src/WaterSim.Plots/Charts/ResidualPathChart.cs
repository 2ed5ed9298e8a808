using ScottPlot;
using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;
using WaterSim.Quality;

namespace WaterSim.Plots.Charts;

/// <summary>The concentration along the way of the water from its source to the junction where it is lowest.</summary>
internal static class ResidualPathChart
{
    private const float Left = 66;
    private const float Right = 24;
    private const float Bottom = 52;
    private const float NameRow = 17;

    // Room left and right of the way, of its length, so that marks at its ends are whole.
    private const double Slack = 0.012;

    /// <summary>The chart, or null where no junction draws water or none flows there.</summary>
    public static Figure? Draw(ChartContext context, QualityResults quality)
    {
        var view = new QualityView(context.Data, quality);
        if (view.WorstFirst() is not [var worst, ..])
        {
            return null;
        }

        var path = FlowPath.To(context.Data, worst);
        if (!(path[^1].Distance > 0))
        {
            return null;
        }

        var substance = new Substance(context.Data.Network);
        var phrases = context.Phrases;
        var what = phrases.Concentration(substance.Name, substance.IsChlorine);
        return context.Make(
            "concentration-path",
            phrases.PathTitle(what, PlaceNames.Of(context, worst)),
            Sheet.StandardHeight,
            (sheet, title) => Paint(context, sheet, title, view, substance, what, path));
    }

    private static void Paint(
        ChartContext context,
        Sheet sheet,
        string title,
        QualityView view,
        Substance substance,
        string what,
        List<(int Node, double Distance)> path)
    {
        var phrases = context.Phrases;
        var limit = substance.Shown(Substance.LeastAtEnds);
        var residual = new ResidualPath(context.Data, view, substance, path);
        var top = sheet.Header(title, phrases.PathBelow);
        top = KeyBox.Row(
            sheet, Legend(phrases, view, substance, limit, residual), Sheet.Margin, top, sheet.Width - Sheet.Margin);

        var plot = AxisStyle.Create(context.Type, phrases.Distance, phrases.ConcentrationAxis(what, substance.Unit));
        plot.Layout.Fixed(new PixelPadding(Left - 6, Right - 6, Bottom, 6));
        foreach (var piece in residual.Pieces.Where(p => p.Count > 1 && view.HasLastDay))
        {
            var band = plot.Add.Polygon([
                .. piece.Select(p => new Coordinates(p.X, p.High)),
                .. piece.AsEnumerable().Reverse().Select(p => new Coordinates(p.X, p.Low))]);
            band.FillColor = Band.ToPlot();
            band.LineWidth = 0;
        }

        if (substance.IsChlorine)
        {
            ResidualTimeChart.AddLimit(plot, limit);
        }

        foreach (var piece in residual.Pieces.Where(p => p.Count > 0))
        {
            var line = plot.Add.ScatterLine(
                piece.Select(p => p.X).ToArray(), piece.Select(p => p.Mean).ToArray(), Inks.Blue.ToPlot());
            line.LineWidth = 2.2f;

            // Between nodes the line is drawn straight; the nodes are what was computed.
            line.MarkerSize = path.Count <= 60 ? 5 : 0;
        }

        foreach (var dose in residual.Doses)
        {
            plot.Add.Marker(dose.X, dose.Mean, MarkerShape.FilledCircle, 10, Inks.Ink.ToPlot());
        }

        var length = path[^1].Distance / 1000;
        var highest = residual.Pieces.SelectMany(p => p).Max(p => p.High);
        plot.Axes.SetLimitsX(-Slack * length, (1 + Slack) * length);
        plot.Axes.Bottom.TickGenerator = AxisStyle.Ticks(0, length, NiceSteps.Step(length, 10));
        AxisStyle.FromZero(plot, Math.Max(highest, substance.IsChlorine ? limit : 0), headroom: 0.04);

        var area = new SKRect(6, top + (2 * NameRow), sheet.Width - 6, sheet.Height - 4);
        WriteNames(context, sheet, path, top, area.Bottom - Bottom);
        sheet.Draw(plot, area);
    }

    private static List<KeyEntry> Legend(
        Phrases phrases, QualityView view, Substance substance, double limit, ResidualPath residual)
    {
        List<KeyEntry> legend = [new(view.HasLastDay ? phrases.MeanOfDay : phrases.AtLastTime, Inks.Blue, SampleKind.Line)];
        if (view.HasLastDay)
        {
            legend.Add(new(phrases.RangeOfDay, Band));
        }

        if (substance.IsChlorine)
        {
            legend.Add(new(phrases.Limit($"{AxisStyle.Number(limit)} {substance.Unit}"), Inks.Vermillion, SampleKind.Dashed));
        }

        if (residual.Doses.Count > 0)
        {
            legend.Add(new(phrases.Dosed, Inks.Ink, SampleKind.Dot));
        }

        return legend;
    }

    private static SKColor Band { get; } = new(0xC9, 0xE3, 0xF3);

    // Where the way begins and ends, where something is dosed, and the communities on it as far as there is room.
    private static void WriteNames(
        ChartContext context, Sheet sheet, List<(int Node, double Distance)> path, float top, float bottom)
    {
        var wide = sheet.Width - Left - Right;
        var taken = new List<SKRect>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        int[] entered = [.. Enumerable.Range(1, path.Count - 1).Where(p =>
            context.Data.CommunityOf[path[p].Node] is >= 0 and var c && c != context.Data.CommunityOf[path[p - 1].Node])];
        var doses = Enumerable.Range(0, path.Count)
            .Where(p => context.Data.Network.Nodes[path[p].Node].Source is { Strength: not 0 });
        foreach (var p in (IEnumerable<int>)[path.Count - 1, 0, .. doses, .. entered])
        {
            var name = PlaceNames.Of(context, path[p].Node);
            if (!named.Add(name))
            {
                continue;
            }

            var room = sheet.Measure(name, Sheet.SmallSize);
            var x = Left + (wide * (float)((Slack + (path[p].Distance / path[^1].Distance)) / (1 + (2 * Slack))));
            var left = Math.Clamp(x - (room / 2), 6, sheet.Width - 6 - room);
            for (var row = 1; row >= 0; row--)
            {
                var box = SKRect.Create(left - 6, top + (row * NameRow), room + 12, NameRow - 1);
                if (!taken.Exists(box.IntersectsWith))
                {
                    taken.Add(box);
                    sheet.Line(x, box.Bottom, x, bottom, Inks.Hairline, 1);
                    sheet.Text(name, left, box.Bottom - 4, Sheet.SmallSize, Inks.Ink, halo: 1.5f);
                    break;
                }
            }
        }
    }
}
