using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>Each term of a day, on a box of 1,000,000 m2 whose floor holds 2 Mm3 and whose normal level holds 8 Mm3.</summary>
public sealed class ReservoirBalanceTests
{
    private const double Floor = 2e6;
    private const double Normal = 8e6;

    [Fact]
    public void Rain_and_evaporation_are_depths_on_the_water()
    {
        var day = Day(5e6, rain: 0.020, evaporation: 0.005);

        Assert.Equal(20_000, day.Rain, 1e-6);
        Assert.Equal(5_000, day.Evaporation, 1e-6);
        Assert.Equal(5_015_000, day.After, 1e-6);
        Assert.Equal(105.015, day.Level, 1e-9);
    }

    [Fact]
    public void What_is_above_normal_level_spills()
    {
        var day = Day(7.9e6, inflow: 300_000, draw: 50_000);

        Assert.Equal(150_000, day.Spill, 1e-6);
        Assert.Equal(Normal, day.After);
    }

    [Fact]
    public void A_draw_is_taken_before_water_spills()
    {
        Assert.Equal(0, Day(Normal, inflow: 40_000, draw: 40_000).Spill);
    }

    [Fact]
    public void The_release_stops_at_the_supply_floor_and_the_draw_comes_before_it()
    {
        var day = Day(Floor + 30_000, draw: 20_000, release: 25_000);

        Assert.Equal((20_000, 10_000, Floor), (day.Draw, day.Release, day.After));
    }

    [Fact]
    public void Below_the_floor_nothing_is_released_but_evaporation_and_seepage_go_on()
    {
        var day = Day(1e6, release: 25_000, evaporation: 0.004, seepage: 0.001);

        Assert.Equal((0, 4_000, 1_000), (day.Release, Math.Round(day.Evaporation, 6), Math.Round(day.Seepage, 6)));
        Assert.Equal(995_000, day.After, 1e-6);
    }

    [Fact]
    public void Evaporation_and_seepage_do_not_empty_what_is_empty()
    {
        var day = Day(3_000, evaporation: 0.002, seepage: 0.9);

        Assert.Equal((2_000, 1_000, 0), (Math.Round(day.Evaporation, 6), Math.Round(day.Seepage, 6), Math.Round(day.After, 6)));
    }

    [Fact]
    public void More_than_there_is_leaves_a_debt_that_the_next_day_pays()
    {
        var overdrawn = Day(10_000, draw: 15_000, evaporation: 0.005, seepage: 0.1);
        var next = Day(overdrawn.After, inflow: 8_000);

        Assert.Equal((-5_000, 0, 0), (overdrawn.After, overdrawn.Evaporation, overdrawn.Seepage));
        Assert.Equal(3_000, next.After, 1e-9);
    }

    [Fact]
    public void Every_day_closes_whatever_it_brings()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var day = Day(
                random.NextDouble() * Normal, random.NextDouble() * 1e6, random.NextDouble() * 0.1, random.NextDouble() * 0.01,
                random.NextDouble() * 1e5, random.NextDouble() * 1e5, random.NextDouble() * 0.01);

            Assert.InRange(Math.Abs(day.Error), 0, 1e-9 * (day.Before + day.Inflow + day.Rain));
            Assert.InRange(day.After, 0, Normal);
        }
    }

    private static SourceDay Day(
        double before, double inflow = 0, double rain = 0, double evaporation = 0, double draw = 0, double release = 0, double seepage = 0) =>
        ReservoirBalance.Day(
            new StorageCurve(Waters.Box), new ReservoirBalance.Limits(Floor, Normal, seepage), before,
            new ReservoirBalance.Weather(inflow, rain, evaporation, draw, release));
}
