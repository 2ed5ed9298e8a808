namespace WaterSim.Planning.Tests.Indicators;

public sealed class SameServiceTests
{
    private const double Exact = 1e-9;

    [Fact]
    public void Pressures_are_compared_as_shares_of_what_each_is_owed()
    {
        // Town 21 of 20 m for 1000 people, village 11 of 12 m for 500: 1.05 and 0.91667.
        // Gini: 1000 x (1.05 x 500 - 458.333) / (1500 x (458.333 + 1050)) = 66666.67 / 2262500.
        var same = IndicatorCounty.Indicators.Equality;

        Assert.Equal(11 / 12.0 / 1.05, same.PressureRatio!.Value, Exact);
        Assert.Equal(1000 * 200 / 3.0 / 2_262_500, same.PressureGini!.Value, Exact);
        Assert.Equal(11 / 12.0, same.WorstDecilePressure!.Value, Exact);
    }

    [Fact]
    public void Continuity_and_use_per_head_are_compared_by_people()
    {
        // Continuity 1 and 1/3. Gini: 1000 x (500 - 166.667) / (1500 x 1166.667) = 333333.3 / 1750000.
        // Per head 0.864 and 0.504 m3. Gini: 1000 x (0.864 x 500 - 252) / (1500 x (252 + 864)) = 180000 / 1674000.
        var same = IndicatorCounty.Indicators.Equality;

        Assert.Equal(1 / 3.0, same.ContinuityRatio!.Value, Exact);
        Assert.Equal(1e6 / 3 / 1_750_000, same.ContinuityGini!.Value, Exact);
        Assert.Equal(1 / 3.0, same.WorstDecileContinuity!.Value, Exact);
        Assert.Equal(0.504 / 0.864, same.PerHeadRatio!.Value, Exact);
        Assert.Equal(180.0 / 1674, same.PerHeadGini!.Value, Exact);
    }
}
