using System.Text.Json;
using WaterSim.Cli.Commands;
using WaterSim.Plots;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>Scenarios run as years, by made-up days and by allocation alone.</summary>
public sealed class YearScenarioTests : IDisposable
{
    private static readonly string Jiahe = RepositoryRoot.Combine("networks", "jiahe");

    private readonly Workplace _place = new();

    private YearRequest Request => new() { County = Jiahe, Days = 40, Out = _place["out"], Figures = FigureFiles.None };

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_year_names_its_scenario_and_the_files_it_came_from()
    {
        var dry = Write("dry", "description: { en: Little rain }\nbase: base.yaml", "{ kind: drought_inflow, year: dry95 }", "{ en: Dry, zh: 枯水 }");
        Write("base", "duration_h: 24", "{ kind: close_link, link: X12-V }");

        var run = Run(Request with { Scenarios = [dry] });

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Contains("inflow dry95", run.Output, StringComparison.Ordinal);
        Assert.Contains("scenario Dry", run.Output, StringComparison.Ordinal);
        Assert.Contains("without X12", run.Output, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(File.ReadAllText(_place["out/manifest.json"]));
        var options = manifest.RootElement.GetProperty("options");
        Assert.Equal(
            ["dry.yaml", "Dry", "枯水", "Little rain", "dry95", "X12"],
            ((string[])["scenario", "scenario-name", "scenario-name-zh", "scenario-description", "inflow", "without"])
                .Select(name => options.GetProperty(name).GetString()));
        Assert.Equal(
            ["system.yaml", "network.inp", "dry.yaml", "base.yaml"],
            manifest.RootElement.GetProperty("inputs").EnumerateArray().Select(i => Path.GetFileName(i.GetProperty("name").GetString())));
    }

    [Theory]
    [InlineData("average", ExitCode.Input)]
    [InlineData("dry95", ExitCode.Ok)]
    public void An_inflow_that_contradicts_the_scenario_is_refused_by_name(string asked, int code)
    {
        var dry = Write("dry", "duration_h: 24", "{ kind: drought_inflow, year: dry95 }");

        var run = Run(Request with { Scenarios = [dry], Inflow = asked, IsInflowGiven = true });

        Assert.Equal(code, run.Code);
        Assert.Equal(
            code == ExitCode.Input,
            run.Error.Contains($"dry.yaml:5:5: error WS5021: change 1 (drought_inflow): --inflow {asked}, and the scenario takes the year of inflow dry95", StringComparison.Ordinal));
    }

    [Fact]
    public void What_means_nothing_in_a_year_is_refused_where_it_stands_and_nothing_is_written()
    {
        var fire = Write("fire", "duration_h: 24", "{ kind: fire_flow, node: ZQ-W, flow_l_per_s: 15 }");

        var run = Run(Request with { Scenarios = [fire] });

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("fire.yaml:5:5: error WS4213: change 1 (fire_flow)", run.Error, StringComparison.Ordinal);
        Assert.Contains("watersim run --scenario", run.Error, StringComparison.Ordinal);
        Assert.Equal(["fire.yaml"], Directory.GetFileSystemEntries(_place.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_that_the_scenario_shuts_cannot_be_asked_what_it_buys()
    {
        var shut = Write("shut", "duration_h: 24", "{ kind: close_link, link: X12-V }");

        var run = Run(Request with { Scenarios = [shut], WithWithout = ["X12"] });

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("WS5008: X12 is named by --with-without, and is not used anyway", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_on_with_another_scenario_or_a_changed_one_is_refused()
    {
        var one = Write("one", "duration_h: 24", "{ kind: drought_inflow, year: dry95 }");
        var other = Write("other", "duration_h: 24", "{ kind: drought_inflow, year: dry95 }");
        Assert.Equal(ExitCode.Interrupted, Stop(Request with { Scenarios = [one] }, 35).Code);

        var refused = Run(Request with { Scenarios = [other], Resume = true });
        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Contains("WS4104", refused.Error, StringComparison.Ordinal);
        Assert.Contains("scenario 'one.yaml', and asked for is 'other.yaml'", refused.Error, StringComparison.Ordinal);
        Assert.Contains("scenario 'one.yaml', and asked for is ''", Run(Request with { Inflow = "dry95", Resume = true }).Error, StringComparison.Ordinal);

        var kept = File.ReadAllText(one);
        File.AppendAllText(one, "# another thought\n");
        Assert.Contains("one.yaml' is no longer what it was", Run(Request with { Scenarios = [one], Resume = true }).Error, StringComparison.Ordinal);
        File.WriteAllText(one, kept);
        Assert.Equal(ExitCode.Ok, Run(Request with { Scenarios = [one], Resume = true }).Code);
    }

    [Fact]
    public void Several_run_side_by_side_to_the_bytes_of_each_alone_and_one_that_fails_is_told()
    {
        var dry = Write("dry", "duration_h: 24", "{ kind: drought_inflow, year: dry95 }", "{ en: Dry }");
        var shut = Write("shut", "base: dry.yaml", "{ kind: close_link, link: X56-V }", "{ en: Dry and shut }");
        var bad = Write("bad", "duration_h: 24", "{ kind: power_cut, booster: P1 }");
        string[] common = ["year", Jiahe, "--from", "2026-08-01", "--days", "40", "--daily-only", "--no-figures"];

        var both = Tool.Run([.. common, "--scenario", dry, "--scenario", bad, "--scenario", shut, "--out", _place["years"], "--threads", "2"]);

        Assert.Equal(ExitCode.Input, both.Code);
        Assert.Contains("bad.yaml:5:5: error WS4213", both.Error, StringComparison.Ordinal);
        Assert.Contains("Years side by side", both.Output, StringComparison.Ordinal);
        Assert.Matches(@"Dry and shut +\d+\.\d\d +[\d,]+ +\d+ +\d+\.\d{3} +\d+\.\d", both.Output);
        Assert.Matches("bad +- +- +- +- +- +refused", both.Output);
        Assert.Equal(["dry", "shut"], Directory.GetDirectories(_place["years"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var (file, name) in (ReadOnlySpan<(string, string)>)[(dry, "dry"), (shut, "shut")])
        {
            Assert.Equal(ExitCode.Ok, Tool.Run([.. common, "--scenario", file, "--out", _place["alone-" + name]]).Code);
            Assert.Equal(Tables("alone-" + name), Tables("years/" + name));
        }

        Assert.Equal(ExitCode.Ok, Tool.Run([.. common, "--inflow", "dry95", "--without", "X56", "--out", _place["plain"]]).Code);
        Assert.Equal(Tables("plain"), Tables("years/shut"));
        Assert.NotEqual(Tables("years/dry"), Tables("years/shut"));

        var compared = Tool.Run("compare", _place["years/dry"], _place["years/shut"], "--no-figures", "--out", _place["comparison"]);
        Assert.Equal(ExitCode.Ok, compared.Code);
        Assert.Contains("Dry and shut", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_are_told_as_data()
    {
        var run = Several(Request with
        {
            Scenarios = [Write("a", "duration_h: 24", "{ kind: drought_inflow, year: dry95 }", "{ en: A }"), _place["missing.yaml"]],
            Json = true,
        });
        using var json = JsonDocument.Parse(run.Output);
        var years = json.RootElement.GetProperty("years").EnumerateArray().ToList();

        Assert.Equal(ExitCode.Input, json.RootElement.GetProperty("exit_code").GetInt32());
        Assert.Equal(("A", 43_210.0), (years[0].GetProperty("name").GetString(), years[0].GetProperty("short_person_days").GetDouble()));
        Assert.Equal("WS4001", years[1].GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.False(years[1].TryGetProperty("needed_m3", out _));
    }

    [Fact]
    public void Several_that_were_stopped_are_gone_on_with_and_those_not_begun_are_begun()
    {
        string[] files = [Write("a", "duration_h: 24", "{ kind: drought_inflow, year: dry95 }"), Write("b", "duration_h: 24", "{ kind: close_link, link: X12-V }")];
        var request = Request with { Scenarios = [.. files], Threads = 1 };
        Assert.Equal(ExitCode.Ok, Several(request).Code);
        var (wholeA, wholeB) = (Tables("out/a"), Tables("out/b"));
        Directory.Delete(_place["out"], recursive: true);

        var stopped = Stop(request, 35);
        Assert.Equal(ExitCode.Interrupted, stopped.Code);
        Assert.Contains("stopped", stopped.Output, StringComparison.Ordinal);
        Assert.Equal(["a.unfinished"], Directory.GetDirectories(_place["out"]).Select(Path.GetFileName));

        var first = 0;
        var ended = Several(request with { Resume = true }, new MadeUpYear(Jiahe) { After = k => first = first == 0 ? k : first });
        Assert.Equal((ExitCode.Ok, 36), (ended.Code, first));
        Assert.Equal(wholeA, Tables("out/a"));
        Assert.Equal(wholeB, Tables("out/b"));
    }

    [Fact]
    public void A_defect_in_one_year_leaves_the_others()
    {
        string[] files = [Write("a", "duration_h: 24", "{ kind: drought_inflow, year: dry95 }"), Write("b", "duration_h: 24", "{ kind: close_link, link: X12-V }")];
        var days = 0;

        var run = Several(Request with { Scenarios = [.. files], Threads = 1 }, new MadeUpYear(Jiahe)
        {
            After = _ =>
            {
                if (++days == 7)
                {
                    throw new InvalidOperationException("made up");
                }
            },
        });

        Assert.Equal(ExitCode.Internal, run.Code);
        Assert.Contains("WS5016", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_place["out/b/summary.json"]));
    }

    [Theory]
    [InlineData("--threads: only with --scenario or --all", "--threads", "2")]
    [InlineData("WS5014", "--all")]
    public void Options_of_scenarios_are_of_scenarios(string told, params string[] options)
    {
        Directory.CreateDirectory(_place["county"]);
        File.Copy(Path.Combine(Jiahe, "system.yaml"), _place["county/system.yaml"]);
        File.Copy(Path.Combine(Jiahe, "network.inp"), _place["county/network.inp"]);

        var run = Tool.Run(["year", _place["county"], "--out", _place["out"], .. options]);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["out"]));
    }

    private string Write(string name, string header, string change, string title = "{ en: Test }") => _place.Write(
        name + ".yaml", $"schema: watersim-scenario/1\nname: {title}\n{header}\nchanges:\n  - {change}\n");

    // The manifest has the times taken.
    private Dictionary<string, string> Tables(string folder) =>
        _place.Contents(folder).Where(f => f.Key != "manifest.json").ToDictionary(StringComparer.Ordinal);

    private static Tool.Result Stop(YearRequest request, int after)
    {
        using var stop = new CancellationTokenSource();
        var runner = new MadeUpYear(Jiahe)
        {
            After = k =>
            {
                if (k == after)
                {
                    stop.Cancel();
                }
            },
        };
        return request.IsSeveral ? Several(request, runner, stop) : Run(request, runner, stop);
    }

    private static Tool.Result Run(YearRequest request, IYearRunner? runner = null, CancellationTokenSource? stop = null) => Told(
        terminal => new YearJob(terminal, request, runner ?? new MadeUpYear(Jiahe), stop?.Token ?? CancellationToken.None).Run());

    private static Tool.Result Several(YearRequest request, IYearRunner? runner = null, CancellationTokenSource? stop = null) => Told(
        terminal => new YearsJob(terminal, request, runner ?? new MadeUpYear(Jiahe), stop?.Token ?? CancellationToken.None).Run());

    private static Tool.Result Told(Func<Terminal, int> run)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = run(new Terminal { Output = output, Error = error, Width = 120 });
        return new Tool.Result(code, output.ToString(), error.ToString());
    }
}
