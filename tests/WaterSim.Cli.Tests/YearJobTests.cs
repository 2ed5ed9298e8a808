using System.Text.Json;
using WaterSim.Cli.Commands;
using WaterSim.Plots;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>What <c>watersim year</c> does with the days of a run; the days themselves are made up.</summary>
public sealed class YearJobTests : IDisposable
{
    private static readonly string Jiahe = RepositoryRoot.Combine("networks", "jiahe");

    private readonly Workplace _place = new();

    private YearRequest Request => new() { County = Jiahe, Inflow = "dry95", Days = 90, Out = _place["out"], Figures = FigureFiles.None };

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_year_is_written_and_nothing_is_left_beside_it()
    {
        var run = Run(Request, new MadeUpYear(Jiahe));

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Equal(
            ["communities.csv", "communities.parquet", "days.csv", "days.parquet", "decisions.csv", "decisions.parquet",
                "interconnections.csv", "interconnections.parquet", "limits.csv", "limits.parquet", "manifest.json", "map.json", "plants.csv",
                "plants.parquet", "sources.csv", "sources.parquet", "summary.json"],
            _place.Contents("out").Keys);
        Assert.Equal(["out"], Directory.GetFileSystemEntries(_place.Path).Select(Path.GetFileName));
        Assert.Equal(91, File.ReadAllLines(_place["out/days.csv"]).Length);
        using var manifest = JsonDocument.Parse(File.ReadAllText(_place["out/manifest.json"]));
        var options = manifest.RootElement.GetProperty("options");
        Assert.Equal("dry95", options.GetProperty("inflow").GetString());
        Assert.Equal("2025-01-01", options.GetProperty("from").GetString());
        Assert.Equal(2, manifest.RootElement.GetProperty("inputs").GetArrayLength());
    }

    [Fact]
    public void A_stopped_year_says_where_and_is_gone_on_with_to_the_same_tables()
    {
        Run(Request, new MadeUpYear(Jiahe));
        var whole = WithoutManifest();
        Directory.Delete(_place["out"], recursive: true);

        var stopped = Stop(Request, 40);

        Assert.Equal(ExitCode.Interrupted, stopped.Code);
        Assert.Empty(stopped.Output);
        Assert.Contains("WS5009: stopped after 2025-02-09, day 40 of 90", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("--resume", stopped.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["out"]));
        Assert.Equal(41, File.ReadAllLines(_place["out.unfinished/days.csv"]).Length);

        var first = 0;
        var ended = Run(Request with { Resume = true }, new MadeUpYear(Jiahe) { After = k => first = first == 0 ? k : first });

        Assert.Equal(ExitCode.Ok, ended.Code);
        Assert.Equal(41, first);
        Assert.Equal(whole, WithoutManifest());
        Assert.Equal(["out"], Directory.GetFileSystemEntries(_place.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Figures_are_drawn_from_the_tables_and_are_the_same_after_a_stop()
    {
        var drawn = Request with { Figures = FigureFiles.Both, WithWithout = ["X12", "X56"] };
        var run = Run(drawn, new MadeUpYear(Jiahe));
        var whole = Figures();

        // The made-up county has sources whose storage nobody knows.
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("figure storage: Left out: the county has no reservoirs", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["days-left", "shortage", "supply", "transfers", "water-by-month", "without-links"],
            whole.Keys.Select(Path.GetFileNameWithoutExtension).Distinct());
        Assert.Equal(12, whole.Count);
        Assert.Contains("figures ", run.Output, StringComparison.Ordinal);
        Directory.Delete(_place["out"], recursive: true);

        Stop(drawn, 40);
        var ended = Run(drawn with { Resume = true }, new MadeUpYear(Jiahe));

        Assert.Equal(ExitCode.Ok, ended.Code);
        Assert.Equal(whole, Figures());

        Dictionary<string, string> Figures() => _place.Contents("out")
            .Where(f => f.Key.StartsWith("figures", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }

    [Fact]
    public void A_figure_that_is_left_out_is_told()
    {
        var run = Run(Request with { Figures = FigureFiles.Both, Days = 20 }, new MadeUpYear(Jiahe));

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("WS6002", run.Error, StringComparison.Ordinal);
        Assert.Contains("figure water-by-month", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place["out/figures/water-by-month.png"]));
    }

    [Fact]
    public void A_year_that_is_whole_but_for_its_folder_is_not_run_again()
    {
        // Stopped in the years without a link: the year itself is kept whole.
        var stopped = Stop(Request with { WithWithout = ["X12"] }, 95, countsAll: true);
        Assert.Equal(ExitCode.Interrupted, stopped.Code);
        Assert.Contains("day 90 of 90", stopped.Error, StringComparison.Ordinal);

        var again = Run(
            Request with { Resume = true },
            new MadeUpYear(Jiahe) { After = _ => throw new InvalidOperationException("no day is left") });

        Assert.Equal(ExitCode.Ok, again.Code);
        Assert.Equal(91, File.ReadAllLines(_place["out/days.csv"]).Length);
    }

    [Fact]
    public void Going_on_with_other_options_is_refused_and_changes_nothing()
    {
        Stop(Request, 40);
        var before = _place.Contents("out.unfinished");

        var refused = Run(Request with { Resume = true, Inflow = "average" }, new MadeUpYear(Jiahe));

        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Contains("inflow 'dry95'", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, _place.Contents("out.unfinished"));
    }

    [Fact]
    public void Going_on_by_the_hour_with_what_was_begun_by_the_day_is_refused()
    {
        Stop(Request, 40);

        var refused = Run(Request with { Resume = true, Hourly = true }, new MadeUpYear(Jiahe));

        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Contains("WS4104", refused.Error, StringComparison.Ordinal);
        Assert.Contains("hourly 'no', and asked for is 'yes'", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_of_a_year_whose_pipes_are_not_run_are_refused()
    {
        var refused = Run(Request with { DailyOnly = true, Hourly = true }, new MadeUpYear(Jiahe));

        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Contains("WS5017: --hourly and --daily-only", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_place.Path));
    }

    [Fact]
    public void An_unfinished_year_is_not_run_over()
    {
        Stop(Request, 40);

        var refused = Run(Request, new MadeUpYear(Jiahe));

        Assert.Equal(ExitCode.InputOutput, refused.Code);
        Assert.Contains("day", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--resume", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void There_must_be_something_to_go_on_with()
    {
        var refused = Run(Request with { Resume = true }, new MadeUpYear(Jiahe));

        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Contains("WS4104", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_interconnection_is_told_by_the_year_without_it()
    {
        var run = Run(Request with { WithWithout = ["all"], Without = ["X23"] }, new MadeUpYear(Jiahe));
        using var json = JsonDocument.Parse(File.ReadAllText(_place["out/summary.json"]));

        Assert.Equal(
            ["X12", "X14", "X46", "X56", "X57", "X35"],
            json.RootElement.GetProperty("without").EnumerateArray().Select(w => w.GetProperty("interconnection").GetString()));
        Assert.All(
            json.RootElement.GetProperty("without").EnumerateArray(),
            w => Assert.Equal(10, w.GetProperty("more_short_person_days").GetDouble()));
        Assert.Contains("Without an interconnection", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 80, "Jiahe County", "Shortage by town", "Orange 12 days; normal 78 days", "43,210 person-days")]
    [InlineData("zh", 100, "嘉禾县", "Worst off", "橙色 12 days; normal 78 days", "least 64 on 2025-04-11")]
    public void The_summary_fits_and_tells_who_was_short(string language, int width, params string[] told)
    {
        var run = Run(Request with { Language = language }, new MadeUpYear(Jiahe), width);

        Assert.All(told, text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.All(
            run.Output.Split('\n').TakeWhile(l => !l.StartsWith("Time", StringComparison.Ordinal)),
            line => Assert.True(line.Sum(c => c >= 0x2E80 ? 2 : 1) <= width, line));
        Assert.DoesNotContain("…", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_object_with_the_summary_of_the_folder()
    {
        var run = Run(Request with { Json = true }, new MadeUpYear(Jiahe));
        using var json = JsonDocument.Parse(run.Output);

        Assert.Equal("watersim-year/1", json.RootElement.GetProperty("summary").GetProperty("schema").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public void Quiet_is_silent()
    {
        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), Run(Request with { Quiet = true }, new MadeUpYear(Jiahe)));
    }

    [Fact]
    public void Days_on_which_allocation_and_pipes_differ_are_named_and_strict_minds_them()
    {
        var run = Run(Request with { Strict = true }, new MadeUpYear(Jiahe) { Disagreeing = 7 });

        Assert.Equal(ExitCode.NotConverged, run.Code);
        Assert.Contains("WS5010", run.Error, StringComparison.Ordinal);
        Assert.Contains("7 days: 2025-01-01, 2025-01-02, 2025-01-03, 2025-01-04, 2025-01-05 and 2 more", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2e-9)]
    [InlineData(-2e-9)]
    [InlineData(double.NaN)]
    public void Water_that_is_lost_is_told_as_a_defect(double error)
    {
        var run = Run(Request, new MadeUpYear(Jiahe) { BalanceError = error });

        Assert.Contains("WS5011", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_county_does_not_have_is_named_with_what_it_has()
    {
        var run = Run(
            Request with { Inflow = "dry99", Without = ["X99", "X12"], WithWithout = ["X12", "all"] }, new MadeUpYear(Jiahe));

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("WS5007: --inflow dry99", run.Error, StringComparison.Ordinal);
        Assert.Contains("Choose average, dry95", run.Error, StringComparison.Ordinal);
        Assert.Contains("WS5008: --without X99", run.Error, StringComparison.Ordinal);
        Assert.Contains("X12 is named by --without and by --with-without", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_place.Path));
    }

    [Theory]
    [InlineData(213, ExitCode.Ok)]
    [InlineData(214, ExitCode.Input)]
    public void Days_end_where_the_lunar_calendar_does(int days, int code)
    {
        var run = Run(Request with { From = new DateOnly(2100, 6, 2), Days = days }, new MadeUpYear(Jiahe));

        Assert.Equal(code, run.Code);
        Assert.Equal(code == ExitCode.Input, run.Error.Contains("WS5012", StringComparison.Ordinal));
    }

    private Dictionary<string, string> WithoutManifest() =>
        _place.Contents("out").Where(f => f.Key != "manifest.json").ToDictionary(StringComparer.Ordinal);

    private static Tool.Result Stop(YearRequest request, int after, bool countsAll = false)
    {
        using var stop = new CancellationTokenSource();
        var done = 0;
        return Run(
            request,
            new MadeUpYear(Jiahe)
            {
                After = k =>
                {
                    done++;
                    if ((countsAll ? done : k) == after)
                    {
                        stop.Cancel();
                    }
                },
            },
            stop: stop);
    }

    private static Tool.Result Run(
        YearRequest request, IYearRunner runner, int width = 100, CancellationTokenSource? stop = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = new YearJob(new Terminal { Output = output, Error = error, Width = width }, request, runner, stop?.Token ?? CancellationToken.None).Run();
        return new Tool.Result(code, output.ToString(), error.ToString());
    }
}
