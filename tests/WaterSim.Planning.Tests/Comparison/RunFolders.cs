using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Planning.Tests.Indicators;
using WaterSim.Planning.Tests.Results;

namespace WaterSim.Planning.Tests.Comparison;

/// <summary>Writes run folders of the hand-made run and of hand-made years.</summary>
internal static class RunFolders
{
    /// <summary>The small county, its village owed another pressure head, m.</summary>
    public static CountySystem County(double villageHead = 12) => IndicatorCounty.System with
    {
        Communities =
        [
            IndicatorCounty.System.Communities[0], IndicatorCounty.System.Communities[1] with { ServiceHead = villageHead },
        ],
    };

    /// <summary>A day of a county on the hand-made numbers.</summary>
    public static string Day(TemporaryFolder within, string name, CountySystem system, string? scenario = null, Network? network = null)
    {
        var results = HandMadeRun.Make(network ?? IndicatorCounty.Network);
        var summary = RunSummary.Of(results, system);
        var indicators = CountyIndicators.Of(results, system, summary);
        using var folder = RunFolder.Begin(within.At(name));
        using (var file = File.Create(Path.Combine(folder.StagingPath, RunSummaryJson.FileName)))
        {
            RunSummaryJson.Write(summary, file, indicators);
        }

        RunTables.Write(folder.StagingPath, results, summary, indicators, cancellation: TestContext.Current.CancellationToken);
        RunMap.Write(folder.StagingPath, results.Network, system);
        folder.Commit(Manifest(scenario is null ? [] : [new("scenario-name", scenario)]));
        return within.At(name);
    }

    /// <summary>A year of the small county of 10 days, by what its two communities were given of 100 and 50 m3.</summary>
    public static string Year(TemporaryFolder within, string name, double town, double village, int villageDaysShort)
    {
        var summary = Summary(town, village, villageDaysShort);
        using var folder = RunFolder.Begin(within.At(name));
        using (var file = File.Create(Path.Combine(folder.StagingPath, YearSummaryJson.FileName)))
        {
            YearSummaryJson.Write(IndicatorCounty.System, summary, [], file);
        }

        folder.Commit(Manifest([]));
        return within.At(name);
    }

    private static RunManifest Manifest(ImmutableArray<KeyValuePair<string, string?>> options) => new()
    {
        ToolVersion = "0.1.0",
        Options = options,
        Inputs = [new HashedFile("small/system.yaml", 1, new string('a', 64)), new HashedFile("small/network.inp", 1, new string('b', 64))],
        Started = DateTimeOffset.UnixEpoch,
        Outcome = WaterSim.Simulation.SimulationOutcome.Completed,
        Size = NetworkSize.Of(IndicatorCounty.Network),
        ReportedTimes = 3,
    };

    private static YearSummary Summary(double town, double village, int villageDaysShort) => new()
    {
        From = new DateOnly(2026, 1, 1),
        Days = 10,
        Communities =
        [
            new CommunityYear(100, town, 0, 1, default, 0, 20), new CommunityYear(50, village, villageDaysShort, village / 50, default, 500 * villageDaysShort, 10),
        ],
        Sources = [],
        PlantOutput = [],
        Forward = [],
        Backward = [],
        Needed = 150,
        Delivered = town + village,
        Leaked = 0,
        TreatmentLoss = 0,
        TankGain = 0,
        PersonDaysShort = 500 * villageDaysShort,
        DaysShort = villageDaysShort,
        StageDays = [],
        Disagreeing = [],
        LeastDaysLeft = 30,
        LeastDaysLeftOn = new DateOnly(2026, 1, 3),
        Cost = 2e6,
        Energy = 3.6e9,
        LargestDailyError = 0,
        BalanceError = 0,
        HydraulicDays = 0,
    };
}
