using System.Text.Json;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Comparison;

public sealed class ComparisonFilesTests : IDisposable
{
    private const string Hostile = "=cmd|' /C calc'!A1, \"<b>../../x</b>\"";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tables_have_a_column_for_each_run_and_each_difference()
    {
        Write("a", RunFolders.County(12), "b", RunFolders.County(10));

        var indicators = Csv("out/indicators.csv");
        Assert.Equal(
            ["id", "group", "name", "unit", "better", "decimals", "value_1", "value_2", "difference_2", "verdict_2"], indicators[0]);
        var continuity = indicators.Single(r => r[0] == "service.continuity");
        Assert.Equal(("77.7777778", "100", "22.2222222", "better"), (continuity[6], continuity[7], continuity[8], continuity[9]));
        var communities = Csv("out/communities.csv");
        Assert.Equal("8", communities[2][Array.IndexOf(communities[0], "service_hours_hd_1")]);
        Assert.Equal("24", communities[2][Array.IndexOf(communities[0], "service_hours_hd_2")]);
        Assert.Equal("16", communities[2][Array.IndexOf(communities[0], "service_hours_change_hd_2")]);
        Assert.Equal(["a", "b"], Csv("out/runs.csv").Skip(1).Select(r => r[1]));
        Assert.True(File.Exists(_folder.At("out/indicators.parquet")));
        Assert.True(File.Exists(_folder.At("out/map.json")));
    }

    [Fact]
    public void Json_has_values_differences_and_verdicts_of_each_run()
    {
        Write("a", RunFolders.County(12), "b", RunFolders.County(10));
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.At("out/comparison.json")));
        var root = json.RootElement;

        Assert.Equal(("watersim-comparison/1", "day"), (root.GetProperty("schema").GetString(), root.GetProperty("kind").GetString()));
        Assert.Equal(new string('b', 64), root.GetProperty("runs")[1].GetProperty("network_sha256").GetString());
        var continuity = root.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("id").GetString() == "service.continuity");
        Assert.Equal(JsonValueKind.Null, continuity.GetProperty("differences")[0].ValueKind);
        Assert.Equal("better", continuity.GetProperty("verdicts")[1].GetString());
        var most = root.GetProperty("changed_most")[0];
        Assert.Equal(("service_hours", 500), (most.GetProperty("measure").GetString(), most.GetProperty("people_better").GetInt32()));
        Assert.Equal(16, most.GetProperty("communities")[0].GetProperty("change").GetDouble(), 1e-9);
    }

    [Fact]
    public void Hostile_names_stay_text_and_in_the_folder()
    {
        var system = RunFolders.County();
        var hostile = system with
        {
            Communities = [system.Communities[0], system.Communities[1] with { Name = new LocalizedName(Hostile, "<script>alert(1)</script>") }],
        };
        Write("a", hostile, "b", hostile, Hostile);

        // A spreadsheet sees a text, since an apostrophe comes first.
        var csv = File.ReadAllText(_folder.At("out/communities.csv")) + File.ReadAllText(_folder.At("out/runs.csv"));
        Assert.Contains(",\"'=cmd|' /C calc'!A1, \"\"<b>../../x</b>\"\"\",", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", csv, StringComparison.Ordinal);
        var text = File.ReadAllText(_folder.At("out/comparison.json"));
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(Hostile, json.RootElement.GetProperty("runs")[1].GetProperty("name").GetProperty("en").GetString());
        Assert.Equal(
            ["communities.csv", "communities.parquet", "comparison.json", "indicators.csv", "indicators.parquet", "manifest.json", "map.json", "runs.csv", "runs.parquet"],
            Directory.EnumerateFileSystemEntries(_folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b", "out"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_comparison_replaces_a_comparison_but_no_run()
    {
        Write("a", RunFolders.County(12), "b", RunFolders.County(10));
        Write("c", RunFolders.County(12), "d", RunFolders.County(10));
        Assert.Equal(["c", "d"], Csv("out/runs.csv").Skip(1).Select(r => r[1]));

        var refused = Assert.Throws<RunFolderException>(() => RunFolder.RefuseRun(_folder.At("a")));
        Assert.Equal("WS4101", refused.Diagnostic.Code);
        using var over = RunFolder.Begin(_folder.At("a"));
        Assert.Throws<RunFolderException>(() => over.Commit(Manifest()));
        Assert.True(File.Exists(_folder.At("a/summary.json")));
    }

    [Fact]
    public void Tank_levels_of_each_run_are_read_back()
    {
        var (comparison, _) = RunComparison.Of([RunFolders.Day(_folder, "a", RunFolders.County()), RunFolders.Day(_folder, "b", RunFolders.County())]);

        var levels = ComparisonSeries.Read(comparison!).TankLevels;

        Assert.Equal(["CW", "T"], levels.Select(p => p.Id));
        Assert.Equal([0, 1, 3], levels[0].Lines[0].At);
        Assert.Equal([2, 3, 1], levels[0].Lines[1].Values);
        Assert.Equal([2.5, 1.5, 2], levels[1].Lines[0].Values);
    }

    private void Write(string one, CountySystem first, string other, CountySystem second, string? scenario = null)
    {
        var (comparison, _) = RunComparison.Of([RunFolders.Day(_folder, one, first), RunFolders.Day(_folder, other, second, scenario)]);
        using var folder = RunFolder.Begin(_folder.At("out"));
        ComparisonFiles.Write(folder.StagingPath, comparison!);
        folder.Commit(Manifest());
    }

    private static ComparisonManifest Manifest() => new() { ToolVersion = "0.1.0", Started = DateTimeOffset.UnixEpoch };

    private string[][] Csv(string name) => [.. File.ReadAllLines(_folder.At(name)).Select(l => l.Split(','))];
}
