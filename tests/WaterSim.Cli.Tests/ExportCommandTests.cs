using System.Text.Json;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>An hour or two of Jiahe, handed on.</summary>
public sealed class ExportCommandTests(CompareCommandTests.Runs runs) : IClassFixture<CompareCommandTests.Runs>, IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Jiahe_lies_where_it_lies()
    {
        var run = Tool.Run("export", runs["usual"], "--format", "geojson", "-o", _place["out"]);

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Equal(3, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        using var json = JsonDocument.Parse(File.ReadAllText(_place["out/communities.geojson"]));
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(177, features.Count);
        Assert.All(features, f =>
        {
            var at = f.GetProperty("geometry").GetProperty("coordinates");
            Assert.InRange(at[0].GetDouble(), 112.1, 112.7);
            Assert.InRange(at[1].GetDouble(), 25.4, 25.9);
        });
    }

    [Fact]
    public void A_workbook_stands_beside_the_run_where_no_folder_is_named()
    {
        var run = Tool.Run("export", runs["usual"], "-f", "xlsx");

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.True(File.Exists(runs["usual"] + "-export/summary.xlsx"));
    }

    [Fact]
    public void The_hours_of_a_run_are_handed_on_and_of_a_comparison_refused()
    {
        Assert.Equal(ExitCode.Ok, Tool.Run("compare", runs["usual"], runs["more"], "-o", _place["compared"], "--no-figures", "-q").Code);

        var hours = Tool.Run("export", runs["usual"], "-f", "series", "-o", _place["out"]);
        var refused = Tool.Run("export", _place["compared"], "-f", "series", "-o", _place["none"]);

        Assert.Equal((ExitCode.Ok, ""), (hours.Code, hours.Error));
        Assert.StartsWith("time_s,node,head_m,", File.ReadLines(_place["out/nodes.csv"]).First(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Contains("WS4132", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_without_an_origin_is_a_warning_that_strict_counts()
    {
        Directory.CreateDirectory(_place["county"]);
        foreach (var file in (string[])["network.inp", "system.yaml"])
        {
            var lines = File.ReadAllLines(RepositoryRoot.Combine("networks", "jiahe", file)).Where(l => !l.StartsWith("origin:", StringComparison.Ordinal));
            File.WriteAllLines(_place["county/" + file], lines);
        }

        Assert.Equal(ExitCode.Ok, Tool.Run("run", _place["county"], "--duration", "0", "-o", _place["run"], "--no-figures", "-q").Code);

        var plain = Tool.Run("export", _place["run"], "-f", "geojson", "-o", _place["out"]);
        var strict = Tool.Run("export", _place["run"], "-f", "geojson", "-o", _place["strict"], "--strict");

        Assert.Equal(ExitCode.Ok, plain.Code);
        Assert.Contains("WS4131", plain.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotConverged, strict.Code);
        Assert.True(File.Exists(_place["strict/pipes.geojson"]));
    }

    [Fact]
    public void Nothing_is_written_into_a_run_folder()
    {
        var run = Tool.Run("export", runs["usual"], "-f", "csv", "-o", runs["more"] + "/tables");

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("WS5018", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(runs["more"] + "/tables"));
    }

    [Fact]
    public void What_is_no_run_is_refused()
    {
        Directory.CreateDirectory(_place["empty"]);
        var run = Tool.Run("export", _place["empty"], "-f", "csv");

        Assert.Equal(ExitCode.Input, run.Code);
        Assert.Contains("WS4111", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["empty-export"]));
    }
}
