using System.Globalization;
using System.Text.Json;
using WaterSim.IO.Epanet;

namespace WaterSim.Cli.Tests;

/// <summary>Water quality on the command line.</summary>
public sealed class QualityTests : IDisposable
{
    private const string Base = """
        [JUNCTIONS]
         A 0 10
         B 0 5
        [RESERVOIRS]
         R 50
         S 49
        [PIPES]
         P R A 1000 300 100
         Q A B 1000 300 100
         T S B 1000 300 100
        [TIMES]
         DURATION 24
        [QUALITY]
         R 1
         S 0.5
        [REPORT]
         NODES ALL
        [OPTIONS]
         UNITS LPS

        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Several_analyses_are_followed_in_one_run()
    {
        var run = Run(Base, "--quality", "age,blend", "--quality", "trace:R");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Empty(run.Error);
        Assert.Contains("Water quality over 24 h, where water is drawn", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Age +mean \d+\.\d h, oldest \d+\.\d h at [AB]\r?$", run.Output);
        Assert.Matches(@"(?m)^Blend +(\S+ \d+\.\d %, ){2}\S+ \d+\.\d %\r?$", run.Output);
        Assert.Matches(@"(?m)^Trace +\d+\.\d % came through R\r?$", run.Output);
        Assert.Equal(3, run.Output.Split("mass balance 1.000000000").Length - 1);
        Assert.StartsWith(
            "time_s,node,age_s,blend_R,blend_S,blend_(start),trace_R\n", File.ReadAllText(_place["out/quality_nodes.csv"]),
            StringComparison.Ordinal);
        Assert.True(File.Exists(_place["out/quality_links.parquet"]));
        Assert.True(File.Exists(_place["out/quality_last_day.parquet"]));
    }

    [Theory]
    [InlineData("", "none")]
    [InlineData(" QUALITY AGE\n", "age")]
    [InlineData(" QUALITY TRACE R\n", "trace:R")]
    [InlineData(" QUALITY Chlorine mg/L\n", "chemical")]
    [InlineData(" QUALITY AGE\n", "none", "--quality", "none")]
    [InlineData(" QUALITY AGE\n", "chemical,trace:B", "--quality", "CHLORINE,Trace:B")]
    [InlineData("", "chemical", "--quality", "chemical")]
    public void What_is_followed_is_what_is_asked_for_else_what_the_file_says(
        string option, string followed, params string[] options)
    {
        Assert.Equal(ExitCode.Ok, Run(Base + option, options).Code);

        using var manifest = JsonDocument.Parse(File.ReadAllText(_place["out/manifest.json"]));
        var told = manifest.RootElement.GetProperty("options");
        Assert.Equal(followed, told.GetProperty("quality").GetString());
        Assert.Equal(followed != "none", told.TryGetProperty("quality-step", out var step));
        Assert.Equal(followed != "none", File.Exists(_place["out/quality_nodes.csv"]));
        if (followed != "none")
        {
            Assert.Equal("360s", step.GetString());
        }

        if (followed == "age")
        {
            Assert.Equal("36s", told.GetProperty("quality-tolerance age").GetString());
        }
    }

    [Theory]
    [InlineData("salt", "--quality salt: no such analysis")]
    [InlineData("age,,blend", "--quality \"\": no such analysis")]
    [InlineData("trace", "--quality trace: the node is missing; say trace:ID")]
    [InlineData("trace:", "--quality trace:: the node is missing; say trace:ID")]
    [InlineData("age,blend,Age", "--quality Age: asked for twice")]
    [InlineData("chlorine,chemical", "--quality chemical: asked for twice")]
    [InlineData("none,age", "--quality none: nothing else can stand beside it")]
    public void A_word_that_cannot_be_followed_is_named_with_the_remedy(string words, string message)
    {
        var refused = Run(Base, "--quality", words);

        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Empty(refused.Output);
        Assert.Contains(message, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_traced_node_that_is_not_there_is_named_and_nothing_is_run()
    {
        var refused = Run(Base, "--quality", "trace:Nowhere");

        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Contains("error WS3101: quality trace:Nowhere: node 'Nowhere'", refused.Error, StringComparison.Ordinal);
        Assert.Contains("1 error; nothing was run.", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["out"]));
    }

    [Fact]
    public void A_chemical_that_nothing_takes_away_is_a_warning_that_strict_counts()
    {
        Assert.Contains("warning WS3104", Run(Base, "--quality", "chlorine").Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotConverged, Run(Base, "--quality", "chlorine", "--strict").Code);
        Assert.Equal(ExitCode.Ok, Run(Base, "--quality", "age", "--strict").Code);
    }

    [Fact]
    public void A_chemical_is_told_in_the_unit_of_its_file()
    {
        var run = Run(Base + " QUALITY Fluoride ug/L\n[REACTIONS]\n GLOBAL BULK 0\n");

        Assert.Matches(@"(?m)^Fluoride +mean 0\.\d{3}, lowest 0\.000 ug/L at [AB]\r?$", run.Output);
    }

    [Fact]
    public void The_json_summary_has_each_analysis_with_its_balance()
    {
        var run = Run(Base, "--quality", "age,blend", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var quality = json.RootElement.GetProperty("summary").GetProperty("quality");

        Assert.Equal(["age", "blend"], quality.EnumerateArray().Select(q => q.GetProperty("analysis").GetString()));
        var shares = quality[1].GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(["R", "S", "(start)"], shares.Select(c => c.GetProperty("name").GetString()));
        Assert.Equal(1, shares.Sum(c => c.GetProperty("drawn").GetDouble()), 1e-9);
        Assert.All(shares, c => Assert.Equal(1, c.GetProperty("balance").GetProperty("ratio").GetDouble(), 1e-9));
        Assert.Equal("m3 s", quality[0].GetProperty("columns")[0].GetProperty("balance").GetProperty("unit").GetString());
    }

    [Fact]
    public void A_profile_tells_quality_from_hydraulics()
    {
        using var json = JsonDocument.Parse(Run(Base, "--quality", "age", "--json", "--profile").Output);
        var profile = json.RootElement.GetProperty("profile");
        var phases = profile.GetProperty("phases").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);

        Assert.Equal("by turns", phases["quality"].GetProperty("runs").GetString());
        Assert.Equal(JsonValueKind.Null, phases["quality"].GetProperty("allocated_bytes").ValueKind);
        Assert.All(["simulate", "quality"], name => Assert.True(phases[name].GetProperty("time_s").GetDouble() > 0));
        Assert.Equal(
            phases["simulate"].GetProperty("time_s").GetDouble(),
            profile.GetProperty("time_per_iteration_s").GetDouble() * profile.GetProperty("iterations").GetInt32(), 1e-4);
    }

    [Theory]
    [InlineData("AGE", 2, "AGE", "hrs")]
    [InlineData("TRACE R", 3, "% from", "% from")]
    [InlineData("Chlorine mg/L", 1, "Chlorine", "mg/L")]
    public void Epanets_command_line_computes_what_the_file_asks_for(string option, int mode, string name, string unit)
    {
        var network = _place.Write("q.inp", Base + $" QUALITY {option}\n");

        Assert.Equal(0, Tool.Run("epanet", network, _place["q.rpt"], _place["q.out"]).Code);

        var file = EpanetOutputReader.ReadFile(_place["q.out"]).File!;
        Assert.Equal((mode, name, unit), (file.QualityMode, file.QualityName, file.QualityUnit));
        Assert.True(file.Nodes(EpanetNodeVariable.Quality, file.Periods - 1)[1] > 0);
        Assert.Contains(name, File.ReadAllText(_place["q.rpt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_writes_the_first_analysis_that_EPANET_knows()
    {
        Run(Base, "--quality", "blend,age", "--bin", _place["q.out"]);

        var file = EpanetOutputReader.ReadFile(_place["q.out"]).File!;
        using var json = JsonDocument.Parse(File.ReadAllText(_place["out/summary.json"]));
        var age = json.RootElement.GetProperty("quality")[1].GetProperty("columns")[0].GetProperty("max_s").GetDouble();
        Assert.Equal(2, file.QualityMode);
        Assert.InRange(
            file.Nodes(EpanetNodeVariable.Quality, 1)[1], 0, (age / 3600) + 1e-3);
        Assert.Equal("3600", File.ReadAllLines(_place["out/quality_nodes.csv"])[5].Split(',')[0]);
        var cell = File.ReadAllLines(_place["out/quality_nodes.csv"])[6].Split(',')[^1];
        Assert.Equal(double.Parse(cell, CultureInfo.InvariantCulture) / 3600, file.Nodes(EpanetNodeVariable.Quality, 1)[1], 1e-5);
    }

    private Tool.Result Run(string network, params string[] options) => Tool.Run(
        ["run", _place.Write("network.inp", network), "--out", _place["out"], "--no-figures", .. options]);
}
