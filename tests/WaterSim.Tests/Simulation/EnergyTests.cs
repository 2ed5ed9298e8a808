using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>A pump's power, energy and cost, worked out by hand.</summary>
public sealed class EnergyTests
{
    // Specific weight of water, 62.4 lbf/ft3, N/m3.
    private const double SpecificWeight = 9802.3;

    [Fact]
    public void Power_is_weight_times_flow_times_lift_over_efficiency_at_the_affine_flow()
    {
        var results = Run(speed: 0.8, hours: 0);
        var q = results.Flow("pump");
        var lift = results.Head("j") - 10;

        // The curve gives 50 % at no flow and 80 % at 0.1 m3/s; at speed w the loss of efficiency grows by (1/w)^0.1.
        var atFullSpeed = 50 + (30 * (q / 0.8) / 0.1);
        var efficiency = (100 - ((100 - atFullSpeed) * Math.Pow(1 / 0.8, 0.1))) / 100;
        var expected = SpecificWeight * q * lift / efficiency;
        Assert.Equal(1, results.Powers(0)[0] / expected, 1e-4);
        Assert.Equal(100 * efficiency, results.Energy[0].AverageEfficiency, 1e-6);
    }

    [Fact]
    public void Cost_is_energy_times_the_price_of_its_hour()
    {
        // 0.5 a kWh, by a pattern of 1, 2, 3 times that: the mean of the three hours is twice the price.
        var results = Run(speed: 1, hours: 3);
        var energy = results.Energy[0];
        Assert.Equal(1, energy.Utilization, 1e-12);
        Assert.Equal(results.Powers(0)[0] * 3 * 3600, energy.Energy, 1e-6 * energy.Energy);
        Assert.Equal(energy.Energy / 3.6e6 * 0.5 * 2, energy.Cost, 1e-9 * energy.Cost);
        Assert.Equal(results.Flow("pump") * 3 * 3600, energy.Volume, 1e-6);
    }

    private static SimulationResults Run(double speed, int hours) => (Draw.Network(
        [Draw.Junction("j"), Draw.Reservoir("low", 10), Draw.Reservoir("high", 25)],
        [
            new Pump
            {
                Id = "pump", FromNode = "low", ToNode = "j", HeadCurveId = "h", EfficiencyCurveId = "e", Speed = speed,
            },
            Draw.Pipe("p", "j", "high"),
        ]) with
    {
        Curves =
        [
            new Curve("h", CurveKind.PumpHead, [new CurvePoint(0.05, 30)]),
            new Curve("e", CurveKind.PumpEfficiency, [new CurvePoint(0, 50), new CurvePoint(0.1, 80)]),
        ],
        Patterns = [new Pattern("price", [1, 2, 3])],
        Energy = new EnergyOptions { Price = 0.5, PricePatternId = "price" },
        Times = new TimeOptions { Duration = TimeSpan.FromHours(hours) },
    }).Run();
}
