using System.Text.Json;
using WaterSim.Planning.Results;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Results;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_committed_run_stands_in_its_place_with_hashes_of_all_its_files()
    {
        var target = _place.At("runs/one");
        using (var folder = RunFolder.Begin(target))
        {
            File.WriteAllText(Path.Combine(folder.StagingPath, "b.csv"), "abc");
            Directory.CreateDirectory(Path.Combine(folder.StagingPath, "figures"));
            File.WriteAllText(Path.Combine(folder.StagingPath, "figures", "a.svg"), "");
            Assert.False(Directory.Exists(target));

            folder.Commit(Manifest("x"));

            Assert.Null(folder.LeftBehind);
        }

        Assert.Equal(["one"], Names(_place.At("runs")));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(target, "manifest.json")));
        var root = json.RootElement;
        Assert.Equal(
            ["schema", "tool", "version", "started_utc", "outcome", "options", "inputs", "network", "reported_times",
                "timings_s", "processors", "runtime", "platform", "files"],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2026-01-02T03:04:05.000Z", root.GetProperty("started_utc").GetString());
        Assert.Equal("x", root.GetProperty("options").GetProperty("--out").GetString());
        Assert.Equal(0.25, root.GetProperty("timings_s").GetProperty("solve").GetDouble());
        var files = root.GetProperty("files");
        Assert.Equal(["b.csv", "figures/a.svg"], files.EnumerateArray().Select(f => f.GetProperty("name").GetString()));

        // The SHA-256 of "abc": FIPS 180-2, B.1.
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", files[0].GetProperty("sha256").GetString());
        Assert.Equal(3, files[0].GetProperty("bytes").GetInt64());
    }

    [Fact]
    public void Dispose_without_commit_leaves_nothing_and_an_earlier_run_as_it_was()
    {
        var target = Run("one", "first");
        using (var folder = RunFolder.Begin(target))
        {
            File.WriteAllText(Path.Combine(folder.StagingPath, "b.csv"), "second");
        }

        Assert.Equal(["one"], Names(_place.Path));
        Assert.Equal("first", File.ReadAllText(Path.Combine(target, "b.csv")));
    }

    [Fact]
    public void An_earlier_run_is_replaced_whole_and_only_at_commit()
    {
        var target = Run("one", "first", "old.csv");
        using (var folder = RunFolder.Begin(target))
        {
            File.WriteAllText(Path.Combine(folder.StagingPath, "b.csv"), "second");
            Assert.Equal("first", File.ReadAllText(Path.Combine(target, "old.csv")));
            folder.Commit(Manifest("y"));
        }

        Assert.Equal(["one"], Names(_place.Path));
        Assert.Equal(["b.csv", "manifest.json"], Names(target));
    }

    [Fact]
    public void An_empty_folder_may_be_the_place()
    {
        Directory.CreateDirectory(_place.At("one"));

        Run("one", "first");

        Assert.Equal(["b.csv", "manifest.json"], Names(_place.At("one")));
    }

    [Theory]
    [InlineData("notes.txt", "mine")]
    [InlineData("manifest.json", "{}")]
    [InlineData("manifest.json", "not json")]
    [InlineData("manifest.json", "[1]")]
    [InlineData("manifest.json", "{\"schema\": null, \"files\": []}")]
    [InlineData("manifest.json", "{\"schema\": \"web-app/1\", \"files\": []}")]
    [InlineData("manifest.json", "{\"schema\": \"watersim-run/1\", \"files\": [3]}")]
    public void A_folder_that_holds_something_else_is_refused_and_untouched(string name, string text)
    {
        var target = Directory.CreateDirectory(_place.At("one")).FullName;
        File.WriteAllText(Path.Combine(target, name), text);

        var e = Assert.Throws<RunFolderException>(() => RunFolder.Begin(target));

        Assert.Equal("WS4101", e.Diagnostic.Code);
        Assert.NotNull(e.Diagnostic.Remedy);
        Assert.Equal(["one"], Names(_place.Path));
        Assert.Equal(text, File.ReadAllText(Path.Combine(target, name)));
    }

    [Fact]
    public void A_run_folder_with_a_file_of_the_users_own_is_refused()
    {
        var target = Run("one", "first");
        File.WriteAllText(Path.Combine(target, "notes.txt"), "mine");

        var e = Assert.Throws<RunFolderException>(() => RunFolder.Begin(target));

        Assert.Contains("notes.txt", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_appears_in_the_place_while_the_run_goes_on_is_not_replaced()
    {
        var target = _place.At("one");
        using (var folder = RunFolder.Begin(target))
        {
            Directory.CreateDirectory(target);
            File.WriteAllText(Path.Combine(target, "notes.txt"), "mine");

            Assert.Throws<RunFolderException>(() => folder.Commit(Manifest("x")));
        }

        Assert.Equal(["notes.txt"], Names(target));
        Assert.Equal(["one"], Names(_place.Path));
    }

    [Fact]
    public void An_earlier_run_is_put_back_when_the_new_one_cannot_be_moved()
    {
        var target = Run("one", "first");
        using (var folder = RunFolder.Begin(target))
        {
            File.WriteAllText(Path.Combine(folder.StagingPath, "b.csv"), "second");
            folder.BeforeLastMove = () => Directory.Move(folder.StagingPath, folder.StagingPath + "-gone");

            var e = Assert.Throws<RunFolderException>(() => folder.Commit(Manifest("x")));

            Assert.Equal("WS4102", e.Diagnostic.Code);
            Directory.Delete(folder.StagingPath + "-gone", recursive: true);
        }

        Assert.Equal(["one"], Names(_place.Path));
        Assert.Equal("first", File.ReadAllText(Path.Combine(target, "b.csv")));
    }

    [Fact]
    public void A_file_in_the_place_or_the_root_is_refused()
    {
        var file = _place.Write("one", "mine");

        Assert.Equal("WS4101", Assert.Throws<RunFolderException>(() => RunFolder.Begin(file)).Diagnostic.Code);
        Assert.Equal("WS4101", Assert.Throws<RunFolderException>(() => RunFolder.Begin("/")).Diagnostic.Code);
        Assert.Equal("WS4102", Assert.Throws<RunFolderException>(() => RunFolder.Begin(Path.Combine(file, "x"))).Diagnostic.Code);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void A_link_to_a_run_folder_stays_a_link_to_the_new_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making symbolic links needs a privilege on Windows");
        var target = Run("one", "first");
        Directory.CreateSymbolicLink(_place.At("latest"), target);

        Run("latest", "second");

        Assert.NotNull(new DirectoryInfo(_place.At("latest")).LinkTarget);
        Assert.Equal("second", File.ReadAllText(Path.Combine(target, "b.csv")));
        Assert.Equal(["latest", "one"], Names(_place.Path));
    }

    [Fact]
    public void Remains_of_a_killed_run_are_left_alone()
    {
        Directory.CreateDirectory(_place.At("one.partial-0badcafe"));

        Run("one", "first");

        Assert.Equal(["one", "one.partial-0badcafe"], Names(_place.Path));
    }

    [Fact]
    public void Two_runs_to_one_place_both_end_whole_and_the_later_stays()
    {
        var target = _place.At("one");
        using var first = RunFolder.Begin(target);
        using var second = RunFolder.Begin(target);
        File.WriteAllText(Path.Combine(first.StagingPath, "b.csv"), "first");
        File.WriteAllText(Path.Combine(second.StagingPath, "b.csv"), "second");

        first.Commit(Manifest("1"));
        second.Commit(Manifest("2"));

        Assert.Equal("second", File.ReadAllText(Path.Combine(target, "b.csv")));
        Assert.Equal(["one"], Names(_place.Path));
        Assert.Throws<InvalidOperationException>(() => second.Commit(Manifest("3")));
    }

    private string Run(string name, string text, string file = "b.csv")
    {
        using var folder = RunFolder.Begin(_place.At(name));
        File.WriteAllText(Path.Combine(folder.StagingPath, file), text);
        folder.Commit(Manifest(name));
        return _place.At(name);
    }

    private static RunManifest Manifest(string place) => new()
    {
        ToolVersion = "0.1.0",
        Options = [new("--out", place)],
        Started = new DateTimeOffset(2026, 1, 2, 4, 4, 5, TimeSpan.FromHours(1)),
        Timings = [new("solve", TimeSpan.FromMilliseconds(250))],
        Outcome = SimulationOutcome.Completed,
        Size = new NetworkSize(4, 1, 2, 4, 2, 0, 400),
        ReportedTimes = 3,
    };

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
