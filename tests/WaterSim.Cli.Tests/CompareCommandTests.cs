using System.Text.Json;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>Two scenarios of an hour or two of Jiahe, compared.</summary>
public sealed class CompareCommandTests(CompareCommandTests.Runs runs) : IClassFixture<CompareCommandTests.Runs>, IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void What_differs_is_told_with_better_and_worse()
    {
        var run = Tool.Run("compare", runs["usual"], runs["more"], "-o", _place["out"]);

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Contains("1  As usual", run.Output, StringComparison.Ordinal);
        Assert.Contains("2  <b>Half as much again</b>", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"Water put into the network +m3/d +[\d,]+ +[\d,]+ +\+[\d,]+", run.Output);
        Assert.Contains("Changed most: lowest pressure, m", run.Output, StringComparison.Ordinal);
        Assert.Contains("worse", run.Output, StringComparison.Ordinal);
        Assert.Contains("other indicators stay the same.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 100));
        foreach (var name in (string[])["manifest.json", "comparison.json", "map.json", "indicators.csv", "communities.parquet", "figures/tank-levels.svg", "figures/min-pressure-change.png"])
        {
            Assert.True(File.Exists(_place["out/" + name]), name);
        }

        using var manifest = JsonDocument.Parse(File.ReadAllText(_place["out/manifest.json"]));
        Assert.Equal("watersim-comparison/1", manifest.RootElement.GetProperty("schema").GetString());
        Assert.Equal(2, manifest.RootElement.GetProperty("inputs").GetArrayLength());
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Better_and_worse_are_coloured_where_a_person_watches_who_wants_it(bool allowsColour, bool isColoured)
    {
        var run = Tool.Run(
            CancellationToken.None, t => t with { OutputIsTerminal = true, AllowsColour = allowsColour },
            "compare", runs["usual"], runs["more"], "-o", _place["out"], "--no-figures");

        Assert.Equal(isColoured, run.Output.Contains("\u001b[91m", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_place["out/figures"]));
    }

    [Fact]
    public void As_data_it_is_what_the_folder_holds()
    {
        var run = Tool.Run("compare", runs["usual"], runs["more"], "-o", _place["out"], "--no-figures", "--json");
        using var printed = JsonDocument.Parse(run.Output);
        using var written = JsonDocument.Parse(File.ReadAllText(_place["out/comparison.json"]));

        Assert.Equal(ExitCode.Ok, printed.RootElement.GetProperty("exit_code").GetInt32());
        Assert.True(JsonElement.DeepEquals(written.RootElement, printed.RootElement.GetProperty("summary")));
    }

    [Fact]
    public void A_run_that_is_no_longer_whole_is_refused_and_nothing_written()
    {
        CopyFolder(runs["usual"], _place["broken"]);
        File.AppendAllText(_place["broken/indicators.csv"], "x");
        var run = Tool.Run("compare", runs["more"], _place["broken"], "-o", _place["out"]);

        Assert.Equal((ExitCode.Input, ""), (run.Code, run.Output));
        Assert.Contains("WS4113", run.Error, StringComparison.Ordinal);
        Assert.Contains("'indicators.csv'", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["out"]));
    }

    [Fact]
    public void A_comparison_does_not_replace_a_run()
    {
        CopyFolder(runs["usual"], _place["usual"]);
        var run = Tool.Run("compare", _place["usual"], runs["more"], "-o", _place["usual"], "--no-figures");

        Assert.Equal(ExitCode.InputOutput, run.Code);
        Assert.Contains("is a run", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_place["usual/summary.json"]));
    }

    [Fact]
    public void One_run_alone_is_nothing_to_compare()
    {
        var run = Tool.Run("compare", runs["usual"]);

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("2 to 8 run folders", run.Error, StringComparison.Ordinal);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <summary>The runs that are compared, made once.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly Workplace _place = new();

        public Runs()
        {
            const string head = "schema: watersim-scenario/1\nduration_h: 2\n";
            var usual = _place.Write("usual.yaml", head + "name: { en: As usual, zh: 平常 }\n");
            var more = _place.Write("more.yaml", head + "name: { en: \"<b>Half as much again</b>\" }\nchanges:\n  - { kind: demand_factor, factor: 1.5 }\n");
            var run = Tool.Run(
                "run", RepositoryRoot.Combine("networks", "jiahe"), "--scenario", usual, "--scenario", more, "-o", _place["runs"], "--no-figures", "--quiet");
            Assert.Equal(ExitCode.Ok, run.Code);
        }

        public string this[string name] => _place["runs/" + name];

        public void Dispose() => _place.Dispose();
    }
}
