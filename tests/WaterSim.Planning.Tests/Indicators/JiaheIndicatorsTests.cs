using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Indicators;

/// <summary>An average day of the shipped county, with age and blend.</summary>
public sealed class JiaheIndicatorsTests
{
    private static readonly CountyReadResult Read = CountySystem.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe"));

    [Fact]
    public void An_average_day_has_all_indicators_and_its_money_adds_up()
    {
        Assert.NotNull(Read.System);
        var results = ExtendedPeriod.Run(Read.Network!, new RunOptions { Quality = [QualityAnalysis.Age, QualityAnalysis.Blend] }, cancellation: TestContext.Current.CancellationToken);

        var indicators = CountyIndicators.Of(results, Read.System);
        var (price, finance) = (indicators.Price!, indicators.Finance!);
        Assert.Equal(758e6, finance.Investment, 1);
        Assert.Equal(finance.Cost, price.Communities.Sum(c => c.Cost), finance.Cost * 1e-9);
        Assert.Equal(finance.Subsidy, price.FiscalBackstop, finance.Cost * 1e-9);

        // Leakage is 12 % of what leaves the plants by the tables that laid the county out; unbilled water is authorised.
        Assert.Equal(0.12, indicators.Losses.LossRate!.Value, 0.0005);
        Assert.Equal(45_000 / 86_400.0, indicators.Losses.SystemInput, 0.0005);

        // 67.519 L a villager, 71.073 L one with a tap.
        Assert.Equal(0.071073, indicators.Service.RuralPerHead!.Value, 1e-4);
        Assert.Equal((435_000, 167, 167), (indicators.Service.PeopleServed, indicators.Service.VillagesReached, indicators.Service.Villages));
        Assert.InRange(indicators.Source!.CountyDistance!.Value, 0.05, 0.95);
        Assert.True(indicators.Quality!.RuralAge > indicators.Quality.UrbanAge);
        Assert.True(price.RuralUnitCost > price.UrbanUnitCost);
        Assert.InRange(indicators.Resilience.Todini!.Value, 0, 1);

        // Fukou's booster serves 16,000 people, as found; any one plant can be stood in for by way of the interconnections.
        Assert.Equal(16_000, indicators.Failures.Boosters.Single(b => b.Id == "P1").People, 1e-6);
        Assert.All(indicators.Failures.Plants, p => Assert.Equal(0, p.People));

        // Chlorine was not followed. An average day misses the leakage aimed at, and 40 m at some taps; what it misses is told by people.
        Assert.Equal(
            [Standard.MaximumHead, Standard.LeakageTarget], indicators.Standards.Where(s => s.Passes == false).Select(s => s.Standard));
        Assert.All(indicators.Standards.Where(s => s.Passes == false), s => Assert.True(s.PeopleFailing > 0));
    }
}
