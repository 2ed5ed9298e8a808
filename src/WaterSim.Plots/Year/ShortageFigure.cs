using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Year;

/// <summary>Who was short of water on which days: communities by town, days from left to right, darker where more was missing.</summary>
internal static class ShortageFigure
{
    private const float RowHeight = 2.2f;
    private const float TownGap = 3.5f;
    private const float LeastTown = 14;
    private const float StripHeight = 12;

    // Below 1 % a community counts as served, as in the summary.
    private static readonly double[] Limits = [0.01, 0.1, 0.2, 0.4, 0.6, 0.8];
    private static readonly SKColor Served = new(0xF1, 0xF1, 0xF1);
    private static readonly SKColor[] Colors = [.. Limits.Select((_, i) => Inks.Viridis(0.98 - (0.98 * i / (Limits.Length - 1))))];

    public static Figure? Draw(YearContext context)
    {
        if (context.County.Communities.IsEmpty)
        {
            return null;
        }

        var towns = Towns(context);
        var rows = towns.Sum(t => t.Height) + (TownGap * (towns.Count - 1));
        return context.Make(
            "shortage", context.Phrases.ShortageTitle, Math.Max(Sheet.StandardHeight, rows + 170),
            (sheet, title) => Paint(context, sheet, title, towns, rows));
    }

    private static void Paint(YearContext context, Sheet sheet, string title, List<TownRows> towns, float rows)
    {
        var (phrases, series) = (context.Phrases, context.Series);
        var all = context.County.Communities.Length;
        var some = series.Short.Count(s => s.Any(v => v >= Limits[0]));
        var top = sheet.Header(title, phrases.Joined(
            some == 0 ? phrases.NobodyShort(all) : phrases.ShortCommunities(some, all, PersonDays(context)),
            StageStrip.IsNeeded(context) ? string.Empty : phrases.NoStage,
            phrases.PerPoint(series.DaysPerPoint)));
        if (some > 0)
        {
            top = Key(sheet, context, top);
        }

        top = StageStrip.Key(sheet, context, top - 2);
        var left = 14 + Math.Min(150, towns.Max(t => sheet.Measure(t.Name, Sheet.SmallSize))) + 8;
        var right = sheet.Width - (some > 0 ? 74 : 20);
        var strip = StageStrip.IsNeeded(context) ? StripHeight + 3 : 0;
        var bottom = sheet.Height - 42 - strip;
        var inner = new SKRect(left, top + 14, right, bottom);
        var panel = new DatePanel(sheet, context, new SKRect(0, top, sheet.Width, sheet.Height), inner, 0, 1, Sheet.SmallSize + 1);
        panel.Plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual();
        panel.Plot.Axes.Left.FrameLineStyle.Width = 0;

        // The towns fill what the legend leaves.
        var stretch = (inner.Height - (TownGap * (towns.Count - 1))) / (rows - (TownGap * (towns.Count - 1)));
        var places = Places(towns, inner.Top, stretch);
        var list = towns.SelectMany(t => t.Members).ToList();
        foreach (var (from, to) in places.Towns)
        {
            sheet.Fill(new SKRect(inner.Left, from, inner.Right, to), Served);
        }

        HeatCells.Paint(
            sheet, p => panel.X(p < series.Points ? context.Begin(p) : series.Days), series.Points, places.Rows,
            (r, p) => ClassOf(series.Short[list[r]][p]), Colors);
        panel.Paint(hasDates: true);
        if (some == 0)
        {
            sheet.Text(
                phrases.Nobody, (left + right) / 2, (inner.Top + inner.Bottom) / 2, Sheet.TitleSize, Inks.Soft, TextAlign.Center, halo: 2);
        }
        else
        {
            sheet.Text(phrases.ShortageRows(all), left, inner.Top - 4, Sheet.SmallSize - 1, Inks.Soft);
            sheet.Text(phrases.NotMetOfYear, right + 6, inner.Top - 4, Sheet.SmallSize - 1, Inks.Soft);
        }

        for (var t = 0; t < towns.Count; t++)
        {
            var middle = ((places.Towns[t].Top + places.Towns[t].Bottom) / 2) + 4.2f;
            sheet.Text(
                sheet.Cut(towns[t].Name, Sheet.SmallSize, left - 20), left - 8, middle, Sheet.SmallSize, Inks.Ink, TextAlign.Right);
            if (some > 0)
            {
                sheet.Text(ShareOf(context, towns[t]), right + 6, middle, Sheet.SmallSize, Inks.Ink);
            }
        }

        StageStrip.Paint(sheet, context, panel, inner.Bottom + 22, StripHeight);
        sheet.Text(context.Dates.Label, (left + right) / 2, sheet.Height - 8, Sheet.LabelSize, Inks.Ink, TextAlign.Center);
    }

    private static float Key(Sheet sheet, YearContext context, float top)
    {
        var phrases = context.Phrases;
        var entries = new List<KeyEntry> { new(phrases.ServedKey, Served) };
        for (var i = 0; i < Limits.Length; i++)
        {
            var to = i + 1 < Limits.Length ? Limits[i + 1] : 1;
            entries.Add(new(phrases.ShortRange((int)Math.Round(100 * Limits[i]), (int)Math.Round(100 * to)), Colors[i]));
        }

        sheet.Text(phrases.ShortageKey, Sheet.Margin, top + 12.5f, Sheet.SmallSize, Inks.Soft);
        var left = Sheet.Margin + sheet.Measure(phrases.ShortageKey, Sheet.SmallSize) + 12;
        return KeyBox.Row(sheet, entries, left, top, sheet.Width - Sheet.Margin);
    }

    private static ((float Top, float Bottom)[] Towns, List<(float Top, float Bottom)> Rows) Places(
        List<TownRows> towns, float top, float stretch)
    {
        var (places, rows) = (new (float Top, float Bottom)[towns.Count], new List<(float Top, float Bottom)>());
        for (var t = 0; t < towns.Count; t++)
        {
            var high = towns[t].Height * stretch;
            places[t] = (top, top + high);
            var count = towns[t].Members.Count;
            for (var m = 0; m < count; m++)
            {
                rows.Add((top + (high * m / count), top + (high * (m + 1) / count)));
            }

            top += high + TownGap;
        }

        return (places, rows);
    }

    private static int ClassOf(double missing)
    {
        var at = -1;
        while (at + 1 < Limits.Length && missing >= Limits[at + 1])
        {
            at++;
        }

        return at;
    }

    private static double PersonDays(YearContext context) => context.County.Communities
        .Select((c, i) => c.People * context.Series.Days * context.Mean(context.Series.Short[i])).Sum();

    // Of people and days, as the summary counts: a community counts by who lives there.
    private static string ShareOf(YearContext context, TownRows town)
    {
        var people = town.Members.Sum(i => (double)context.County.Communities[i].People);
        var missing = town.Members.Sum(i => context.County.Communities[i].People * context.Mean(context.Series.Short[i]));
        return people > 0 && missing > 0 ? Phrases.Share(missing / people) : "0";
    }

    private static List<TownRows> Towns(YearContext context)
    {
        var county = context.County;
        var missing = context.Series.Short.Select(s => context.Mean(s)).ToArray();
        var all = Enumerable.Range(0, county.Communities.Length).ToLookup(i => county.Communities[i].Town, StringComparer.Ordinal);
        var names = county.Towns.ToDictionary(t => t.Id, t => context.Phrases.Name(t.Name), StringComparer.Ordinal);
        var ids = county.Towns.Select(t => t.Id).Union(all.Select(g => g.Key), StringComparer.Ordinal);
        return
        [
            .. ids.Where(id => all[id].Any()).Select(id => new TownRows(
                names.GetValueOrDefault(id, id),
                [.. all[id].OrderByDescending(i => missing[i]).ThenBy(i => county.Communities[i].Id, StringComparer.Ordinal)])),
        ];
    }

    /// <summary>A town's communities, by position in the county, the worst off first.</summary>
    private sealed record TownRows(string Name, List<int> Members)
    {
        public float Height => Math.Max(LeastTown, RowHeight * Members.Count);
    }
}
