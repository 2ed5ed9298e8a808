using System.Text.Json;
using WaterSim.Cli.Commands;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>Scenarios side by side, on an hour or two of Jiahe.</summary>
public sealed class ScenarioTests : IDisposable
{
    private const string Head = "schema: watersim-scenario/1\nduration_h: 2\n";

    private static readonly string Jiahe = RepositoryRoot.Combine("networks", "jiahe");

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Each_scenario_has_its_run_folder_and_its_row()
    {
        var usual = Write("usual", "name: { en: As usual, zh: 平常 }\n");
        var more = Write("more", "name: { en: Half as much again }\nchanges:\n  - { kind: demand_factor, factor: 1.5 }\n");
        var run = Run([usual, more], "--no-figures", "--lang", "zh");

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Contains("平常", run.Output, StringComparison.Ordinal);
        Assert.Contains("Half as much again", run.Output, StringComparison.Ordinal);
        Assert.Contains("435,000", run.Output, StringComparison.Ordinal);
        foreach (var name in (string[])["usual", "more"])
        {
            Assert.True(File.Exists(_place[$"out/{name}/summary.json"]));
            Assert.True(File.Exists(_place[$"out/{name}/nodes.parquet"]));
            Assert.False(File.Exists(_place[$"out/{name}/nodes.csv"]));
            using var manifest = JsonDocument.Parse(File.ReadAllText(_place[$"out/{name}/manifest.json"]));
            Assert.Contains(name + ".yaml", manifest.RootElement.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "svg")]
    [InlineData("--figures png", "png")]
    [InlineData("--figures both", "png svg")]
    [InlineData("--figures none", "")]
    public void Figures_of_a_set_are_drawings_unless_others_are_asked_for(string options, string kinds)
    {
        var run = Run([Write("usual", "name: { en: A }\n")], options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.Ok, run.Code);
        var folder = _place["out/usual/figures"];
        var found = Directory.Exists(folder) ? Directory.GetFiles(folder).Select(f => Path.GetExtension(f)[1..]).Distinct(StringComparer.Ordinal) : [];
        Assert.Equal(kinds, string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Figures_and_none_of_them_contradict_each_other()
    {
        var run = Run([Write("usual", "name: { en: A }\n")], "--figures", "svg", "--no-figures");

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("--no-figures: not with --figures", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_keeps_to_the_indicators_it_asks_for()
    {
        var run = Run([Write("some", "name: { en: Some }\nindicators: [energy, same_price]\n"), Write("all", "name: { en: All }\n")], "--no-figures");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("The four sames, villages to towns", run.Output, StringComparison.Ordinal);
        Assert.Equal(["price", "energy"], Groups("some"));
        Assert.Equal(10, Groups("all").Length);
        Assert.Single(File.ReadAllLines(_place["out/some/standards.csv"]));
        Assert.True(File.ReadAllLines(_place["out/all/standards.csv"]).Length > 5);

        string[] Groups(string of) =>
            [.. File.ReadAllLines(_place[$"out/{of}/indicators.csv"]).Skip(1).Select(l => l.Split(',')[1]).Distinct(StringComparer.Ordinal)];
    }

    [Fact]
    public void What_is_delivered_is_told_as_data()
    {
        var run = Run([Write("usual", "name: { en: A }\n"), Write("more", "name: { en: B }\nchanges:\n  - { kind: demand_factor, factor: 2 }\n")], "--no-figures", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var scenarios = json.RootElement.GetProperty("scenarios").EnumerateArray().ToList();
        var delivered = scenarios.Select(s => s.GetProperty("delivered_m3d").GetDouble()).ToList();

        // Leakage stays, of 5,400 m3 a day.
        Assert.Equal((2 * (delivered[0] - 5400)) + 5400, delivered[1], tolerance: 50);
        Assert.Equal(["A", "B"], scenarios.Select(s => s.GetProperty("name").GetString()));
        Assert.Equal(0, json.RootElement.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public void One_that_fails_is_told_of_and_the_rest_finish()
    {
        var bad = Write("bad", "name: { en: Bad }\nchanges:\n  - { kind: close_link, link: NOWHERE }\n");
        var run = Run([bad, Write("good", "name: { en: Good }\n"), _place["missing.yaml"]], "--no-figures");

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("bad.yaml:5:31: error WS4014", run.Error, StringComparison.Ordinal);
        Assert.Contains("missing.yaml:1:1: error WS4001", run.Error, StringComparison.Ordinal);
        Assert.Equal(["good"], Directory.GetDirectories(_place["out"]).Select(Path.GetFileName));
        Assert.Contains("refused", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        string[] files =
        [
            Write("a", "name: { en: A }\n"),
            Write("b", "name: { en: B }\ndemand_model: pda\nchanges:\n  - { kind: burst, node: A1, orifice_mm: 80, from_h: 1 }\n"),
            Write("c", "name: { en: C }\nquality: [age]\nchanges:\n  - { kind: power_cut, booster: P1 }\n"),
        ];
        Assert.Equal(ExitCode.Ok, Run(files, "--threads", "1").Code);
        var alone = Contents();
        Assert.Equal(ExitCode.Ok, Run(files, "--threads", "2").Code);

        Assert.NotEmpty(alone);
        Assert.Equal(alone, Contents());

        // The manifest has the times taken.
        Dictionary<string, string> Contents() =>
            _place.Contents("out").Where(f => Path.GetFileName(f.Key) != "manifest.json").ToDictionary(f => f.Key, f => f.Value);
    }

    [Theory]
    [InlineData("<b>x</b>, y", "_b_x_", "<b>x</b>")]
    [InlineData("../../escape", "escape", "../../escape")]
    [InlineData("=cmd()", "_cmd__", "=cmd()")]
    public void Names_never_lead_out_of_the_folder(string name, string folder, string shown)
    {
        var file = Write(folder, $"name: {{ en: \"{name}\" }}\n");
        var run = Run([file], "--no-figures");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains(shown, run.Output, StringComparison.Ordinal);
        Assert.Equal([folder], Directory.GetDirectories(_place["out"]).Select(Path.GetFileName));
        Assert.Equal(2, Directory.GetFileSystemEntries(_place.Path).Length);
    }

    [Fact]
    public void Folders_are_named_plainly_and_apart()
    {
        Assert.Equal(
            ["day", "DAY-2", "a_b_c", "scenario", "日"],
            ScenarioFolders.Of(["x/day.yaml", "y/DAY.yaml", "a<b,c.yaml", "...yaml", "日.yaml"]));
        Assert.Equal(64, ScenarioFolders.Of([new string('x', 300) + ".yaml"])[0].Length);
    }

    [Fact]
    public void Scenarios_are_about_a_county_that_has_some()
    {
        var file = Write("a", "name: { en: A }\n");
        var network = Tool.Run("run", Workplace.Example("loop-with-tank"), "--scenario", file, "--out", _place["out"]);
        Directory.CreateDirectory(_place["county"]);
        File.Copy(Path.Combine(Jiahe, "system.yaml"), _place["county/system.yaml"]);
        File.Copy(Path.Combine(Jiahe, "network.inp"), _place["county/network.inp"]);
        var none = Tool.Run("run", _place["county"], "--all", "--out", _place["out"]);

        Assert.Equal(ExitCode.Input, network.Code);
        Assert.Contains("WS5013", network.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Input, none.Code);
        Assert.Contains("WS5014", none.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["out"]));
    }

    [Fact]
    public void A_run_is_not_filled_with_other_runs()
    {
        var file = Write("a", "name: { en: A }\n");
        Assert.Equal(ExitCode.Ok, Tool.Run("run", Workplace.Example("loop-with-tank"), "--no-figures", "--out", _place["out"]).Code);
        var before = _place.Contents("out");
        var run = Run([file], "--no-figures");

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("WS5015", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, _place.Contents("out"));
    }

    [Theory]
    [InlineData("--duration", "3h")]
    [InlineData("--bin", "x.out")]
    [InlineData("--log-controls")]
    public void Options_of_one_run_are_refused(params string[] option)
    {
        var run = Run([Write("a", "name: { en: A }\n")], option);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains($"{option[0]}: not with --scenario or --all", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_are_for_scenarios()
    {
        var run = Tool.Run("run", Jiahe, "--threads", "2");

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("--threads: only with --scenario or --all", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stopped_command_leaves_no_half_written_run()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var run = Tool.Run(stopped.Token, t => t, "run", Jiahe, "--scenario", Write("a", "name: { en: A }\n"), "--out", _place["out"]);

        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.False(Directory.Exists(_place["out"]));
    }

    [Fact]
    public void Every_scenario_of_Jiahe_can_be_read_and_applied()
    {
        var county = CountySystemReader.Load(Jiahe);
        var files = ScenarioReader.FilesOf(Jiahe);

        Assert.True(files.Length >= 12);
        Assert.All(files, file =>
        {
            var read = ScenarioReader.Load(file, county.System!, county.Network!);
            Assert.True(read.Scenario is not null, string.Join('\n', read.Diagnostics));
            Assert.DoesNotContain(read.Diagnostics, d => d.Severity != DiagnosticSeverity.Notice);
            Assert.NotNull(read.Scenario.Name.Zh);
            Assert.NotNull(ScenarioApplication.Apply(read.Scenario, county.System!, county.Network!));
        });
    }

    [Fact]
    public void The_largest_plant_can_be_out_for_two_days()
    {
        var run = Tool.Run("run", Jiahe, "--scenario", Path.Combine(Jiahe, "scenarios", "w1-out-48h.yaml"), "--out", _place["out"], "--no-figures", "--json");
        using var json = JsonDocument.Parse(run.Output);

        Assert.Equal(ExitCode.Ok, run.Code);
        using var summary = JsonDocument.Parse(File.ReadAllText(_place["out/w1-out-48h/summary.json"]));
        Assert.Equal(48 * 3600, summary.RootElement.GetProperty("duration_s").GetDouble());
        Assert.InRange(json.RootElement.GetProperty("scenarios")[0].GetProperty("people_served").GetInt32(), 390_000, 420_000);
    }

    private string Write(string name, string text) => _place.Write(name + ".yaml", Head + text);

    private Tool.Result Run(string[] files, params string[] more) =>
        Tool.Run(["run", Jiahe, .. files.SelectMany(f => (string[])["--scenario", f]), "--out", _place["out"], .. more]);
}
