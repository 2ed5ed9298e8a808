using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Charts;

/// <summary>What each town asks for and what it gets.</summary>
internal static class TownBalanceChart
{
    private const double SecondsPerDay = 86_400;

    public static Figure Draw(ChartContext context)
    {
        var phrases = context.Phrases;
        var towns = Towns(context);
        return context.Make("town-balance", phrases.TownTitle, Sheet.StandardHeight, (sheet, title) =>
        {
            var total = phrases.Total(towns.Sum(t => t.Required), towns.Sum(t => t.Delivered));
            var top = sheet.Header(title, phrases.Joined(total));
            top = KeyBox.Row(
                sheet,
                [new(phrases.Required, Inks.Grey), new(phrases.Delivered, Inks.Blue)],
                Sheet.Margin,
                top,
                sheet.Width - Sheet.Margin);
            sheet.Text(
                phrases.DeliveredShare,
                sheet.Width - Sheet.Margin,
                top - 8,
                Sheet.SmallSize,
                Inks.Soft,
                TextAlign.Right);

            var plot = AxisStyle.Create(context.Type, null, phrases.DailyVolumeAxis);
            plot.Grid.XAxisStyle.IsVisible = false;
            var ticks = new List<Tick>();
            for (var t = 0; t < towns.Count; t++)
            {
                AddBar(plot, t - 0.38, t - 0.01, towns[t].Required, Inks.Grey);
                AddBar(plot, t + 0.01, t + 0.38, towns[t].Delivered, Inks.Blue);
                AddShare(context, plot, t, towns[t]);
                ticks.Add(Tick.Major(t, context.Type.Fit(towns[t].Name)));
            }

            plot.Axes.Bottom.TickGenerator = new NumericManual([.. ticks]);
            plot.Axes.Bottom.MajorTickStyle.Length = 0;
            var room = (sheet.Width - 100) / Math.Max(1, towns.Count);
            if (towns.Any(t => sheet.Measure(t.Name, Sheet.SmallSize + 1) > room - 4))
            {
                plot.Axes.Bottom.TickLabelStyle.Rotation = -35;
                plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
                plot.Axes.Bottom.MinimumSize = Math.Min(
                    130, 14 + (0.6f * towns.Max(t => sheet.Measure(t.Name, Sheet.SmallSize + 1))));
            }

            var highest = towns.Max(t => Math.Max(t.Required, t.Delivered));
            plot.Axes.SetLimitsX(-0.6, towns.Count - 0.4);
            AxisStyle.FromZero(plot, highest, headroom: 0.05);
            sheet.Draw(plot, new SKRect(6, top, sheet.Width, sheet.Height - 8));
        });
    }

    private static void AddBar(Plot plot, double left, double right, double height, SKColor color)
    {
        var bar = plot.Add.Rectangle(left, right, 0, height);
        bar.FillColor = color.ToPlot();
        bar.LineWidth = 0;
    }

    private static void AddShare(ChartContext context, Plot plot, int place, TownBalance town)
    {
        if (!(town.Required > 0))
        {
            return;
        }

        // A shortfall is never rounded up to 100 %.
        var share = 100 * town.Delivered / town.Required;
        share = share >= 99.995 ? Math.Round(share, 1) : Math.Min(Math.Round(share, 1), 99.9);
        var isShort = share < 100;
        var label = plot.Add.Text(
            string.Create(CultureInfo.InvariantCulture, $"{share:0.#} %"), place, Math.Max(town.Required, town.Delivered));
        label.LabelFontName = context.Type.Family;
        label.LabelFontSize = Sheet.SmallSize;
        label.LabelFontColor = (isShort ? Inks.Vermillion : Inks.Soft).ToPlot();
        label.LabelAlignment = Alignment.LowerCenter;
        label.OffsetY = -2;
    }

    private static List<TownBalance> Towns(ChartContext context)
    {
        var (data, county) = (context.Data, context.Data.County!);
        var places = county.Towns.Select((town, i) => (town.Id, i))
            .ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);
        var required = new double[county.Towns.Length + 1];
        var delivered = new double[county.Towns.Length + 1];
        for (var i = 0; i < data.CommunityOf.Length; i++)
        {
            // The last place is for water drawn outside every community.
            var place = data.CommunityOf[i] is >= 0 and var c
                ? places.GetValueOrDefault(county.Communities[c].Town, county.Towns.Length)
                : county.Towns.Length;
            required[place] += SecondsPerDay * data.MeanRequired[i];
            delivered[place] += SecondsPerDay * data.MeanDelivered[i];
        }

        var balances = county.Towns
            .Select((town, i) => new TownBalance(context.Phrases.Name(town.Name), required[i], delivered[i])).ToList();
        if (delivered[^1] + required[^1] > 1e-6 * (delivered.Sum() + required.Sum()))
        {
            balances.Add(new TownBalance(context.Phrases.Others, required[^1], delivered[^1]));
        }

        return balances;
    }

    /// <summary>A town's mean water, m3/d.</summary>
    private sealed record TownBalance(string Name, double Required, double Delivered);
}
