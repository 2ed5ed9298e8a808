using System.Text.Json;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Planning.Tests.County;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Results;

/// <summary>From two files to a run folder, through the engine.</summary>
public sealed class WholeRunTests
{
    private const string Inp = """
        [JUNCTIONS]
        A 10 10
        B 20 2
        C 20 1
        [RESERVOIRS]
        R 60
        [TANKS]
        CW 50 2 0 4 20
        T 45 2 0 4 40
        [PIPES]
        IN R CW 20000 200 120
        OUT CW A 100 300 120
        AT A T 10000 100 120
        BC B C 100 100 120
        [PUMPS]
        PA A B POWER 1
        PB A B POWER 1
        [STATUS]
        PB CLOSED
        [TIMES]
        DURATION 6
        [OPTIONS]
        UNITS LPS
        HEADLOSS H-W
        [END]
        """;

    [Fact]
    public void A_county_is_read_run_summarised_and_kept()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        folder.Write("network.inp", Inp);
        folder.Write("system.yaml", SmallCounty.Yaml);
        var read = CountySystemReader.Load(folder.Path);
        Assert.Empty(read.Diagnostics);

        var results = ExtendedPeriod.Run(read.Network!, cancellation: cancellation);
        var summary = RunSummary.Of(results, read.System);
        using (var run = RunFolder.Begin(folder.At("run")))
        {
            RunTables.Write(run.StagingPath, results, summary, cancellation: cancellation);
            using (var json = File.Create(Path.Combine(run.StagingPath, RunSummaryJson.FileName)))
            {
                RunSummaryJson.Write(summary, json);
            }

            run.Commit(new RunManifest
            {
                ToolVersion = "0.1.0",
                Inputs = [.. read.Files.Select(f => HashedFile.Of(f))],
                Started = DateTimeOffset.UnixEpoch,
                Outcome = results.Outcome,
                Size = summary.Size,
                ReportedTimes = summary.ReportedTimes,
            });
        }

        // The demand is 13 L/s all the time.
        Assert.Equal(7, summary.ReportedTimes);
        Assert.Equal(TimeSpan.FromHours(6), summary.Duration);
        Assert.Equal(0.013, summary.Required, 1e-12);
        Assert.Equal(0.013, summary.Delivered, 1e-9);
        Assert.Equal(1500, summary.Service!.PeopleServed);
        Assert.InRange(Math.Abs(summary.Balance.RelativeError), 0, 1e-6);

        // What the plant sends out is what people take and what the hill tank gains.
        var tank = summary.Tanks[1];
        var gained = Math.PI * 400 * (tank.EndLevel - tank.StartLevel);
        Assert.Equal(0.013 + (gained / (6 * 3600)), summary.Plants[0].Output, 1e-6);

        // A pump of 1 kW lifts 3 L/s by P / (rho g Q).
        Assert.Equal(1000 / (1000 * 9.81 * 0.003), summary.Pumps[0].Head, 0.1);
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.At("run/manifest.json")));
        Assert.Equal(2, manifest.RootElement.GetProperty("inputs").GetArrayLength());
        Assert.Equal(21, manifest.RootElement.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public void Faults_of_both_files_are_reported_together()
    {
        using var folder = new TemporaryFolder();
        folder.Write("network.inp", Inp.Replace("AT A T 10000 100", "AT A T -10000 100", StringComparison.Ordinal));
        folder.Write("system.yaml", SmallCounty.Yaml.Replace("kind: reservoir", "kind: river", StringComparison.Ordinal));

        var read = CountySystemReader.Load(folder.Path);

        Assert.Null(read.System);
        Assert.Equal(["system.yaml", "network.inp"], read.Diagnostics.Select(d => Path.GetFileName(d.Location!.File)));
        Assert.Equal(13, read.Diagnostics[1].Location!.Line);
    }
}
