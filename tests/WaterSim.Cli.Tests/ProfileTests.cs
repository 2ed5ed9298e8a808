using System.Globalization;
using System.Text.Json;
using WaterSim.Cli.Output;
using WaterSim.IO.Inp;
using WaterSim.Simulation;

namespace WaterSim.Cli.Tests;

public sealed class ProfileTests : IDisposable
{
    private const int Megabyte = 1_000_000;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_profile_counts_what_the_run_did()
    {
        var network = InpReader.ReadFile(Workplace.Example("loop-with-tank")).Network!;
        var steps = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken).Steps;
        using var json = JsonDocument.Parse(Run("--json", "--no-figures", "--profile").Output);
        var profile = json.RootElement.GetProperty("profile");

        Assert.Equal(network.Nodes.Length, profile.GetProperty("nodes").GetInt32());
        Assert.Equal(network.Links.Length, profile.GetProperty("links").GetInt32());
        Assert.Equal(CompiledNetwork.Of(network).UnknownHeads, profile.GetProperty("unknown_heads").GetInt32());
        Assert.Equal(steps.Length, profile.GetProperty("solutions").GetInt32());
        Assert.Equal(steps.Sum(s => s.Iterations), profile.GetProperty("iterations").GetInt32());
        Assert.Equal(
            steps.Average(s => s.Iterations), profile.GetProperty("iterations_per_solution").GetDouble(), 1e-9);
        Assert.Equal(steps.Max(s => s.Iterations), profile.GetProperty("most_iterations").GetInt32());
        Assert.True(profile.GetProperty("peak_memory_bytes").GetInt64() > Megabyte);
        Assert.Equal(3, profile.GetProperty("collections").GetArrayLength());
    }

    [Fact]
    public void Every_phase_has_its_time_and_one_that_ran_alone_its_memory()
    {
        using var json = JsonDocument.Parse(Run("--json", "--profile", "--bin", _place["x.out"]).Output);
        var profile = json.RootElement.GetProperty("profile");
        var phases = profile.GetProperty("phases").EnumerateArray().ToDictionary(
            p => p.GetProperty("name").GetString()!, p => (
                Runs: p.GetProperty("runs").GetString(),
                Time: p.GetProperty("time_s").GetDouble(),
                Allocated: p.GetProperty("allocated_bytes")));

        Assert.Equal(
            ["commit", "compile", "epanet files", "figures", "outputs", "read", "simulate", "summarise", "tables"],
            phases.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["figures", "tables"],
            phases.Where(p => p.Value.Runs == "beside").Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.All(phases.Values, p => Assert.Equal(p.Runs == "beside", p.Allocated.ValueKind == JsonValueKind.Null));
        Assert.All(phases.Values.Where(p => p.Runs != "beside"), p => Assert.True(p.Allocated.GetInt64() > 0));
        Assert.InRange(
            phases.Values.Where(p => p.Runs != "beside").Sum(p => p.Time), 0, profile.GetProperty("total_s").GetDouble());
        Assert.True(phases["outputs"].Time >= Math.Max(phases["figures"].Time, phases["tables"].Time));
        Assert.Equal(
            phases["simulate"].Time,
            profile.GetProperty("time_per_iteration_s").GetDouble() * profile.GetProperty("iterations").GetInt32(),
            1e-4);
    }

    [Fact]
    public void A_profile_is_printed_only_where_it_is_asked_for()
    {
        using var json = JsonDocument.Parse(Run("--json", "--no-figures").Output);

        Assert.False(json.RootElement.TryGetProperty("profile", out _));
        Assert.DoesNotContain("MB allocated", Run("--no-figures").Output, StringComparison.Ordinal);
        Assert.Empty(Run("--no-figures", "--profile", "--quiet").Output);
    }

    [Fact]
    public void A_printed_profile_follows_the_summary_and_says_that_no_quality_was_asked_for()
    {
        var output = Run("--no-figures", "--profile").Output;
        var profile = output[output.IndexOf("\nRun folder", StringComparison.Ordinal)..];

        Assert.Contains("MB allocated", profile, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^ *simulate +\d+\.\d{3} +\d+\.\d  hydraulics; no quality was asked for\r?$", profile);
        Assert.Matches(@"(?m)^ *print +\d+\.\d{3} +-  beside others: memory not told apart\r?$", profile);
        Assert.Matches(@"(?m)^Solved +\d+ nodes, \d+ heads? to be found, \d+ links\r?$", profile);
        Assert.Matches(@"(?m)^ +\d+\.\d{3} ms each, controls, tanks and keeping of results included\r?$", profile);
    }

    [Fact]
    public void The_line_of_times_and_the_manifest_name_the_same_phases()
    {
        const int widerThanTheLine = 300;
        var run = Tool.Run(
            CancellationToken.None,
            t => t with { Width = widerThanTheLine },
            "run", Workplace.Example("loop-with-tank"), "--out", _place["out"], "--no-figures");
        var line = run.Output.Split('\n').Single(l => l.StartsWith("Time ", StringComparison.Ordinal));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_place["out/manifest.json"]));
        var named = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',')
            .Select(p => p.Trim().Split(' ')[0]).ToList();

        // The manifest is written by the last phase, whose time it therefore cannot hold.
        Assert.Equal("commit", named[^1]);
        Assert.Equal(
            named.SkipLast(1),
            manifest.RootElement.GetProperty("timings_s").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["read", "compile", "simulate", "summarise"], named.Take(4));
    }

    [Fact]
    public void Where_nothing_was_run_there_is_no_profile()
    {
        using var json = JsonDocument.Parse(
            Tool.Run("run", _place.Write("bad.inp", "[FOO]\n"), "--json", "--profile").Output);

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("profile").ValueKind);
    }

    [Fact]
    public void A_phase_is_charged_with_what_is_allocated_in_it()
    {
        var phases = new Phases(measuresMemory: true);
        phases.Time("large", () => GC.KeepAlive(new byte[50 * Megabyte]));
        phases.Time("small", () => { });

        Assert.True(phases.All[0].Allocated >= 50 * Megabyte, phases.All[0].Allocated?.ToString(CultureInfo.InvariantCulture));
        Assert.True(phases.All[1].Allocated < phases.All[0].Allocated);
    }

    [Fact]
    public void Memory_is_not_measured_where_nobody_asks()
    {
        var phases = new Phases();
        phases.Time("large", () => GC.KeepAlive(new byte[Megabyte]));

        Assert.Null(phases.All[0].Allocated);
    }

    private Tool.Result Run(params string[] options) =>
        Tool.Run(["run", Workplace.Example("loop-with-tank"), "--out", _place["out"], .. options]);
}
