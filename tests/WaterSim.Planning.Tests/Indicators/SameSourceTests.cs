using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class SameSourceTests
{
    private const double Exact = 1e-12;

    [Theory]
    [InlineData(new[] { 0.7, 0.3 }, new[] { 0.7, 0.3 }, 0)]
    [InlineData(new[] { 1.0, 0.0 }, new[] { 0.0, 1.0 }, 1)]
    [InlineData(new[] { 0.5, 0.3, 0.2 }, new[] { 0.2, 0.3, 0.5 }, 0.3)]
    public void Distance_is_the_share_that_would_have_to_come_from_elsewhere(double[] one, double[] other, double distance)
    {
        Assert.Equal(distance, SameSource.Distance(one, other), Exact);
        Assert.Equal(distance, SameSource.Distance(other, one), Exact);
    }

    [Fact]
    public void Blends_are_weighed_by_people_in_the_county_and_within_towns()
    {
        // Town X: centre 300 people (1, 0), village 100 (0.6, 0.4): distance 0.4. Town Y: centre 100 (0, 1), villages 100 (0.2, 0.8) and
        // 200 (0.05, 0.95), together (0.1, 0.9): distance 0.1. Within towns, by villagers: (100 x 0.4 + 300 x 0.1) / 400 = 0.175.
        // County: towns (300 x 1 + 0) / 400 = 0.75, villages (60 + 20 + 10) / 400 = 0.225 of the first source: distance 0.525.
        var quality = Quality(
            (Of("X1", "X", CommunityClass.Urban, 300), 1), (Of("X2", "X", CommunityClass.Rural, 100), 0.6),
            (Of("Y1", "Y", CommunityClass.Urban, 100), 0), (Of("Y2", "Y", CommunityClass.Rural, 100), 0.2),
            (Of("Y3", "Y", CommunityClass.Rural, 200), 0.05));
        var system = IndicatorCounty.System with { Towns = [Town("X"), Town("Y")] };

        var same = SameSource.Of(system, quality)!;

        Assert.Equal(0.525, same.CountyDistance!.Value, Exact);
        Assert.Equal(0.175, same.WithinTownsDistance!.Value, Exact);
        Assert.Equal(("X", 0.4), (same.FarthestTown!.Id, Math.Round(same.FarthestDistance!.Value, 12)));
    }

    [Fact]
    public void Without_a_blend_nothing_is_compared()
    {
        Assert.Null(SameSource.Of(IndicatorCounty.System, null));
        Assert.Null(SameSource.Of(IndicatorCounty.System, IndicatorCounty.Quality()));
        Assert.Throws<ArgumentException>(() => SameSource.Distance([1], [0.5, 0.5]));
    }

    private static Community Of(string id, string town, CommunityClass of, int people) => IndicatorCounty.Community(id, town, of, people);

    private static Town Town(string id) => new() { Id = id, Name = new LocalizedName(id), People = 1, Villages = 1 };

    private static CountyQuality Quality(params (Community Community, double First)[] communities) =>
        IndicatorCounty.Quality([.. communities.Select(c => new CommunityQuality { Community = c.Community, Shares = [c.First, 1 - c.First] })])
            with
        { Sources = ["R1", "R2"] };
}
