using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Tests.Scenarios;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class LossIndicatorsTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void The_balance_adds_up()
    {
        // Of 80 drawn, 1 % unbilled, 2 % stolen, 3 % not counted; 15 leak and 5 spill: 100 in, 76 authorised (75.2 billed), 4 apparent, 20 real.
        var losses = LossIndicators.Balance(80, 15, 5, new ConsumptionShares(0.01, 0.02, 0.03));

        Assert.Equal(100, losses.SystemInput, Exact);
        Assert.Equal((75.2, 0.8), (Math.Round(losses.Billed, 9), Math.Round(losses.Unbilled, 9)));
        Assert.Equal(76, losses.Authorised, 1e-9);
        Assert.Equal(4, losses.ApparentLosses, 1e-9);
        Assert.Equal(20, losses.RealLosses, 1e-9);
        Assert.Equal(losses.SystemInput, losses.Authorised + losses.ApparentLosses + losses.RealLosses, 1e-9);
        Assert.Equal(0.24, losses.LossRate!.Value, 1e-9);
        Assert.Equal(0.248, losses.NonRevenue!.Value, 1e-9);
    }

    [Fact]
    public void Leakage_of_a_run_is_what_its_categories_draw()
    {
        // 58/3 L/s drawn, of them 1/3 leaks (half of C's 2/3); 400 m of pipes.
        var losses = IndicatorCounty.Indicators.Losses;

        Assert.Equal(0.058 / 3, losses.SystemInput, Exact);
        Assert.Equal(0.001 / 3, losses.Leakage, Exact);
        Assert.Equal(0.019 * 0.94, losses.Billed, Exact);
        Assert.Equal(0.001 / 3 / 0.4, losses.LossPerKilometer!.Value, Exact);
    }

    [Fact]
    public void Night_flow_is_the_lowest_draw_from_two_to_four()
    {
        // Of the reported times only 03:00 is night: 33 L/s, 0.5 of them leaks.
        var losses = IndicatorCounty.Indicators.Losses;

        Assert.Equal(0.033, losses.NightFlow!.Value, Exact);
        Assert.Equal(0.5 / 33, losses.NightLeakage!.Value, Exact);
    }

    [Fact]
    public void What_a_burst_lets_out_is_lost_and_not_billed()
    {
        // A hole of 50 mm: 0.6 x pi/4 x 0.05^2 x sqrt(2 g p); demand does not depend on pressure, so that all else stays.
        const string header = "duration_h: 0";
        var (whole, burst) = (Of("{ kind: tariff, water_yuan_m3: 2 }"), Of("{ kind: burst, node: A1, orifice_mm: 50, discharge_coefficient: 0.6 }"));
        var escaped = 0.6 * Math.PI / 4 * 0.05 * 0.05 * Math.Sqrt(2 * 9.80665 * burst.Pressure);

        Assert.InRange(escaped, 0.02, 0.04);
        Assert.Equal(whole.Losses.Billed, burst.Losses.Billed, 1e-9);
        Assert.Equal(whole.Losses.RealLosses + escaped, burst.Losses.RealLosses, 1e-6);

        static (LossIndicators Losses, double Pressure) Of(string change)
        {
            var applied = JiaheCounty.With(change, header);
            var results = ExtendedPeriod.Run(applied.Network, cancellation: TestContext.Current.CancellationToken);
            return (CountyIndicators.Of(results, applied.System).Losses, results.Pressures(0)[applied.Network.IndexOfNode("A1")]);
        }
    }

    [Fact]
    public void Nothing_supplied_has_no_loss_rate()
    {
        Assert.Null(LossIndicators.Balance(0, 0, 0, new ConsumptionShares(0, 0, 0)).LossRate);
    }
}
