using WaterSim.Planning.Indicators;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class EquityTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Who_all_have_the_same_have_no_inequality()
    {
        Assert.Equal(0, Equity.Gini([(3, 10), (3, 70), (3, 1)])!.Value, Exact);
    }

    [Fact]
    public void Gini_is_the_mean_difference_over_twice_the_mean()
    {
        // Two people with 1 and 3: sum of |x_i - x_j| over pairs 2 + 2 = 4; 4 / (2 x 2^2 x 2) = 0.25.
        Assert.Equal(0.25, Equity.Gini([(3, 1), (1, 1)])!.Value, Exact);

        // Three with nothing and one with 4: pairs 2 x 3 x 4 = 24; mean 1; 24 / (2 x 16 x 1) = 0.75.
        Assert.Equal(0.75, Equity.Gini([(4, 1), (0, 3)])!.Value, Exact);
    }

    [Fact]
    public void Gini_does_not_depend_on_how_people_are_grouped()
    {
        var grouped = Equity.Gini([(1, 2), (2, 3), (5, 1)]);
        var single = Equity.Gini([(2, 1), (1, 1), (5, 1), (2, 1), (1, 1), (2, 1)]);

        Assert.Equal(grouped!.Value, single!.Value, Exact);
    }

    [Fact]
    public void The_worst_share_takes_part_of_a_community_where_it_must()
    {
        // The worse half of 20 people: five with 1 and five of the ten with 2, (5 + 10) / 10.
        Assert.Equal(1.5, Equity.WorstShare([(4, 5), (1, 5), (2, 10)], 0.5)!.Value, Exact);
        Assert.Equal((5 + 20 + 20) / 20.0, Equity.WorstShare([(4, 5), (1, 5), (2, 10)], 1)!.Value, Exact);
    }

    [Fact]
    public void Nobody_has_no_mean_and_no_inequality()
    {
        Assert.Null(Equity.Mean([]));
        Assert.Null(Equity.Mean([(5, 0)]));
        Assert.Null(Equity.Gini([(0, 5)]));
        Assert.Null(Equity.WorstShare([], 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Equity.WorstShare([(1, 1)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Equity.WorstShare([(1, 1)], double.NaN));
    }
}
