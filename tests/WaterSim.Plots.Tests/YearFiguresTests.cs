using System.Globalization;
using SkiaSharp;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Plots.Tests;

/// <summary>The figures of a year.</summary>
public class YearFiguresTests
{
    private static readonly string[] Names = ["storage", "supply", "shortage", "transfers", "days-left", "water-by-month"];

    private static readonly FigureSet English = JiaheYear.Draw(JiaheYear.Make(), without: ["X12", "X56", "X35"]);

    [Fact]
    public void A_year_has_its_six_figures_and_one_more_to_compare_it()
    {
        Assert.Equal([.. Names, "without-links"], English.Figures.Select(f => f.Name));
        Assert.Empty(English.Diagnostics);
        Assert.All(English.Figures, f => Assert.Contains("Jiahe County (95 % dry year)", f.Title, StringComparison.Ordinal));
        Assert.Equal(Names, JiaheYear.Draw(JiaheYear.Make()).Figures.Select(f => f.Name));
    }

    [Fact]
    public void Every_picture_has_the_stated_size_and_nothing_touches_its_edge()
    {
        foreach (var figure in English.Figures)
        {
            using var image = Images.Png(figure);
            Assert.Equal((figure.Width, figure.Height), (image.Width, image.Height));
            Assert.Equal(1600, image.Width);
            Assert.InRange(image.Height, 500, 1300);
            Assert.True(Images.Colors(image) > 20, figure.Name);
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, 0, image.Width, 4)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, image.Height - 4, image.Width, image.Height)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(0, 0, 4, image.Height)));
            Assert.Equal(0, Images.DarkPixels(image, new SKRectI(image.Width - 4, 0, image.Width, image.Height)));
        }
    }

    [Theory]
    [InlineData("storage", "Stored, million m³;Pantou;Gaozhai (standby);All in use, live storage;full;floor;dead;2026;Jul;1 Shift to fuller reservoirs;Lowest: Jiangli")]
    [InlineData("supply", "Supply, m³/d;Needed, with leakage;Not met;Panjiang plant, ;Daoshi spring plant, ;50,000;Needed 40,")]
    [InlineData("shortage", "Of the day's need not met, %;80–100;Zhuquan;Tanping;A row for each of 177 communities;were short on some day;Dec")]
    [InlineData("transfers", "Passed, m³/d;Capacity;X12 Panjiang-Pantou;Pantou plant → Panjiang plant;Jinshan plant → Pantou plant;7,900;used in drought only")]
    [InlineData("days-left", "Days left, county;stage 5 also begins at 30 days;Under 30;over 365;not drawn on;Zoushan;Least ")]
    [InlineData("water-by-month", "Million m³ a month;Inflow;Drawn for supply;Spilled;Change of storage;Jan;Dec")]
    [InlineData("without-links", "More person-days short;Less delivered, m³;X56 Gaofeng-Jiangli;+300,000;−300,000;with all: 1,000,000 person-days short")]
    public void Every_drawing_holds_its_units_and_names_as_text(string name, string words)
    {
        var text = Words(English, name).Replace('\n', ' ');
        foreach (var word in words.Split(';'))
        {
            Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(FigureLanguage.English, 365, 0.9, "2026-01-01")]
    [InlineData(FigureLanguage.English, 365, 0, "2026-07-01")]
    [InlineData(FigureLanguage.English, 40, 0.9, "2026-01-01")]
    [InlineData(FigureLanguage.English, 9, 0.9, "2026-02-25")]
    [InlineData(FigureLanguage.English, 1, 0.9, "2026-02-25")]
    [InlineData(FigureLanguage.English, 1000, 0.9, "2026-04-20")]
    [InlineData(FigureLanguage.Chinese, 365, 0.9, "2026-01-01")]
    [InlineData(FigureLanguage.Chinese, 400, 0, "2026-10-15")]
    [InlineData(FigureLanguage.Chinese, 40, 0.9, "2026-01-01")]
    public void No_text_covers_another_and_all_are_on_the_sheet(FigureLanguage language, int days, double shortage, string from)
    {
        Assert.SkipUnless(
            language == FigureLanguage.English || NoFonts.HasChinese, "no font for Chinese is installed (Debian: fonts-wqy-microhei)");
        var series = JiaheYear.Make(days, shortage, DateOnly.Parse(from, CultureInfo.InvariantCulture));
        var set = JiaheYear.Draw(series, without: ["X12", "X56", "X35"], options: new FigureOptions { Language = language });
        foreach (var figure in set.Figures)
        {
            var svg = Images.Svg(figure);
            Assert.True(TextBoxes.Overlaps(svg).Count == 0, $"{figure.Name}: {string.Join("; ", TextBoxes.Overlaps(svg))}");
            Assert.All(TextBoxes.Of(svg), b => Assert.True(b.IsInside(figure.Width / 2.0, figure.Height / 2.0), $"{figure.Name}: {b}"));
        }
    }

    [Fact]
    public void Where_nobody_is_short_the_figure_says_so()
    {
        var served = JiaheYear.Draw(JiaheYear.Make(shortage: 0));
        Assert.Contains("Nobody was short on any day", Words(served, "shortage"), StringComparison.Ordinal);
        Assert.DoesNotContain("80–100", Words(served, "shortage"), StringComparison.Ordinal);
        Assert.DoesNotContain("Not met", Words(served, "supply"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody", Words(English, "shortage"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_calendar_is_as_dark_as_the_shortage_is_large()
    {
        // The darkest class is 80 % and over; at 70 % of need nothing of it is left.
        var (violet, yellow) = (new SKColor(0x44, 0x01, 0x54), new SKColor(0xF2, 0xE5, 0x26));
        Assert.InRange(Count(0.9, violet), 10_000, 1_000_000);
        Assert.InRange(Count(0.7, violet), 1, 2000);
        Assert.Equal(0, Count(0, violet));
        Assert.InRange(Count(0.05, yellow), 10_000, 1_000_000);

        static int Count(double shortage, SKColor color)
        {
            using var image = Images.Png(JiaheYear.Draw(JiaheYear.Make(shortage: shortage)).Figures.Single(f => f.Name == "shortage"));
            return image.Pixels.Count(p => Math.Abs(p.Red - color.Red) + Math.Abs(p.Green - color.Green) + Math.Abs(p.Blue - color.Blue) < 12);
        }
    }

    [Fact]
    public void Without_a_drought_no_stage_is_named()
    {
        var set = JiaheYear.Draw(JiaheYear.Make(shortage: 0, hasStages: false));
        foreach (var name in Names[..5])
        {
            var words = Words(set, name);
            Assert.DoesNotContain("Drought stages", words, StringComparison.Ordinal);
            Assert.Contains("no drought stage was reached", words, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_drawing_stays_small()
    {
        foreach (var figure in English.Figures)
        {
            using var stream = new MemoryStream();
            figure.WriteSvg(stream);
            Assert.InRange(stream.Length, 5000, 500_000);
        }
    }

    [Fact]
    public void Writing_in_parallel_or_again_changes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("watersim-figures");
        try
        {
            var first = English.SaveAll(Path.Combine(folder.FullName, "parallel"));
            var again = JiaheYear.Draw(JiaheYear.Make(), without: ["X12", "X56", "X35"])
                .SaveAll(Path.Combine(folder.FullName, "alone"), parallel: false);
            Assert.Equal(14, first.Length);
            Assert.All(first.Zip(again), p => Assert.Equal(File.ReadAllBytes(p.First), File.ReadAllBytes(p.Second)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Chinese_figures_carry_chinese_names_and_units()
    {
        Assert.SkipUnless(NoFonts.HasChinese, "no font for Chinese is installed (Debian: fonts-wqy-microhei)");
        var set = JiaheYear.Draw(
            JiaheYear.Make(), without: ["X12"], options: new FigureOptions { Language = FigureLanguage.Chinese });
        Assert.Empty(set.Diagnostics);
        var words = set.Figures.ToDictionary(f => f.Name, f => Words(set, f.Name), StringComparer.Ordinal);
        Assert.All(words.Values, w => Assert.Contains("嘉禾县（95%枯水年）", w, StringComparison.Ordinal));
        Assert.Contains("蓄水量（万m³）", words["storage"], StringComparison.Ordinal);
        Assert.Contains("千家洞（备用）", words["storage"], StringComparison.Ordinal);
        Assert.Contains("1 均衡调度", words["supply"], StringComparison.Ordinal);
        Assert.Contains("盘江水厂", words["supply"], StringComparison.Ordinal);
        Assert.Contains("珠泉", words["shortage"], StringComparison.Ordinal);
        Assert.Contains("泮头水厂 → 盘江水厂", words["transfers"], StringComparison.Ordinal);
        Assert.Contains("12月", words["days-left"], StringComparison.Ordinal);
        Assert.Contains("盘江—泮头", words["without-links"], StringComparison.Ordinal);

        // No text is left with a character its font lacks, which would be a box.
        var type = Lettering.FontBook.Chinese(null, Lettering.Phrases.ChineseSample + Lettering.Phrases.YearSample)!;
        Assert.All(words.Values.SelectMany(w => w.Split('\n')), line => Assert.True(type.CanDraw(line), line));
    }

    [Fact]
    public void Without_a_chinese_font_figures_are_english()
    {
        var set = JiaheYear.Draw(JiaheYear.Make(), options: NoFonts.Chinese);
        Assert.Equal("WS6001", Assert.Single(set.Diagnostics).Code);
        Assert.All(set.Figures, f => Assert.DoesNotContain(Words(set, f.Name), c => c > 0x2E80));
    }

    [Fact]
    public void What_a_county_does_not_have_is_left_out_and_named()
    {
        var series = JiaheYear.Make();
        var bare = JiaheYear.County with
        {
            Resources = null,
            Dispatch = null,
            Plants = [],
            Interconnections = [],
            Communities = [],
        };
        var set = JiaheYear.Draw(
            series with { Output = [], Passed = [], Short = [], Stage = [.. series.Stage.Select(_ => -1)], Months = [] }, bare);
        Assert.Equal(["days-left"], set.Figures.Select(f => f.Name));
        Assert.Equal(
            ["figure storage", "figure supply", "figure shortage", "figure transfers", "figure water-by-month"],
            set.Diagnostics.Select(d => d.Element));
        Assert.All(set.Diagnostics, d => Assert.Equal(("WS6002", DiagnosticSeverity.Notice), (d.Code, d.Severity)));
        Assert.NotEmpty(Images.PngBytes(set.Figures[0]));
    }

    [Fact]
    public void A_series_of_another_county_is_refused() =>
        Assert.Throws<ArgumentException>(() => JiaheYear.Draw(JiaheYear.Make(), JiaheYear.County with { Plants = [] }));

    [Fact]
    public void Hostile_names_are_escaped()
    {
        const string mark = "<&\"]]>\u0001\ud800";
        var county = JiaheYear.County with
        {
            Name = new LocalizedName("Jiahe" + mark),
            Towns = [.. JiaheYear.County.Towns.Select(t => t with { Name = new LocalizedName("Z" + mark) })],
        };
        var set = JiaheYear.Draw(JiaheYear.Make(), county);
        Assert.All(set.Figures, f => Assert.Contains("Jiahe<&\"]]>", Words(set, f.Name), StringComparison.Ordinal));
        Assert.All(set.Figures, f => Assert.NotEmpty(Images.PngBytes(f)));
    }

    [Fact]
    public void A_link_both_ways_shows_what_goes_back()
    {
        var county = JiaheYear.County;
        var dispatch = county.Dispatch!;
        var both = county with
        {
            Dispatch = dispatch with { Links = [.. dispatch.Links.Select(l => l.Interconnection == "X23" ? l with { BothWays = true, Backward = false } : l)] },
        };
        var series = JiaheYear.Make();
        var back = -series.Passed[county.Interconnections.Select(x => x.Id).ToList().IndexOf("X23")].Average();
        var words = Words(JiaheYear.Draw(series, both), "transfers");
        Assert.Contains("Pantou plant → Jinshan plant", words, StringComparison.Ordinal);
        Assert.Contains("Against it", words, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"mean 0 m³/d, {back:#,0} back"), words, StringComparison.Ordinal);
    }

    private static string Words(FigureSet set, string name) =>
        Images.Words(Images.Svg(set.Figures.Single(f => f.Name == name)));
}
