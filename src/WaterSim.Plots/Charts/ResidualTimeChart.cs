using ScottPlot;
using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Quality;

namespace WaterSim.Plots.Charts;

/// <summary>The concentration over time where it is lowest: a line per community, or per junction without a county.</summary>
internal static class ResidualTimeChart
{
    private const int MostLines = 6;
    private const float NameWidth = 176;
    private const float Bottom = 52;

    /// <summary>The chart, or null where no junction draws water.</summary>
    public static Figure? Draw(ChartContext context, QualityResults quality)
    {
        var (data, phrases) = (context.Data, context.Phrases);
        var view = new QualityView(data, quality);
        var hasCommunities = data.County is { Communities.Length: > 0 };
        var worst = view.WorstFirst();
        if (hasCommunities)
        {
            // The first node of each community in this order is its worst.
            worst = [.. worst.Where(i => data.CommunityOf[i] >= 0).DistinctBy(i => data.CommunityOf[i])];
        }

        if (worst.Count == 0)
        {
            return null;
        }

        List<int> shown = [.. worst.Take(hasCommunities ? MostLines : MostLines - 1)];
        var substance = new Substance(data.Network);
        var what = phrases.Concentration(substance.Name, substance.IsChlorine);
        var below = hasCommunities
            ? phrases.WorstCommunities(shown.Count, worst.Count) : phrases.WorstJunctions(shown.Count, worst.Count);
        return context.Make(
            "concentration-lowest",
            phrases.TimeTitle(what, hasCommunities),
            Sheet.StandardHeight,
            (sheet, title) => Paint(context, sheet, title, phrases.Joined(below), view, substance, what, shown));
    }

    /// <summary>Adds the least that free chlorine may be, in the unit shown.</summary>
    public static void AddLimit(Plot plot, double limit)
    {
        var mark = plot.Add.HorizontalLine(limit);
        mark.LineColor = Inks.Vermillion.ToPlot();
        mark.LineWidth = 1.4f;
        mark.LinePattern = AxisStyle.Dashes;
    }

    private static void Paint(
        ChartContext context,
        Sheet sheet,
        string title,
        string below,
        QualityView view,
        Substance substance,
        string what,
        List<int> shown)
    {
        var phrases = context.Phrases;
        var limit = substance.Shown(Substance.LeastAtEnds);
        var top = sheet.Header(title, below);
        if (substance.IsChlorine)
        {
            top = KeyBox.Row(
                sheet,
                [new(phrases.Limit($"{AxisStyle.Number(limit)} {substance.Unit}"), Inks.Vermillion, SampleKind.Dashed)],
                Sheet.Margin,
                top,
                sheet.Width - Sheet.Margin);
        }

        var plot = AxisStyle.Create(context.Type, context.Time.Label, phrases.ConcentrationAxis(what, substance.Unit));
        plot.Layout.Fixed(new PixelPadding(60, NameWidth, Bottom, 8));
        if (substance.IsChlorine)
        {
            AddLimit(plot, limit);
        }

        // Vermillion is the limit's.
        SKColor[] colors = [.. Inks.Categories.Where(c => c != Inks.Vermillion)];
        var series = shown.ConvertAll(i => Array.ConvertAll(view.Series(i), substance.Shown));
        for (var s = series.Count - 1; s >= 0; s--)
        {
            var line = plot.Add.ScatterLine(context.Time.Hours, series[s], colors[s].ToPlot());
            line.LineWidth = 2;
        }

        var highest = series.SelectMany(v => v).Append(substance.IsChlorine ? limit : 0).Where(double.IsFinite).Max();
        const double headroom = 0.04;
        var axis = AxisStyle.FromZero(plot, highest, headroom) * (1 + headroom);
        context.Time.Apply(plot);
        var area = new SKRect(6, top, sheet.Width - 6, sheet.Height - 4);
        sheet.Draw(plot, area);

        var (high, low) = (area.Top + 8, area.Bottom - Bottom);
        WriteNames(context, sheet, shown, series.ConvertAll(v => low - ((low - high) * (float)(v[^1] / axis))), colors, high, low);
    }

    // Each name at the end of its line, or as near to it as the others leave room.
    private static void WriteNames(
        ChartContext context, Sheet sheet, List<int> shown, List<float> ends, SKColor[] colors, float high, float low)
    {
        const float apart = 17;
        var order = Enumerable.Range(0, shown.Count).OrderBy(s => ends[s]).ThenBy(s => s).ToList();
        var places = new float[shown.Count];
        for (var k = 0; k < order.Count; k++)
        {
            places[order[k]] = Math.Max(Math.Max(ends[order[k]], high), k == 0 ? high : places[order[k - 1]] + apart);
        }

        for (var k = order.Count - 1; k >= 0; k--)
        {
            places[order[k]] = Math.Min(places[order[k]], k == order.Count - 1 ? low : places[order[k + 1]] - apart);
        }

        var x = sheet.Width - 6 - NameWidth;
        foreach (var s in order)
        {
            sheet.Line(x + 1, ends[s], x + 14, places[s], colors[s], 1);
            var name = PlaceNames.Of(context, shown[s]);
            sheet.Text(
                sheet.Cut(name, Sheet.SmallSize, NameWidth - 26), x + 18, places[s] + 4.3f, Sheet.SmallSize, Inks.Ink);
        }
    }
}
