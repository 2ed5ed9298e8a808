using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Results;

/// <summary>Ten average days of networks/jiahe with its chlorine, age and origin.</summary>
public sealed class JiaheChlorineTests
{
    // Rounding alone; what is lost would be far more.
    private const double Closes = 1e-12;

    // g/m3: a fifth of the tolerance at which parcels of water are joined.
    private const double NoTrace = 0.0002;

    private static readonly CountyReadResult Jiahe =
        CountySystemReader.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe"));

    [Fact]
    public void Every_plant_holds_its_limit_nothing_is_lost_and_shares_add_up()
    {
        var (results, summary) = Run(Jiahe.System!, QualityAnalysis.Age, QualityAnalysis.Blend, QualityAnalysis.Chemical);

        var chlorine = summary.Chlorine!;
        Assert.All(chlorine.Plants, p => Assert.InRange(p.Lowest, chlorine.Limits.PlantOutletMinimum, chlorine.Limits.Maximum));
        Assert.Equal(0, chlorine.PeopleAboveMaximum);
        Assert.Equal(435_000, chlorine.PeopleAtOrAbove + chlorine.Below.Sum(c => c.Community.People));
        Assert.All(results.Quality.SelectMany(q => q.Balances), b => Assert.Equal(1, b.Ratio, Closes));
        Assert.All(summary.Towns, t => Assert.Equal(1, t.Shares.Sum(), Closes));

        // The ten kilometres of pipe to twenty households.
        Assert.Equal("LT-V14", summary.Age!.Oldest!.Community.Id);
        Assert.Equal("LT-V14", chlorine.Lowest!.Community.Id);
    }

    [Fact]
    public void The_last_of_ten_days_does_not_depend_on_the_start()
    {
        var (_, none) = Run(Starting(0), QualityAnalysis.Chemical);
        var (_, much) = Run(Starting(0.7), QualityAnalysis.Chemical);

        Assert.Equal(none.Chlorine!.PeopleAtOrAbove, much.Chlorine!.PeopleAtOrAbove);
        Assert.All(
            none.Communities.Zip(much.Communities),
            c => Assert.Equal(c.First.LowestChlorine!.Value, c.Second.LowestChlorine!.Value, NoTrace));
    }

    private static CountySystem Starting(double concentration) =>
        Jiahe.System! with { Chlorine = Jiahe.System.Chlorine! with { InitialConcentration = concentration } };

    private static (SimulationResults Results, CountyQuality Summary) Run(CountySystem system, params QualityAnalysis[] analyses)
    {
        var network = system.WithChlorine(Jiahe.Network!);
        network = network with
        {
            Times = network.Times with
            {
                Duration = TimeSpan.FromDays(10),
                HydraulicStep = TimeSpan.FromHours(1),
                ReportStep = TimeSpan.FromHours(1),
            },
        };
        var results = ExtendedPeriod.Run(
            network, new RunOptions { Quality = [.. analyses], KeepLinkQuality = false },
            cancellation: TestContext.Current.CancellationToken);
        return (results, RunSummary.Of(results, system).CountyQuality!);
    }
}
