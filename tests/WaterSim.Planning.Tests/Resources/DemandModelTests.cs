using WaterSim.Planning.County;
using WaterSim.Planning.Tests.County;
using DemandModel = WaterSim.Planning.Resources.DemandModel;

namespace WaterSim.Planning.Tests.Resources;

public sealed class DemandModelTests
{
    private const double Tight = 1e-12;

    private static readonly DateOnly OrdinaryDay = new(2026, 7, 4);
    private static readonly DateOnly FestivalDay = new(2026, 2, 11);

    [Fact]
    public void Households_are_people_and_other_uses_are_the_networks()
    {
        var demand = Of(2020);

        Assert.Equal(1000 * 0.1, demand.Average(0, WaterUse.Domestic), Tight);
        Assert.Equal(500 * 0.08 * 0.5, demand.Average(1, WaterUse.Domestic), Tight);
        Assert.Equal(0.004 * 86400, demand.Average(0, WaterUse.Industry), 1e-9);
        Assert.Equal(100 / (0.010 * 86400), demand.Scale(0, WaterUse.Domestic), Tight);
        Assert.Equal(20 / (0.003 * 86400), demand.Scale(1, WaterUse.Domestic), Tight);
        Assert.Equal(1, demand.Scale(0, WaterUse.Industry), Tight);
        Assert.Equal(0, demand.Scale(1, WaterUse.Public));
    }

    [Fact]
    public void People_and_uses_grow_each_at_their_own_rate()
    {
        Assert.Equal(100 * Math.Pow(1.01, 10), Of(2030).Average(0, WaterUse.Domestic), 1e-9);
        Assert.Equal(Math.Pow(1.02, 10), Of(2030).Scale(0, WaterUse.Industry), 1e-9);
        Assert.Equal(100 / 1.01, Of(2019).Average(0, WaterUse.Domestic), 1e-9);
    }

    [Fact]
    public void The_festival_brings_people_to_villages_and_takes_the_months_place_in_households()
    {
        var demand = Steady();

        Assert.Equal(1.2 * 1.5, demand.Factor(CommunityClass.Rural, WaterUse.Domestic, FestivalDay), Tight);
        Assert.Equal(1.5, demand.Factor(CommunityClass.Urban, WaterUse.Domestic, FestivalDay), Tight);
        Assert.Equal(1.1, demand.Factor(CommunityClass.Urban, WaterUse.Industry, FestivalDay), Tight);
        Assert.Equal(1.1, demand.Factor(CommunityClass.Rural, WaterUse.Domestic, FestivalDay.AddDays(-1)), Tight);
        Assert.True(demand.IsFestival(new DateOnly(2026, 2, 26)));
        Assert.False(demand.IsFestival(new DateOnly(2026, 2, 27)));
        Assert.Equal(1.2, demand.Factor(CommunityClass.Rural, WaterUse.Domestic, OrdinaryDay), Tight);
    }

    [Fact]
    public void Shapes_are_the_networks_patterns_at_mean_1()
    {
        var demand = Of(2020);
        var homes = demand.Shape(CommunityClass.Rural, WaterUse.Domestic, OrdinaryDay);

        Assert.Equal([.. Enumerable.Range(0, 24).Select(h => h % 2 == 0 ? 0.5 : 1.5)], homes.Select(m => Math.Round(m, 12)));
        Assert.Equal([.. Enumerable.Range(0, 24).Select(h => h < 12 ? 0.0 : 2.0)], demand.Shape(CommunityClass.Rural, WaterUse.Domestic, FestivalDay).Select(m => Math.Round(m, 12)));
        Assert.Equal(homes[1], demand.Shape(CommunityClass.Urban, WaterUse.Domestic, FestivalDay)[1], Tight);
        Assert.All(demand.Shape(CommunityClass.Rural, WaterUse.Public, OrdinaryDay), m => Assert.Equal(1, m));
        Assert.Equal(24, homes.Sum(), Tight);
    }

    [Fact]
    public void A_pattern_of_another_step_and_start_is_brought_to_hours()
    {
        var network = DispatchCounty.Network with
        {
            Times = new() { PatternStep = TimeSpan.FromMinutes(30), PatternStart = TimeSpan.FromMinutes(30) },
        };

        // 24 half hours, 12 of 0 and 12 of 1, twice a day, half an hour ahead.
        var shape = DemandModel.Of(DispatchCounty.System, network, 2020, 1).Shape(CommunityClass.Urban, WaterUse.Industry, OrdinaryDay);

        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 1], shape.Take(12).Select(m => Math.Round(m, 12)));
        Assert.Equal(shape.Take(12), shape.Skip(12));
    }

    [Fact]
    public void Days_vary_by_the_coefficient_about_1_and_a_day_is_always_the_same()
    {
        var (demand, steady) = (Of(2020), Steady());
        var draws = Enumerable.Range(0, 20_000)
            .Select(d => OrdinaryDay.AddDays(d))
            .Select(d => demand.Factor(CommunityClass.Urban, WaterUse.Public, d) / steady.Factor(CommunityClass.Urban, WaterUse.Public, d))
            .ToList();
        var mean = draws.Average();

        Assert.InRange(mean, 0.998, 1.002);
        Assert.InRange(Math.Sqrt(draws.Average(x => (x - mean) * (x - mean))), 0.048, 0.052);
        Assert.True(draws.Min() > 0);
        Assert.Equal(
            demand.Factor(CommunityClass.Urban, WaterUse.Public, OrdinaryDay),
            Of(2020).Factor(CommunityClass.Rural, WaterUse.Industry, OrdinaryDay));
        Assert.NotEqual(
            demand.Factor(CommunityClass.Urban, WaterUse.Public, OrdinaryDay),
            DemandModel.Of(DispatchCounty.System, DispatchCounty.Network, 2020, 2).Factor(CommunityClass.Urban, WaterUse.Public, OrdinaryDay));
    }

    [Fact]
    public void Categories_are_uses_or_leakage_or_neither()
    {
        var demand = Of(2020);

        Assert.Equal((WaterUse.Domestic, false), demand.KindOf("homes"));
        Assert.Equal((null, true), demand.KindOf("leaks"));
        Assert.Equal((null, false), demand.KindOf(null));
    }

    private static DemandModel Of(int year) => DemandModel.Of(DispatchCounty.System, DispatchCounty.Network, year, 1);

    private static DemandModel Steady()
    {
        var system = DispatchCounty.System;
        return DemandModel.Of(system with { Demand = system.Demand! with { DailyVariation = 0 } }, DispatchCounty.Network, 2020, 1);
    }
}
