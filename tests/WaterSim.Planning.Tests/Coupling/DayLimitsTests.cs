using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Tests.Coupling;

/// <summary>What the pipes teach the allocation, and for how long it is believed.</summary>
public sealed class DayLimitsTests
{
    private static readonly DateOnly Monday = new(2026, 6, 1);

    [Fact]
    public void What_a_link_passes_is_believed_until_Monday()
    {
        var limits = Make();
        (limits.LinkMost[0], limits.LinkLeast[1], limits.LinkScale[0], limits.PlantMost[0]) = (1000, -500, 1.2, 4000);
        limits.BeginDay(Monday.AddDays(1));
        Assert.Equal(1005, limits.LinkMost[0], 9);
        Assert.Equal(-502.5, limits.LinkLeast[1], 9);
        Assert.Equal(1.2, limits.LinkScale[0]);
        Assert.Equal(4020, limits.PlantMost[0], 9);
        limits.BeginDay(Monday.AddDays(7));
        Assert.Equal(double.PositiveInfinity, limits.LinkMost[0]);
        Assert.Equal(double.NegativeInfinity, limits.LinkLeast[1]);
        Assert.Equal(1, limits.LinkScale[0]);
        Assert.Equal(double.PositiveInfinity, limits.PlantMost[0]);
    }

    [Fact]
    public void Gaps_that_shrink_by_half_are_foreseen_to_their_end()
    {
        var limits = Make();
        Assert.Equal(0, limits.Foresee(0, 80));

        // 40 after 80: 20 + 10 + 5 + ... are still to come.
        Assert.Equal(40, limits.Foresee(0, 40), 9);

        // Another link has had none yet, one that passes more than asked has none, and gaps that do not shrink are taken to by a quarter.
        Assert.Equal(0, limits.Foresee(1, 40));
        Assert.Equal(0, limits.Foresee(0, -5));
        Assert.Equal(0, limits.Foresee(0, 40));
        Assert.Equal(120, limits.Foresee(0, 40), 9);
    }

    private static DayLimits Make()
    {
        var county = CountySystem.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe"));
        return new DayLimits(YearPlan.Of(county.System!, county.Network!, new YearOptions()).Plan!);
    }
}
