using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class SameQualityTests
{
    private const double Exact = 1e-9;

    [Fact]
    public void Age_and_chlorine_are_compared_by_people()
    {
        // Towns: (100 x 10 + 300 x 20) / 400 = 17.5 h; villages: (100 x 30 + 50 x 60) / 150 = 40 h.
        // Chlorine: towns (100 x 0.4 + 300 x 0.2) / 400 = 0.25; villages (100 x 0.1 + 50 x 0.04) / 150 = 0.08 mg/L.
        CommunityQuality[] communities =
        [
            Of("A", CommunityClass.Urban, 100, 10, 0.4), Of("B", CommunityClass.Urban, 300, 20, 0.2),
            Of("C", CommunityClass.Rural, 100, 30, 0.1), Of("D", CommunityClass.Rural, 50, 60, 0.04),
        ];
        var quality = IndicatorCounty.Quality([.. communities]) with
        {
            Age = new AgeSummary(0, null),
            Chlorine = new ChlorineSummary
            {
                Limits = new ChlorineLimits(0.3, 0.05, 2),
                PeopleAtOrAbove = 500,
                PeopleAboveMaximum = 0,
                Lowest = communities[3],
                Below = [communities[3]],
                Plants = [],
                BalanceRatio = 1,
            },
        };

        var same = SameQuality.Of(quality)!;

        Assert.Equal(17.5 * 3600, same.UrbanAge!.Value, Exact);
        Assert.Equal(40 * 3600, same.RuralAge!.Value, Exact);
        Assert.Equal(40 / 17.5, same.AgeRatio!.Value, Exact);
        Assert.Equal(0.25, same.UrbanChlorine!.Value, Exact);
        Assert.Equal(0.08, same.RuralChlorine!.Value, Exact);
        Assert.Equal(0.32, same.ChlorineRatio!.Value, Exact);
        Assert.Equal((0, 50), (same.UrbanPeopleBelow, same.RuralPeopleBelow));
    }

    [Fact]
    public void What_was_not_followed_is_not_compared()
    {
        Assert.Null(SameQuality.Of(null));
        Assert.Null(SameQuality.Of(IndicatorCounty.Quality()));
        var age = SameQuality.Of(IndicatorCounty.Quality() with { Age = new AgeSummary(0, null) })!;
        Assert.Null(age.UrbanPeopleBelow);
        Assert.Null(age.AgeRatio);
    }

    private static CommunityQuality Of(string id, CommunityClass of, int people, double hours, double chlorine) => new()
    {
        Community = IndicatorCounty.Community(id, "X", of, people),
        MeanAge = hours * 3600,
        LowestChlorine = chlorine,
    };
}
