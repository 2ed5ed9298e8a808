using SkiaSharp;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Plots.Tests;

/// <summary>The six figures of a county.</summary>
public class CountyFiguresTests
{
    private static readonly FigureSet English = Make(new FigureOptions());

    [Fact]
    public void A_county_has_its_six_figures()
    {
        Assert.Equal(
            ["network-map", "tank-levels", "plant-output", "town-balance", "pressure-distribution", "demand-pattern"],
            English.Figures.Select(f => f.Name));
        Assert.Empty(English.Diagnostics);
        Assert.All(English.Figures, f => Assert.Contains("Jiahe County", f.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_picture_has_the_stated_size_and_a_title_that_was_drawn()
    {
        foreach (var figure in English.Figures)
        {
            using var image = Images.Png(figure);
            Assert.Equal((figure.Width, figure.Height), (image.Width, image.Height));
            Assert.Equal(1600, image.Width);
            Assert.InRange(image.Height, 1000, 2000);
            Assert.True(Images.Colors(image) > 20, figure.Name);

            // The title fills part of its strip; the strip's right end stays empty.
            Assert.InRange(Images.DarkPixels(image, new SKRectI(20, 16, 800, 60)), 500, 15_000);
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(1500, 0, 1600, 60)));

            // Nothing touches the edge of the sheet.
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, 0, image.Width, 4)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, image.Height - 4, image.Width, image.Height)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, 0, 4, image.Height)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(image.Width - 4, 0, image.Width, image.Height)));
        }
    }

    [Theory]
    [InlineData("network-map", "Lowest pressure head, m;Pipe diameter, mm;5 km;Zhuquan;Panjiang plant;Standby source")]
    [InlineData("tank-levels", "Level above the tank bottom, m;Clock time, h:min;24:00;Panjiang plant;Zhuquan tank")]
    [InlineData("plant-output", "Flow, m³/h;Clock time, h:min;Panjiang plant: 16,000 m³/d")]
    [InlineData("town-balance", "Mean over the run, m³/d;Zhuquan;Tanping;Required;Delivered;100 %")]
    [InlineData("pressure-distribution", "Lowest pressure head over the run, m;People with no more than this, %;Service head, village 10 m")]
    [InlineData("demand-pattern", "Flow, m³/h;Ratio to the mean (–);Villages: 30,000 m³/d")]
    public void Every_drawing_holds_its_units_and_names_as_text(string name, string words)
    {
        var svg = Images.Svg(English.Figures.Single(f => f.Name == name));
        var text = Images.Words(svg);
        foreach (var word in words.Split(';'))
        {
            Assert.Contains(word, text, StringComparison.Ordinal);
        }

        Assert.NotNull(svg.Root!.Attribute("viewBox"));
        Assert.DoesNotContain(svg.Descendants(), e => e.Attributes().Any(a => a.Value.StartsWith("http", StringComparison.Ordinal) && a.Name.LocalName == "href"));
    }

    [Fact]
    public void A_shortfall_is_never_shown_as_all_delivered()
    {
        // Tangcun's centre gets 93 % of what it asks for.
        var text = Images.Words(Images.Svg(English.Figures.Single(f => f.Name == "town-balance")));
        Assert.Contains("97.1 %", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_stays_small()
    {
        foreach (var figure in English.Figures)
        {
            using var stream = new MemoryStream();
            figure.WriteSvg(stream);
            Assert.InRange(stream.Length, 10_000, 500_000);
        }
    }

    [Fact]
    public void Writing_in_parallel_changes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("watersim-figures");
        try
        {
            var first = English.SaveAll(Path.Combine(folder.FullName, "parallel"));
            var second = English.SaveAll(Path.Combine(folder.FullName, "alone"), parallel: false);
            Assert.Equal(12, first.Length);
            for (var i = 0; i < first.Length; i++)
            {
                Assert.Equal(Path.GetFileName(first[i]), Path.GetFileName(second[i]));
                Assert.Equal(File.ReadAllBytes(first[i]), File.ReadAllBytes(second[i]));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Hostile_names_are_escaped()
    {
        var (results, county) = SyntheticCounty.Make(mark: "<&\"]]>\u0001\ud800");
        var set = FigureSet.Draw(results, county);
        foreach (var figure in set.Figures)
        {
            var text = Images.Words(Images.Svg(figure));
            Assert.Contains("Jiahe County<&\"]]>", text, StringComparison.Ordinal);
            Assert.NotEmpty(Images.PngBytes(figure));
        }
    }

    [Fact]
    public void Chinese_figures_carry_chinese_names_and_units()
    {
        Assert.SkipUnless(NoFonts.HasChinese, "no font for Chinese is installed (Debian: fonts-wqy-microhei)");
        var set = Make(new FigureOptions { Language = FigureLanguage.Chinese });
        Assert.Empty(set.Diagnostics);
        var words = set.Figures.ToDictionary(f => f.Name, f => Images.Words(Images.Svg(f)), StringComparer.Ordinal);
        Assert.All(words.Values, w => Assert.Contains("嘉禾县", w, StringComparison.Ordinal));
        Assert.Contains("最低压力水头（m）", words["network-map"], StringComparison.Ordinal);
        Assert.Contains("盘江水厂", words["network-map"], StringComparison.Ordinal);
        Assert.Contains("流量（m³/h）", words["plant-output"], StringComparison.Ordinal);
        Assert.Contains("珠泉镇", words["town-balance"], StringComparison.Ordinal);

        // No text is left with a character its font lacks, which would be a box.
        var type = Lettering.FontBook.Chinese(null, Lettering.Phrases.ChineseSample)!;
        Assert.All(words.Values.SelectMany(w => w.Split('\n')), line => Assert.True(type.CanDraw(line), line));
    }

    [Fact]
    public void Without_a_chinese_font_figures_are_english_and_say_which_package_to_install()
    {
        var set = Make(NoFonts.Chinese);
        var diagnostic = Assert.Single(set.Diagnostics);
        Assert.Equal("WS6001", diagnostic.Code);
        Assert.Contains("fonts-wqy-microhei", diagnostic.Remedy, StringComparison.Ordinal);
        foreach (var figure in set.Figures)
        {
            var text = Images.Words(Images.Svg(figure));
            Assert.Contains("Jiahe County", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text, c => c > 0x2E80);
        }
    }

    private static FigureSet Make(FigureOptions options)
    {
        var (results, county) = SyntheticCounty.Make();
        return FigureSet.Draw(results, county, options);
    }
}
