using System.Collections.Immutable;
using SkiaSharp;
using WaterSim.Model;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Plots.Comparison;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Plots.Tests;

public class ComparisonFiguresTests
{
    private static readonly CommunityMeasure Pressure = new("min_pressure", "Lowest pressure", "m", "m", IndicatorDirection.Higher, 1);
    private static readonly CommunityMeasure Hours = new("service_hours", "Hours", "h/d", "hd", IndicatorDirection.Higher, 1);
    private static readonly CommunityMeasure Days = new("days_short", "Days short", "d", "d", IndicatorDirection.Lower, 0);

    [Fact]
    public void A_day_has_pressures_tanks_and_maps_of_what_changed()
    {
        var set = Draw(Day("Before", "After"));

        Assert.Equal(["pressure-distribution", "tank-levels", "service-hours-change", "min-pressure-change"], set.Figures.Select(f => f.Name));
        Assert.Empty(set.Diagnostics);
        Assert.Contains("Before\nAfter", Words(set, "pressure-distribution"), StringComparison.Ordinal);
        Assert.Contains("Villages, 300 people", Words(set, "pressure-distribution"), StringComparison.Ordinal);
        Assert.Contains("Time since the start, h", Words(set, "tank-levels"), StringComparison.Ordinal);
        var map = Words(set, "min-pressure-change");
        Assert.Contains("Better for 100 people, worse for 300; After against Before", map, StringComparison.Ordinal);
        Assert.Contains("Hill village −12", map, StringComparison.Ordinal);
        Assert.Contains("< −10", map, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_runs_have_a_map_for_each_but_the_first()
    {
        Assert.Equal(
            ["pressure-distribution", "tank-levels", "service-hours-change-2", "service-hours-change-3", "min-pressure-change-2", "min-pressure-change-3"],
            Draw(Day("A", "B", "C")).Figures.Select(f => f.Name));
    }

    [Fact]
    public void Years_have_storage_deficit_and_a_map_of_days_short()
    {
        var set = Draw(Year());

        Assert.Equal(["storage", "deficit", "days-short-change"], set.Figures.Select(f => f.Name));
        Assert.Contains("In all, million m³: Wet 0, Dry 0.06", Words(set, "deficit"), StringComparison.Ordinal);
        Assert.Contains("2026", Words(set, "storage"), StringComparison.Ordinal);
        Assert.Contains("Hill village +30", Words(set, "days-short-change"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_map_the_rest_is_drawn_and_that_is_said()
    {
        var (comparison, series) = Day("Before", "After");
        var set = ComparisonFigures.Draw(comparison, series, null);

        Assert.Equal(["pressure-distribution", "tank-levels"], set.Figures.Select(f => f.Name));
        Assert.Equal("WS6002", Assert.Single(set.Diagnostics).Code);
    }

    [Fact]
    public void Every_picture_has_its_size_and_nothing_touches_its_edge()
    {
        foreach (var figure in Draw(Day("Before", "After")).Figures.Concat(Draw(Year()).Figures))
        {
            using var image = Images.Png(figure);
            Assert.Equal((figure.Width, figure.Height), (image.Width, image.Height));
            Assert.True(Images.Colors(image) > 20, figure.Name);
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, 0, image.Width, 4)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(image.Width - 4, 0, image.Width, image.Height)));
        }
    }

    [Fact]
    public void Names_that_hold_markup_are_text()
    {
        var set = Draw(Day("<script>alert(1)</script>", "=cmd, \"../x\""));
        var svg = Images.Svg(set.Figures[0]);

        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "script");
        Assert.Contains("<script>alert(1)</script>", Images.Words(svg), StringComparison.Ordinal);
        Assert.All(set.Figures, f => Assert.Matches("^[a-z0-9-]+$", f.Name));
    }

    [Fact]
    public void Worse_is_orange_and_better_blue_whichever_way_that_is()
    {
        var (pressure, days) = (new ChangeClasses(Pressure, [-12, 3]), new ChangeClasses(Days, [30, -2]));

        Assert.True(IsWarm(pressure.Colors[pressure.ClassOf(-12)]));
        Assert.False(IsWarm(pressure.Colors[pressure.ClassOf(3)]));
        Assert.True(IsWarm(days.Colors[days.ClassOf(30)]));
        Assert.False(IsWarm(days.Colors[days.ClassOf(-2)]));
        Assert.Equal(pressure.Count / 2, pressure.ClassOf(0.04));
        Assert.Equal(pressure.ClassOf(4.9), (2 * (pressure.Count / 2)) - pressure.ClassOf(-4.9));

        static bool IsWarm(SKColor color) => color.Red > color.Blue;
    }

    [Fact]
    public void Classes_of_change_can_be_told_apart_in_grey()
    {
        // Light in the middle, darker outwards on both sides.
        var light = Inks.Diverging.Select(c => (0.299 * c.Red) + (0.587 * c.Green) + (0.114 * c.Blue)).ToArray();

        Assert.True(light[0] < light[1] - 20 && light[1] < light[2] - 20);
        Assert.True(light[6] < light[5] - 20 && light[5] < light[4] - 20);
    }

    [Fact]
    public void Chinese_figures_say_it_in_Chinese()
    {
        var (comparison, series) = Day("Before", "After");
        var set = ComparisonFigures.Draw(comparison, series, Map, new FigureOptions { Language = FigureLanguage.Chinese });
        Assert.SkipWhen(set.Diagnostics.Any(d => d.Code == "WS6001"), "no font for Chinese");

        Assert.Contains("最低水压变化", Words(set, "min-pressure-change"), StringComparison.Ordinal);
        Assert.Contains("100 人变好，300 人变坏", Words(set, "min-pressure-change"), StringComparison.Ordinal);

        // A font is chosen by a sample of characters, which must be all that are written.
        var (years, storage) = Year();
        var all = set.Figures.Concat(ComparisonFigures.Draw(years, storage, Map, new FigureOptions { Language = FigureLanguage.Chinese }).Figures);
        var written = string.Concat(all.Select(f => Images.Words(Images.Svg(f)))).Where(c => c > '\u2000' && c != '山' && c != '县').Distinct();
        Assert.All(written, c => Assert.Contains(c.ToString(), Phrases.ChineseSample + Phrases.ComparisonSample, StringComparison.Ordinal));
    }

    private static ReadMap Map { get; } = new(
        true,
        ImmutableDictionary<string, MapPoint>.Empty.Add("T", new(0, 0)).Add("V", new(2000, 1500)),
        [(new LocalizedName("Town", "镇"), new MapPoint(0, 0))],
        [new MapFacility("plant", "P", new LocalizedName("Plant", "水厂"), new MapPoint(-800, 300))],
        [new MapPath("p", 0.3, [new(-800, 300), new(0, 0)]), new MapPath("q", 0.1, [new(0, 0), new(1000, 900), new(2000, 1500)])]);

    private static FigureSet Draw((RunComparison Comparison, ComparisonSeries Series) of) => ComparisonFigures.Draw(of.Comparison, of.Series, Map);

    // The town gains 1 m in each run after the first, the village loses 12 m and 6 hours.
    private static (RunComparison Comparison, ComparisonSeries Series) Day(params string[] runs)
    {
        ImmutableArray<double?> Each(double first, double later) => [.. runs.Select((_, r) => (double?)(r == 0 ? first : later))];
        return (
            Comparison(ComparisonKind.Day, runs, [Hours, Pressure], [Each(24, 24), Each(25, 26)], [Each(24, 18), Each(20, 8)]),
            new ComparisonSeries
            {
                TankLevels = [new ComparedPanel("K", new LocalizedName("Hill tank", "山"), [.. runs.Select((_, r) => new ComparedLine([0, 12, 24], [3, 2 - (0.5 * r), double.NaN]))])],
            });
    }

    private static (RunComparison Comparison, ComparisonSeries Series) Year()
    {
        ImmutableArray<double> days = [.. Enumerable.Range(0, 100).Select(d => d + 0.5)];
        return (
            Comparison(ComparisonKind.Year, ["Wet", "Dry"], [Days], [[0, 0]], [[0, 30]]),
            new ComparisonSeries
            {
                From = new DateOnly(2026, 1, 1),
                Storage = [new ComparedPanel("R", new LocalizedName("Reservoir", "水"), [new(days, [.. days.Select(d => 1e6 - d)]), new(days, [.. days.Select(d => 1e6 - (5000 * d))])])],
                Deficit = [new(days, [.. days.Select(_ => 0.0)]), new(days, [.. days.Select(d => d < 40 ? 0 : 1000.0)])],
            });
    }

    private static RunComparison Comparison(
        ComparisonKind kind, string[] runs, ImmutableArray<CommunityMeasure> measures, ImmutableArray<ImmutableArray<double?>> town,
        ImmutableArray<ImmutableArray<double?>> village) => new()
        {
            Kind = kind,
            County = new LocalizedName("County", "县"),
            Runs = [.. runs.Select(r => new ComparedRun(new LocalizedName(r), r, new FinishedRun
            {
                Folder = r, Schema = "watersim-run/1", ToolVersion = "0", StartedUtc = "", Outcome = "completed", ManifestSha256 = r,
            }))],
            Indicators = [],
            Measures = measures,
            Communities =
            [
                new ComparedCommunity("T", new LocalizedName("Town"), "T", CommunityClass.Urban, 100, town),
                new ComparedCommunity("V", new LocalizedName("Hill village"), "T", CommunityClass.Rural, 300, village),
            ],
        };

    private static string Words(FigureSet set, string name) => Images.Words(Images.Svg(set.Figures.Single(f => f.Name == name)));
}
