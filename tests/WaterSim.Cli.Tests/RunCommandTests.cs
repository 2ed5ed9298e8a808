using System.Text.Json;

namespace WaterSim.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("two-reservoirs")]
    [InlineData("loop-with-tank")]
    [InlineData("pump-and-prv")]
    public void Every_example_runs_without_a_warning(string name)
    {
        var run = Run(name, "--strict", "--no-figures");

        Assert.Empty(run.Error);
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("every solution converged, no warnings", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_place["out/manifest.json"]));
        Assert.True(File.Exists(_place["out/summary.json"]));
    }

    [Fact]
    public void Two_reservoirs_carry_the_flow_that_paper_gives()
    {
        var run = Run("two-reservoirs", "--json", "--no-figures", "--accuracy", "1e-9");
        using var json = JsonDocument.Parse(run.Output);
        var upper = json.RootElement.GetProperty("summary").GetProperty("sources").EnumerateArray()
            .Single(s => s.GetProperty("id").GetString() == "Upper");

        // 20 m = 10.667 C^-1.852 d^-4.871 L q^1.852 summed over both pipes: q = 76.28 L/s. The coefficient is rounded
        // to four digits in print.
        Assert.Equal(0.07628 * 86_400, upper.GetProperty("draw_m3d").GetDouble(), 0.07628 * 86_400 * 2e-4);
    }

    [Fact]
    public void Figures_and_tables_are_in_the_run_folder()
    {
        var run = Run("loop-with-tank");

        Assert.Equal(ExitCode.Ok, run.Code);
        var files = _place.Contents("out").Keys.ToList();
        Assert.All([".png", ".svg", ".csv", ".parquet"], kind => Assert.Contains(
            files, f => f.EndsWith(kind, StringComparison.Ordinal)));
        Assert.Equal(["out"], Directory.GetDirectories(_place.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void The_day_asked_for_is_the_day_that_is_run()
    {
        var run = Run("loop-with-tank", "--json", "--no-figures", "--duration", "6h", "--step", "30min");
        using var json = JsonDocument.Parse(run.Output);
        var summary = json.RootElement.GetProperty("summary");

        Assert.Equal(6 * 3600, summary.GetProperty("duration_s").GetDouble());
        Assert.Equal(13, summary.GetProperty("reported_times").GetInt32());
    }

    [Fact]
    public void Json_is_one_object_and_closes_the_water_balance()
    {
        var run = Run("pump-and-prv", "--json", "--no-figures");
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;

        Assert.Equal(0, root.GetProperty("exit_code").GetInt32());
        Assert.Equal(JsonValueKind.Array, root.GetProperty("diagnostics").ValueKind);
        var error = root.GetProperty("summary").GetProperty("water_balance").GetProperty("relative_error").GetDouble();
        Assert.InRange(Math.Abs(error), 0, 1e-6);
    }

    [Fact]
    public void Json_tells_of_bad_input_too()
    {
        var run = Tool.Run("run", _place["nowhere.inp"], "--json");
        using var json = JsonDocument.Parse(run.Output);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Equal(ExitCode.Input, json.RootElement.GetProperty("exit_code").GetInt32());
        Assert.Equal("error", json.RootElement.GetProperty("diagnostics")[0].GetProperty("severity").GetString());
    }

    [Fact]
    public void Quiet_is_silent()
    {
        var run = Run("loop-with-tank", "--quiet", "--no-figures");

        Assert.Equal(new Tool.Result(ExitCode.Ok, "", ""), run);
    }

    [Fact]
    public void Piped_output_has_no_escape_codes()
    {
        var run = Run("pump-and-prv", "--no-figures");

        Assert.DoesNotContain('\u001b', run.Output + run.Error);
        Assert.Contains("Mass balance", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_has_bold_headings_unless_it_wants_no_colours()
    {
        var run = Tool.Run(
            CancellationToken.None,
            t => t with { OutputIsTerminal = true, Width = 80 },
            "run", Workplace.Example("pump-and-prv"), "--out", _place["out"], "--no-figures");

        Assert.Contains("\u001b[1m", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        var run = Tool.Run(
            CancellationToken.None,
            t => t with { Width = width },
            "run", Workplace.Example("pump-and-prv"), "--out", _place["out"], "--no-figures");

        Assert.All(
            run.Output.Split('\n').Where(line => !line.Contains(_place.Path, StringComparison.Ordinal)),
            line => Assert.True(line.Length <= width, line));
    }

    [Theory]
    [InlineData("missing.inp", null)]
    [InlineData("noise.inp", "\0\u0001\u0002")]
    [InlineData("empty.inp", "")]
    [InlineData("unknown-section.inp", "[FOO]\n1 2 3\n")]
    [InlineData("twice.inp", "[JUNCTIONS]\nA 1\nA 2\n[RESERVOIRS]\nR 9\n[PIPES]\nP R A 10 100 100 0\n")]
    [InlineData("negative.inp", "[JUNCTIONS]\nA 1\n[RESERVOIRS]\nR 9\n[PIPES]\nP R A 10 -100 100 0\n")]
    [InlineData("no-node.inp", "[JUNCTIONS]\nA 1\n[RESERVOIRS]\nR 9\n[PIPES]\nP R B 10 100 100 0\n")]
    [InlineData("no-curve.inp", "[JUNCTIONS]\nA 1\n[RESERVOIRS]\nR 9\n[PUMPS]\nP R A HEAD C\n")]
    [InlineData("empty-folder", null)]
    [InlineData("system.yaml", "name: [")]
    public void Bad_input_ends_with_code_1_and_says_where(string name, string? text)
    {
        var path = text is null ? _place[name] : _place.Write(name, text);
        if (name == "empty-folder")
        {
            Directory.CreateDirectory(path);
        }

        var run = Tool.Run("run", path, "--out", _place["out"]);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Empty(run.Output);
        Assert.Matches(@"(?m)^.+:\d+(:\d+)?: error WS\d{4}: ", run.Error);
        Assert.False(Directory.Exists(_place["out"]));
    }

    [Fact]
    public void Every_problem_is_told_in_one_pass()
    {
        var path = _place.Write(
            "bad.inp", "[JUNCTIONS]\nA 1\nA 2\n[RESERVOIRS]\nR 9\n[PIPES]\nP R B 10 -5 100 0\n[FOO]\n");

        var errors = Tool.Run("run", path).Error.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal));

        Assert.Equal(4, errors.Count());
    }

    [Fact]
    public void An_earlier_run_is_kept_when_a_later_one_cannot_be_read()
    {
        Run("two-reservoirs", "--no-figures");
        var before = _place.Contents("out");

        var failed = Tool.Run("run", _place.Write("bad.inp", "[FOO]\n"), "--out", _place["out"]);

        Assert.Equal(ExitCode.Input, failed.Code);
        Assert.Equal(before, _place.Contents("out"));
    }

    [Fact]
    public void An_earlier_run_is_kept_when_a_later_one_is_stopped()
    {
        Run("two-reservoirs", "--no-figures");
        var before = _place.Contents("out");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var stopped = Tool.Run(
            stop.Token, t => t, "run", Workplace.Example("loop-with-tank"), "--out", _place["out"]);

        Assert.Equal(ExitCode.Interrupted, stopped.Code);
        Assert.Equal(before, _place.Contents("out"));
        Assert.Equal(["out"], Directory.GetDirectories(_place.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_later_run_replaces_an_earlier_one()
    {
        Run("two-reservoirs", "--no-figures");
        var before = _place.Contents("out");

        Assert.Equal(ExitCode.Ok, Run("loop-with-tank", "--no-figures").Code);
        Assert.NotEqual(before["manifest.json"], _place.Contents("out")["manifest.json"]);
    }

    [Fact]
    public void A_folder_that_is_no_run_is_left_alone_and_ends_with_code_3()
    {
        Directory.CreateDirectory(_place["out"]);
        _place.Write("out/letter.txt", "keep me");

        var refused = Run("two-reservoirs", "--no-figures");

        Assert.Equal(ExitCode.InputOutput, refused.Code);
        Assert.Contains("--out", refused.Error, StringComparison.Ordinal);
        Assert.Equal("keep me", File.ReadAllText(_place["out/letter.txt"]));
    }

    [Fact]
    public void A_place_that_cannot_be_written_ends_with_code_3()
    {
        var file = _place.Write("file", "");

        var refused = Tool.Run(
            "run", Workplace.Example("two-reservoirs"), "--out", Path.Combine(file, "below"), "--no-figures");

        Assert.Equal(ExitCode.InputOutput, refused.Code);
        Assert.Matches("error WS\\d{4}", refused.Error);
    }

    [Fact]
    public void Too_few_trials_end_with_code_2_and_the_run_is_written()
    {
        var run = Run("loop-with-tank", "--trials", "1", "--no-figures");

        Assert.Equal(ExitCode.NotConverged, run.Code);
        Assert.True(File.Exists(_place["out/manifest.json"]));
        Assert.Contains("did not converge", run.Output, StringComparison.Ordinal);
    }

    private Tool.Result Run(string example, params string[] options) =>
        Tool.Run(["run", Workplace.Example(example), "--out", _place["out"], .. options]);

    [Fact]
    public void What_controls_did_is_printed_with_its_cause_when_asked_for()
    {
        using var folder = new Workplace();
        var network = File.ReadAllText(Workplace.Example("two-reservoirs"));
        var pipe = WaterSim.IO.Inp.InpReader.ReadFile(Workplace.Example("two-reservoirs")).Network!.Links[0].Id;
        var controlled = folder.Write(
            "controlled.inp", network.Replace("[END]", $"[CONTROLS]\nLINK {pipe} CLOSED AT TIME 2\n[TIMES]\nDURATION 4\n[END]", StringComparison.Ordinal));
        var run = Tool.Run("run", controlled, "--out", folder["run"], "--no-figures", "--log-controls");
        Assert.Equal(0, run.Code);
        Assert.Contains("Controls, in order", run.Output, StringComparison.Ordinal);
        Assert.Contains("control 1: time", run.Output, StringComparison.Ordinal);
        Assert.Contains("control 1: time", File.ReadAllText(Path.Combine(folder["run"], "controls.csv")), StringComparison.Ordinal);
    }
}
