using SkiaSharp;
using WaterSim.Model;
using WaterSim.Plots.Tests.Support;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Plots.Tests;

/// <summary>Figures of what a run followed through the network.</summary>
public class QualityFiguresTests
{
    private static readonly string[] All =
        ["source-blend", "water-age", "concentration-map", "concentration-path", "concentration-lowest"];

    private static readonly SimulationResults Line = RunAll(TwoSources.Line());
    private static readonly FigureSet County = FigureSet.Draw(Line, TwoSources.County());

    [Fact]
    public void Each_analysis_brings_its_own_figures()
    {
        Assert.Empty(OfQuality(FigureSet.Draw(TwoSources.Run(TwoSources.Line()))));
        Assert.Equal(["water-age"], OfQuality(FigureSet.Draw(TwoSources.Run(TwoSources.Line(), QualityAnalysis.Age))));
        Assert.Equal(["source-blend"], OfQuality(FigureSet.Draw(TwoSources.Run(TwoSources.Line(), QualityAnalysis.Blend))));
        Assert.Equal(All, OfQuality(FigureSet.Draw(Line)));
        Assert.Equal(All, OfQuality(County));
        Assert.Empty(County.Diagnostics);
    }

    [Fact]
    public void An_analysis_asked_for_twice_is_drawn_once() => Assert.Equal(
        ["water-age"],
        OfQuality(FigureSet.Draw(TwoSources.Run(TwoSources.Line(), QualityAnalysis.Age, QualityAnalysis.Age))));

    [Fact]
    public void Without_coordinates_the_charts_remain_and_notices_name_the_maps()
    {
        var set = FigureSet.Draw(RunAll(TwoSources.Line(placed: false)));
        Assert.Equal(All[3..], OfQuality(set));
        Assert.Equal(
            ["figure network-map", "figure source-blend", "figure water-age", "figure concentration-map"],
            set.Diagnostics.Select(d => d.Element));
        Assert.All(set.Diagnostics, d => Assert.Equal(("WS6002", DiagnosticSeverity.Notice), (d.Code, d.Severity)));
    }

    [Fact]
    public void A_single_time_has_no_figure_of_quality_and_says_so()
    {
        var set = FigureSet.Draw(RunAll(TwoSources.Line() with { Times = new TimeOptions() }));
        Assert.Empty(OfQuality(set));
        Assert.Equal(All, set.Diagnostics.Select(d => d.Element!["figure ".Length..]).Intersect(All));
        Assert.All(set.Diagnostics, d => Assert.Contains("a single time", d.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Quality_that_was_kept_at_the_reported_times_alone_can_be_drawn()
    {
        var results = ExtendedPeriod.Run(TwoSources.Line(), new RunOptions
        {
            Quality = [QualityAnalysis.Blend, QualityAnalysis.Age, QualityAnalysis.Chemical],
            KeepLinkQuality = false,
            TakeLastDay = false,
        }, cancellation: TestContext.Current.CancellationToken);
        var set = FigureSet.Draw(results);
        Assert.Equal(All, OfQuality(set));
        Assert.All(set.Figures, f => Assert.NotEmpty(Images.PngBytes(f)));
        Assert.Contains("At the last reported time", Words(set, "source-blend"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("last day", Words(set, "concentration-path"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source-blend", "West lake;East spring;Source and its share;Mixed: the two largest;Shares of a community;Westend")]
    [InlineData("water-age", "Mean age, h;Oldest;Hill tank;schematic, not to scale")]
    [InlineData("concentration-map", "Lowest free chlorine, mg/L;0.05;0.3")]
    [InlineData("concentration-path", "Distance along the pipes, km;Free chlorine, mg/L;Least allowed, 0.05 mg/L;Middle village")]
    [InlineData("concentration-lowest", "Free chlorine, mg/L;Time since the start, h;Least allowed, 0.05 mg/L;Middle village;Westend centre")]
    public void Every_drawing_holds_its_units_and_names_as_text(string name, string words)
    {
        var text = Words(County, name).Replace('\n', ' ');
        foreach (var word in words.Split(';'))
        {
            Assert.Contains(word, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_source_that_gives_nothing_is_not_in_the_legend()
    {
        // Both are named at their symbols; the one in use in the legend as well.
        var words = Words(FigureSet.Draw(Line), "source-blend").Split('\n');
        Assert.Equal(words.Count(w => w == "Standby") + 1, words.Count(w => w == "W"));
    }

    [Fact]
    public void Every_picture_has_the_stated_size_and_nothing_touches_its_edge()
    {
        foreach (var figure in County.Figures.Where(f => All.Contains(f.Name)))
        {
            using var image = Images.Png(figure);
            Assert.Equal((figure.Width, figure.Height), (image.Width, image.Height));
            Assert.True(Images.Colors(image) > 20, figure.Name);
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, 0, image.Width, 4)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, image.Height - 4, image.Width, image.Height)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, 0, 4, image.Height)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(image.Width - 4, 0, image.Width, image.Height)));
        }
    }

    [Fact]
    public void Micrograms_are_shown_where_the_file_has_them()
    {
        var set = FigureSet.Draw(TwoSources.Run(TwoSources.Line(unit: "ug/L"), QualityAnalysis.Chemical));
        Assert.Contains("Least allowed, 50 µg/L", Words(set, "concentration-path"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fluoride", "Fluoride, mg/L")]
    [InlineData("Chemical", "Concentration, mg/L")]
    public void What_is_not_free_chlorine_has_no_limit(string chemical, string axis)
    {
        var set = FigureSet.Draw(TwoSources.Run(TwoSources.Line(chemical: chemical), QualityAnalysis.Chemical));
        Assert.Contains(axis, Words(set, "concentration-lowest"), StringComparison.Ordinal);
        Assert.All(set.Figures, f => Assert.DoesNotContain("Least allowed", Words(set, f.Name), StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_names_are_escaped()
    {
        const string mark = "<&\"]]>\u0001\ud800";
        foreach (var set in (FigureSet[])[FigureSet.Draw(Line, TwoSources.County(mark)), FigureSet.Draw(RunAll(TwoSources.Line("<&\">")))])
        {
            Assert.Equal(All, OfQuality(set));
            Assert.Contains("<&\"", Words(set, "concentration-lowest"), StringComparison.Ordinal);
            Assert.All(set.Figures, f => Assert.NotEmpty(Images.PngBytes(f)));
        }
    }

    [Fact]
    public void Chinese_figures_carry_chinese_names_and_units()
    {
        Assert.SkipUnless(NoFonts.HasChinese, "no font for Chinese is installed (Debian: fonts-wqy-microhei)");
        var set = FigureSet.Draw(Line, TwoSources.County(), new FigureOptions { Language = FigureLanguage.Chinese });
        Assert.Contains("西湖", Words(set, "source-blend"), StringComparison.Ordinal);
        Assert.Contains("平均水龄（h）", Words(set, "water-age"), StringComparison.Ordinal);
        Assert.Contains("最低余氯（mg/L）", Words(set, "concentration-map"), StringComparison.Ordinal);
        Assert.Contains("沿管道距离（km）", Words(set, "concentration-path"), StringComparison.Ordinal);
        Assert.Contains("中村", Words(set, "concentration-lowest"), StringComparison.Ordinal);
        var type = Lettering.FontBook.Chinese(null, Lettering.Phrases.ChineseSample)!;
        Assert.All(All.SelectMany(n => Words(set, n).Split('\n')), line => Assert.True(type.CanDraw(line), line));
    }

    private static SimulationResults RunAll(Network network) =>
        TwoSources.Run(network, QualityAnalysis.Blend, QualityAnalysis.Age, QualityAnalysis.Chemical);

    private static IEnumerable<string> OfQuality(FigureSet set) => set.Figures.Select(f => f.Name).Intersect(All);

    private static string Words(FigureSet set, string name) =>
        Images.Words(Images.Svg(set.Figures.Single(f => f.Name == name)));
}
