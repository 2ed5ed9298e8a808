using System.Text.Json;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Planning.Results.Tables;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Results;

public sealed class FinishedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_run_that_is_whole_tells_what_made_it()
    {
        var (run, found) = FinishedRun.Open(Make());

        Assert.Empty(found);
        Assert.Equal("watersim-run/1", run!.Schema);
        Assert.Equal("0.1", run.ToolVersion);
        Assert.Equal("completed", run.Outcome);
        Assert.Equal("=cmd", run.OptionOf("scenario-name"));
        Assert.Null(run.OptionOf("else"));
        Assert.Equal(["a.csv", "figures/b.svg"], run.Files.Select(f => f.Name));
        Assert.Equal(HashedFile.Of(Path.Combine(run.Folder, "manifest.json")).Sha256, run.ManifestSha256);
        Assert.Empty(run.Check());
    }

    [Fact]
    public void Files_that_are_missing_longer_or_of_the_same_length_but_others_are_named()
    {
        var folder = Make();
        File.Delete(Path.Combine(folder, "figures", "b.svg"));
        File.WriteAllText(Path.Combine(folder, "a.csv"), "b");

        var found = FinishedRun.Open(folder).Run!.Check();
        Assert.Equal(["WS4113", "WS4112"], found.Select(d => d.Code));
        Assert.Contains("'a.csv'", found[0].Message, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(folder, "a.csv"), "longer");
        Assert.Equal(["WS4113", "WS4112"], FinishedRun.Open(folder).Run!.Check().Select(d => d.Code));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("figures/../../secret")]
    [InlineData("..\\secret")]
    [InlineData("")]
    public void A_manifest_that_leads_out_of_its_folder_is_refused(string name)
    {
        File.WriteAllText(_folder.At("manifest.json"), $$"""
            { "schema": "watersim-run/1", "version": "1", "started_utc": "", "files": [{ "name": {{JsonSerializer.Serialize(name)}}, "bytes": 1, "sha256": "" }] }
            """);

        Assert.Equal("WS4111", Assert.Single(FinishedRun.Open(_folder.Path).Diagnostics).Code);
    }

    [Fact]
    public void Only_files_that_the_manifest_lists_have_a_path()
    {
        var folder = Make();
        File.WriteAllText(Path.Combine(folder, "other.csv"), "");
        var run = FinishedRun.Open(folder).Run!;

        Assert.True(run.Has("a.csv"));
        Assert.False(run.Has("other.csv"));
        Assert.Throws<ArgumentException>(() => run.PathOf("other.csv"));
    }

    [Fact]
    public void A_year_that_is_not_finished_is_called_so()
    {
        File.WriteAllText(_folder.At("state.json"), "{}");

        Assert.Contains("not finished", Assert.Single(FinishedRun.Open(_folder.Path).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_tells_of_every_community_the_rows_of_its_nodes()
    {
        var county = CountySystem.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe"));
        RunMap.Write(_folder.Path, county.Network!, county.System);
        using var json = JsonDocument.Parse(File.ReadAllBytes(_folder.At("map.json")));
        var communities = json.RootElement.GetProperty("communities").EnumerateArray().ToList();

        Assert.Equal(county.Network!.Nodes.Length, json.RootElement.GetProperty("nodes").GetInt32());
        Assert.Equal(county.System!.Communities.Select(c => c.Id), communities.Select(c => c.GetProperty("id").GetString()));
        Assert.Equal(
            county.System.Communities.SelectMany(c => c.Nodes),
            communities.SelectMany(c => c.GetProperty("rows").EnumerateArray().Select(r => county.Network.Nodes[r.GetInt32()].Id)));
        Assert.Equal(
            county.Network.Links.OfType<WaterSim.Model.Pipe>().Count(),
            json.RootElement.GetProperty("pipes").EnumerateArray().Sum(g => g.GetProperty("paths").GetArrayLength()));
    }

    [Fact]
    public void Columns_of_numbers_come_back_from_tables_of_several_parts()
    {
        var path = _folder.At("t.parquet");
        using (var file = File.Create(path))
        {
            ParquetTableWriter.Write([Part(0, 2), Part(2, 3)], file);
        }

        var columns = NumberSeries.Read(path, "v_m", "time_s");
        Assert.Equal([0, 0.5, 1, 1.5, 2], columns[0]);
        Assert.Equal([0, 1, 2, 3, 4], columns[1]);
        Assert.Throws<InvalidDataException>(() => NumberSeries.Read(path, "none"));
        Assert.Throws<InvalidDataException>(() => NumberSeries.Read(path, "id"));

        static Table Part(int first, int count) => new(
            "t", count,
            new IntegerColumn("time_s", [.. Enumerable.Range(first, count).Select(i => (long)i)]),
            TextColumn.Of("id", Enumerable.Range(first, count).Select(i => $"n{i}")),
            new NumberColumn("v_m", [.. Enumerable.Range(first, count).Select(i => i / 2.0)]));
    }

    public void Dispose() => _folder.Dispose();

    private string Make()
    {
        using var run = RunFolder.Begin(_folder.At("run"));
        File.WriteAllText(Path.Combine(run.StagingPath, "a.csv"), "a");
        Directory.CreateDirectory(Path.Combine(run.StagingPath, "figures"));
        File.WriteAllText(Path.Combine(run.StagingPath, "figures", "b.svg"), "<svg/>");
        run.Commit(new RunManifest
        {
            ToolVersion = "0.1",
            Options = [new("scenario-name", "=cmd"), new("none", null)],
            Started = DateTimeOffset.UnixEpoch,
            Outcome = SimulationOutcome.Completed,
            Size = new NetworkSize(1, 1, 0, 1, 0, 0, 1),
            ReportedTimes = 1,
        });
        return run.Target;
    }
}
