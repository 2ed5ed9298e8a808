using WaterSim.Planning.Indicators;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class ResilienceTests
{
    private const double Exact = 1e-9;

    [Fact]
    public void Todini_is_the_surplus_over_what_could_be_lost()
    {
        // 0.1 m3/s from 50 m arrive at 40 m where 30 m are needed: 1 of the 2 m4/s that could be lost.
        var power = new PowerSurplus(Supplied: 5, Delivered: 4, Needed: 3);

        Assert.Equal(0.5, power.Todini!.Value, Exact);
        Assert.Equal(1.0 / 3, power.Modified!.Value, Exact);
    }

    [Fact]
    public void Heads_that_fall_short_make_the_indices_negative_and_nothing_to_lose_makes_none()
    {
        Assert.Equal(-0.5, new PowerSurplus(5, 2, 3).Todini!.Value, Exact);
        Assert.Equal(-1.0 / 3, new PowerSurplus(5, 2, 3).Modified!.Value, Exact);
        Assert.Null(new PowerSurplus(3, 2, 3).Todini);
        Assert.Null(new PowerSurplus(3, 2, 0).Modified);
    }

    [Fact]
    public void A_run_is_judged_on_its_treated_side()
    {
        // Heads above A's ground, 10 m. First time: clear well 0.03 x 42, tank filling -0.01 x 37.5, pump 0.003 x 10: 0.915;
        // delivered 0.01 x 25 + 0.002 x 25 + 0.001 x 24 = 0.324; needed 0.01 x 20 + 0.003 x 22 = 0.266: 0.058 / 0.649.
        // Second: 0.06 x 43 + 0.02 x 36.5 + 0.003 x 13 = 3.349; 0.02 x 22 + 0.002 x 24 + 0.0005 x 21 = 0.4985;
        // 0.02 x 20 + 0.0025 x 22 = 0.455: 0.0435 / 2.894. They hold for one and two thirds; the third has no weight.
        var resilience = IndicatorCounty.Indicators.Resilience;

        Assert.Equal(((0.058 / 0.649) + (2 * 0.0435 / 2.894)) / 3, resilience.Todini!.Value, Exact);
        Assert.Equal(0.0435 / 2.894, resilience.LeastTodini!.Value, Exact);
        Assert.Equal(TimeSpan.FromHours(1), resilience.LeastTodiniTime);
        Assert.Equal(((0.058 / 0.266) + (2 * 0.0435 / 0.455)) / 3, resilience.ModifiedTodini!.Value, Exact);
    }

    [Fact]
    public void Storage_lasts_as_long_as_its_volume_at_the_mean_draw()
    {
        // Clear well 20 m and tank 10 m across, 4 m deep: 100 pi x 4 + 25 pi x 4 = 500 pi m3. Emptiest at the end: 100 pi + 50 pi.
        var resilience = IndicatorCounty.Indicators.Resilience;

        Assert.Equal(500 * Math.PI / (0.058 / 3), resilience.FullStorageTime!.Value, 1e-6);
        Assert.Equal(150 * Math.PI / (0.058 / 3), resilience.LeastStorageTime!.Value, 1e-6);
    }

    [Fact]
    public void Water_that_takes_one_way_to_one_user_has_no_entropy()
    {
        Assert.Equal(0, FlowEntropy.Of([1, 0, -1], [(0, 1, 1), (2, 1, -1)])!.Value, Exact);
        Assert.Null(FlowEntropy.Of([0, 0], []));
    }

    [Fact]
    public void Entropy_adds_up_over_nodes_by_the_water_that_passes_them()
    {
        // 1 divides into 0.75 and 0.25; of 0.75 users take 0.5 and 0.25 goes on.
        var divided = -((0.75 * Math.Log(0.75)) + (0.25 * Math.Log(0.25)));
        var passed = -0.75 * ((2 / 3.0 * Math.Log(2 / 3.0)) + (1 / 3.0 * Math.Log(1 / 3.0)));

        Assert.Equal(divided + passed, FlowEntropy.Of([1, -0.5, -0.5], [(0, 1, 0.75), (0, 2, 0.25), (1, 2, 0.25)])!.Value, Exact);
    }

    [Fact]
    public void Two_sources_add_the_entropy_of_where_water_comes_from()
    {
        // Each gives half to the same user: ln 2 for the sources and nothing after.
        Assert.Equal(Math.Log(2), FlowEntropy.Of([0.5, 0.5, -1], [(0, 2, 0.5), (1, 2, 0.5)])!.Value, Exact);
    }

    [Fact]
    public void Trees_with_the_same_demands_have_the_same_entropy()
    {
        // Tanyimboh and Templeman (1993): of a branched network S is fixed by the demands, -sum d ln d.
        var star = FlowEntropy.Of([1, -0.2, -0.3, -0.5], [(0, 1, 0.2), (0, 2, 0.3), (0, 3, 0.5)]);
        var chain = FlowEntropy.Of([1, -0.2, -0.3, -0.5], [(0, 1, 1), (1, 2, 0.8), (2, 3, 0.5)]);
        var demands = -((0.2 * Math.Log(0.2)) + (0.3 * Math.Log(0.3)) + (0.5 * Math.Log(0.5)));

        Assert.Equal(demands, star!.Value, Exact);
        Assert.Equal(demands, chain!.Value, Exact);
    }

    [Fact]
    public void A_runs_entropy_is_that_of_its_highest_draw()
    {
        // The last time: the clear well gives 10 L/s (T), A draws 30 and sends 3 on, B draws 2 and sends 1 on.
        var a = -((30 / 33.0 * Math.Log(30 / 33.0)) + (3 / 33.0 * Math.Log(3 / 33.0)));
        var b = -((2 / 3.0 * Math.Log(2 / 3.0)) + (1 / 3.0 * Math.Log(1 / 3.0)));

        Assert.Equal((3.3 * a) + (0.3 * b), IndicatorCounty.Indicators.Resilience.FlowEntropy!.Value, Exact);
    }
}
