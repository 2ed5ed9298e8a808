using System.Globalization;
using System.Text;
using WaterSim.IO.Inp;
using WaterSim.Plots.Report;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Plots.Tests.Report;

public sealed class HtmlReportTests : IClassFixture<HtmlReportTests.Folders>
{
    private const int Most = 5_000_000;

    private readonly Folders _folders;

    public HtmlReportTests(Folders folders) => _folders = folders;

    [Fact]
    public void A_day_is_told_in_sentences_made_from_its_numbers()
    {
        var page = Page(_folders.Day);

        Assert.Contains("All 435,000 people of Jiahe County are served: each of 177 towns and villages", page, StringComparison.Ordinal);
        Assert.Contains("Pressure is lowest in Puman village 09,", page, StringComparison.Ordinal);
        Assert.Contains("Jiangli plant works hardest", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Average day</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_table_and_figure_names_a_file_of_the_run_folder()
    {
        var page = Page(_folders.Day);
        var tables = Pieces(page, "<caption", "</caption>").Where(c => !c.Contains("map-title", StringComparison.Ordinal)).ToList();
        var figures = Pieces(page, "<figcaption", "</figcaption>").ToList();

        Assert.True(tables.Count > 8, "tables");
        Assert.Equal(7, figures.Count);
        Assert.All(tables.Concat(figures), caption =>
        {
            var at = caption.IndexOf("from ", StringComparison.Ordinal);
            Assert.True(at > 0, caption);
            var file = caption[(at + 5)..caption.IndexOf('<', at)];
            Assert.True(File.Exists(Path.Combine(_folders.Day, file)), file);
        });
    }

    [Fact]
    public void Four_sames_indicators_and_standards_are_there()
    {
        var page = Page(_folders.Day);

        Assert.All(["Same source", "Same quality", "Same price", "Same service", "Resilience"], w => Assert.Contains($">{w}</th>", page, StringComparison.Ordinal));
        Assert.Contains("Pressure at taps at most", page, StringComparison.Ordinal);
        Assert.Contains(">fail</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_fetches_anything_or_reaches_five_megabytes()
    {
        foreach (var folder in new[] { _folders.Day, _folders.Hostile, _folders.Year, _folders.Plain, _folders.Comparison })
        {
            var page = Page(folder);
            Assert.InRange(page.Length, 10_000, Most);
            Assert.Contains("default-src &#39;none&#39;; ", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" src=", page.Replace("&lt;img src=", "", StringComparison.Ordinal).Replace("\\u003Cimg src=", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal).Replace("\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_that_look_like_markup_are_text()
    {
        var page = Page(_folders.Hostile);

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("=cmd|&#39; /C calc&#39;!A0 c2", page, StringComparison.Ordinal);
        Assert.Contains("../../etc/passwd c3", page, StringComparison.Ordinal);

        // Own scripts and data, and no other.
        Assert.Equal(3, Pieces(page, "<script", ">").Count());
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg onload", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_does_not_depend_on_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = HtmlReport.Of(_folders.Day).Html.ToArray();
        try
        {
            CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture.NumberFormat.NumberGroupSeparator = ".";
            Assert.Equal(expected, HtmlReport.Of(_folders.Day).Html.ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void In_Chinese_headings_names_and_sentences_are_Chinese()
    {
        var page = Page(_folders.Day, FigureLanguage.Chinese);

        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.Contains("嘉禾县 435,000 人全部达标", page, StringComparison.Ordinal);
        Assert.Contains(">普满09村<", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Summary<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Puman village", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Age_and_chlorine_are_on_the_map_where_the_run_followed_them()
    {
        Assert.Contains(">Age of the water</option>", Page(_folders.Hostile), StringComparison.Ordinal);
        Assert.DoesNotContain(">Age of the water</option>", Page(_folders.Day), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_tells_who_is_short_and_when()
    {
        var page = Page(_folders.Year);

        Assert.Contains("towns and villages are short of water on", page, StringComparison.Ordinal);
        Assert.Contains("2026-10-", page, StringComparison.Ordinal);
        Assert.Contains(">Need not met, day by day</option>", page, StringComparison.Ordinal);
        Assert.Contains(">Days short, month by month</option>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"decisions-table\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changes_most_comes_first_and_an_index_that_leaves_zero_does_not()
    {
        Assert.Matches("Worse above all with W1 out &lt;b&gt;: people[^;]*; Gini", Page(_folders.Comparison));
    }

    [Fact]
    public void A_place_without_water_and_a_standard_just_missed_are_not_hidden()
    {
        using var place = new TemporaryFolder();
        var communities = File.ReadAllLines(Path.Combine(_folders.Day, "communities.csv"));
        var lowest = Array.IndexOf(communities[0].Split(','), "min_pressure_m");
        var dry = communities[1].Split(',');
        dry[lowest] = "";
        communities[1] = string.Join(',', dry);
        var page = Page(RunFolders.Of(
            place.At("run"),
            ("summary.json", File.ReadAllText(Path.Combine(_folders.Day, "summary.json"))),
            ("map.json", File.ReadAllText(Path.Combine(_folders.Day, "map.json"))),
            ("indicators.csv", File.ReadAllText(Path.Combine(_folders.Day, "indicators.csv"))),
            ("communities.csv", string.Join('\n', communities) + "\n"),
            ("standards.csv", "id,name,limit,value,unit,verdict,people\nleakage,Gross loss rate at most,12,12.0034976,%,fail,9\n")));

        Assert.Contains("no water at some time in one place", page, StringComparison.Ordinal);
        Assert.Contains(">no water at times</th>", page, StringComparison.Ordinal);
        Assert.Contains("12.003 %", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_year_of_a_scenario_bears_its_name()
    {
        using var place = new TemporaryFolder();
        var page = Page(RunFolders.Year(place.At("year"), new DateOnly(2026, 1, 1), 2, scenario: "No <rain>"));

        Assert.Contains("<h1>No &lt;rain&gt; (2026", page, StringComparison.Ordinal);
        Assert.Contains("<h1>2026", Page(_folders.Year), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_network_has_a_map_of_its_nodes_and_no_villages()
    {
        var page = Page(_folders.Plain);

        Assert.Contains(">Find a node</label>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"communities-table\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_sets_runs_side_by_side_with_verdicts_and_differences()
    {
        var page = Page(_folders.Comparison);

        Assert.Contains("<h1>W1 out &lt;b&gt; against Average day</h1>", page, StringComparison.Ordinal);
        Assert.Contains("W1 out &lt;b&gt; against Average day: 2 indicators worse, 0 better, 1 the same.", page, StringComparison.Ordinal);
        Assert.Contains(">worse</td>", page, StringComparison.Ordinal);
        Assert.Contains(">−4.0</td>", page, StringComparison.Ordinal);
        Assert.Contains("Lowest pressure: W1 out &lt;b&gt; less Average day</option>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_that_is_missing_or_altered_is_named()
    {
        using var place = new TemporaryFolder();
        var folder = RunFolders.Of(place.At("run"), ("summary.json", "{}"), ("a.csv", "x\n"), ("b.csv", "y\n"));
        File.Delete(Path.Combine(folder, "a.csv"));
        File.WriteAllText(Path.Combine(folder, "b.csv"), "z\n");
        var report = HtmlReport.Of(folder);

        Assert.True(report.HasErrors);
        Assert.True(report.Html.IsEmpty);
        Assert.Equal(["WS4112", "WS4113"], report.Diagnostics.Select(d => d.Code));
        Assert.Contains("'a.csv'", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("'b.csv'", report.Diagnostics[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    [InlineData("""{"schema":"watersim-year/1","from":"yesterday"}""")]
    public void Files_that_say_something_else_than_they_should_are_refused(string summary)
    {
        using var place = new TemporaryFolder();
        var folder = RunFolders.Of(place.At("run"), ("summary.json", summary), ("map.json", """{"schema":"watersim-map/1","nodes":"x"}"""));
        var report = HtmlReport.Of(folder);

        Assert.Equal("WS6101", Assert.Single(report.Diagnostics).Code);
        Assert.True(report.Html.IsEmpty);
    }

    [Fact]
    public void What_is_no_run_folder_is_refused_and_says_why()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place.At("file"), "");
        Directory.CreateDirectory(place.At("other"));
        File.WriteAllText(Path.Combine(place.At("other"), "manifest.json"), """{"schema":"else"}""");

        Assert.All(
            [("none", "does not exist"), ("file", "is a file"), ("", "has no manifest.json"), ("other", "not one of a run")],
            t =>
            {
                var diagnostic = Assert.Single(HtmlReport.Of(place.At(t.Item1)).Diagnostics);
                Assert.Equal("WS4111", diagnostic.Code);
                Assert.Contains(t.Item2, diagnostic.Message, StringComparison.Ordinal);
                Assert.NotNull(diagnostic.Remedy);
            });
    }

    [Fact]
    public void A_figure_that_is_no_drawing_is_told_of_and_the_page_is_made()
    {
        var page = Page(_folders.Hostile);

        Assert.Contains("figures/bad.svg is no drawing that can be shown.", page, StringComparison.Ordinal);
        Assert.Contains("from figures/good.svg", page, StringComparison.Ordinal);
    }

    private static string Page(string folder, FigureLanguage language = FigureLanguage.English)
    {
        var report = HtmlReport.Of(folder, language);
        Assert.Empty(report.Diagnostics);

        // Numbers are tied to their units by spaces that do not break.
        return Encoding.UTF8.GetString(report.Html.Span).Replace('\u00A0', ' ');
    }

    private static IEnumerable<string> Pieces(string page, string from, string to)
    {
        for (var at = page.IndexOf(from, StringComparison.Ordinal); at >= 0; at = page.IndexOf(from, at + 1, StringComparison.Ordinal))
        {
            yield return page[at..page.IndexOf(to, at, StringComparison.Ordinal)];
        }
    }

    /// <summary>Folders that these tests read, made once.</summary>
    public sealed class Folders : IDisposable
    {
        private readonly TemporaryFolder _place = new();

        public Folders()
        {
            Day = RunFolders.Day(_place.At("day"), hasFigures: true, scenario: "Average day");
            Hostile = RunFolders.Day(_place.At("hostile"), RunFolders.Hostile(), followsQuality: true, before: folder =>
            {
                Directory.CreateDirectory(Path.Combine(folder, "figures"));
                File.WriteAllText(Path.Combine(folder, "figures", "bad.svg"), "<svg onload='alert(7)'");
                File.WriteAllText(
                    Path.Combine(folder, "figures", "good.svg"),
                    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(8)'><script>alert(9)</script><rect width='9' height='9'/></svg>");
            });
            Year = RunFolders.Year(_place.At("year"), new DateOnly(2026, 1, 1), 300);
            Plain = RunFolders.Plain(
                _place.At("plain"), InpReader.ReadFile(Path.Combine(Shared.RepositoryRoot, "networks", "examples", "loop-with-tank.inp")).Network!);
            Comparison = RunFolders.Of(
                _place.At("compare"), ("comparison.json", Compared), ("map.json", File.ReadAllText(Path.Combine(Day, "map.json"))));
        }

        public string Day { get; }

        public string Hostile { get; }

        public string Year { get; }

        public string Plain { get; }

        public string Comparison { get; }

        public void Dispose() => _place.Dispose();

        private const string Compared = """
            {
              "schema": "watersim-comparison/1", "kind": "day", "county": { "en": "Jiahe County", "zh": "嘉禾县" },
              "runs": [
                { "name": { "en": "Average day" }, "folder": "runs/a", "manifest_sha256": "aa", "started_utc": "2026-11-29T06:00:00Z" },
                { "name": { "en": "W1 out <b>" }, "folder": "runs/b", "manifest_sha256": "bb", "started_utc": "2026-11-29T06:00:00Z" }
              ],
              "indicators": [
                { "id": "service.people_at_service_head", "group": "service", "name": "People", "unit": "people", "better": "higher", "decimals": 0,
                  "values": [435000, 400000], "differences": [null, -35000], "verdicts": ["none", "worse"] },
                { "id": "same_service.gini_continuity", "group": "same_service", "name": "Gini", "unit": "-", "better": "lower", "decimals": 3,
                  "values": [0, 0.003], "differences": [null, 0.003], "verdicts": ["none", "worse"] },
                { "id": "energy.per_volume", "group": "energy", "name": "Energy", "unit": "kWh/1000 m3", "better": "lower", "decimals": 1,
                  "values": [15, 15], "differences": [null, 0], "verdicts": ["none", "same"] }
              ],
              "measures": [{ "id": "min_pressure", "name": "Lowest pressure", "unit": "m", "better": "higher", "decimals": 1 }],
              "communities": [
                { "id": "ZQ-C", "name": { "en": "Zhuquan town" }, "town": "ZQ", "class": "urban", "people": 80000, "values": { "min_pressure": [28.6, 24.6] } },
                { "id": "JP-C", "name": { "en": "Jinping town" }, "town": "JP", "class": "urban", "people": 5000, "values": { "min_pressure": [27.8, null] } }
              ],
              "changed_most": [{ "measure": "min_pressure", "run": 1, "communities": [{ "id": "ZQ-C", "change": -4 }] }]
            }
            """;
    }
}
