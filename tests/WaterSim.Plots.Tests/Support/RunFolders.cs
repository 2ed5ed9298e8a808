using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Plots.Tests.Support;

/// <summary>Writes run folders of networks/jiahe, as the command does.</summary>
internal static class RunFolders
{
    private static readonly CountyReadResult Read = CountySystem.Load(Path.Combine(Shared.RepositoryRoot, "networks", "jiahe"));

    public static CountySystem County => Read.System!;

    public static Network Network => Read.Network!;

    /// <summary>A day.</summary>
    public static string Day(
        string folder, CountySystem? county = null, bool hasFigures = false, string scenario = "", bool followsQuality = false,
        Action<string>? before = null)
    {
        var system = county ?? County;
        var results = ExtendedPeriod.Run(
            followsQuality ? system.WithChlorine(Network) : Network,
            new RunOptions { Quality = followsQuality ? [QualityAnalysis.Age, QualityAnalysis.Chemical] : [] });
        var summary = RunSummary.Of(results, system);
        var indicators = CountyIndicators.Of(results, system, summary);
        using var run = RunFolder.Begin(folder);
        using (var file = File.Create(Path.Combine(run.StagingPath, RunSummaryJson.FileName)))
        {
            RunSummaryJson.Write(summary, file, indicators);
        }

        RunMap.Write(run.StagingPath, results.Network, system);
        RunTables.Write(run.StagingPath, results, summary, indicators);
        if (hasFigures)
        {
            FigureSet.Draw(results, system).SaveAll(Path.Combine(run.StagingPath, "figures"));
        }

        before?.Invoke(run.StagingPath);
        run.Commit(Manifest(summary.Size, results.Times.Length, scenario));
        return folder;
    }

    /// <summary>A plain network's run.</summary>
    public static string Plain(string folder, Network network)
    {
        var results = ExtendedPeriod.Run(network);
        var summary = RunSummary.Of(results);
        using var run = RunFolder.Begin(folder);
        using (var file = File.Create(Path.Combine(run.StagingPath, RunSummaryJson.FileName)))
        {
            RunSummaryJson.Write(summary, file);
        }

        RunMap.Write(run.StagingPath, network, null);
        RunTables.Write(run.StagingPath, results, summary);
        run.Commit(Manifest(summary.Size, results.Times.Length, ""));
        return folder;
    }

    /// <summary>Some days of the 95 % dry year from a day on, by allocation alone.</summary>
    public static string Year(string folder, DateOnly from, int days, CountySystem? county = null, string scenario = "")
    {
        var system = county ?? County;
        var (run, _) = YearRun.Start(system, Network, new YearOptions { Inflow = "dry95", From = from, Days = days, DailyOnly = true });
        var identity = new YearIdentity { ToolVersion = "test", Options = [], Inputs = [], From = from, Days = days };
        using var written = YearFolder.Begin(folder, system, identity);
        foreach (var day in run!.Days())
        {
            written.Add(day, run.Save);
        }

        using var place = RunFolder.Begin(folder);
        written.WriteTables(place.StagingPath);
        using (var file = File.Create(Path.Combine(place.StagingPath, YearSummaryJson.FileName)))
        {
            YearSummaryJson.Write(system, run.Summary, [], file);
        }

        RunMap.Write(place.StagingPath, Network, system);
        place.Commit(Manifest(NetworkSize.Of(Network), days, scenario));
        written.Remove();
        return folder;
    }

    /// <summary>A folder of files that are given, as one that was committed.</summary>
    public static string Of(string folder, params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var run = RunFolder.Begin(folder);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(run.StagingPath, name), text);
        }

        run.Commit(Manifest(NetworkSize.Of(Network), 1, ""));
        return folder;
    }

    /// <summary>The county with names that a careless page would take for markup.</summary>
    public static CountySystem Hostile()
    {
        string[] names =
        [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "=cmd|' /C calc'!A0", "../../etc/passwd", "' onmouseover='alert(3)",
            "</script><script>alert(4)</script>", "<!--", "&lt;b&gt;", "javascript:alert(5)", "]]></title><svg onload=alert(6)>",
        ];
        return County with
        {
            Name = new LocalizedName(names[0], names[5]),
            Towns = [.. County.Towns.Select((t, i) => t with { Name = new LocalizedName(names[i % names.Length] + " t" + i) })],
            Plants = [.. County.Plants.Select((p, i) => p with { Name = new LocalizedName(names[i % names.Length] + " p" + i) })],
            Communities = [.. County.Communities.Select((c, i) => c with { Name = new LocalizedName(names[i % names.Length] + " c" + i) })],
        };
    }

    private static RunManifest Manifest(NetworkSize size, int times, string scenario) => new()
    {
        ToolVersion = "test",
        Options =
        [
            new("network", "networks/jiahe"), new("demand-model", "dda"),
            .. scenario.Length > 0 ? ImmutableArray.Create(new KeyValuePair<string, string?>("scenario-name", scenario)) : [],
        ],
        Started = new DateTimeOffset(2026, 11, 29, 6, 0, 0, TimeSpan.Zero),
        Outcome = SimulationOutcome.Completed,
        Size = size,
        ReportedTimes = times,
    };
}
