using WaterSim.Planning.Indicators;
using WaterSim.Planning.Tests.Results;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class EnergyIndicatorsTests
{
    private const double Exact = 1e-9;

    [Fact]
    public void Energy_over_work_counts_the_lift_at_each_time()
    {
        // 900.5 W lift 3 L/s by 10 m for a third and by 13 m for two thirds of the time, 12 m on average: 353.0394 W on the water.
        var energy = IndicatorCounty.Indicators.Energy;

        Assert.Equal(900.5 / 353.0394, energy.OverWork!.Value, Exact);
        Assert.Equal(353.0394 / 900.5, energy.Efficiency!.Value, Exact);
        Assert.Equal(900.5 / 353.0394 / 3.6 * 1000, energy.PerThousandCubicMetersAndMegapascal!.Value, 1e-6);
    }

    [Fact]
    public void A_perfect_pump_draws_278_kWh_per_1000_m3_and_MPa()
    {
        Assert.Equal(277.8, EnergyIndicators.PerfectPump, 0.05);
    }

    [Fact]
    public void Energy_is_told_apart_by_its_price()
    {
        // 0.5 a kWh in the first hour, twice that in the next two; the run's 2 kWh cost 1.3.
        var energy = IndicatorCounty.Indicators.Energy;

        Assert.Equal([0.5, 1], energy.Prices.Select(p => p.Price));
        Assert.Equal([1 / 3.0, 2 / 3.0], energy.Prices.Select(p => Math.Round(p.Share, 15)), (a, b) => Math.Abs(a - b) < Exact);
        Assert.Equal(0.65, energy.MeanPrice!.Value, Exact);
        Assert.Equal((7.2e6, 1.3), (energy.Energy, energy.Cost));
        Assert.Equal(7.2e6 / 200, energy.PerVolume!.Value, Exact);
    }

    [Fact]
    public void A_pumps_own_price_comes_before_the_networks()
    {
        var network = IndicatorCounty.Network with
        {
            Links = [.. IndicatorCounty.Network.Links.Select(l => l is Model.Pump p ? p with { EnergyPrice = 3 } : l)],
        };

        var energy = CountyIndicators.Of(HandMadeRun.Make(network), IndicatorCounty.System).Energy;

        Assert.Equal([3, 6.0], energy.Prices.Select(p => p.Price));
    }
}
