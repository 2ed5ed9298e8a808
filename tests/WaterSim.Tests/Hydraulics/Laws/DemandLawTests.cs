using WaterSim.Hydraulics.Laws;

namespace WaterSim.Tests.Hydraulics.Laws;

public sealed class DemandLawTests
{
    [Theory]
    [InlineData(5, 0)]
    [InlineData(10, 0)]
    [InlineData(15, 0.5)]
    [InlineData(20, 0.70710678118654752)]
    [InlineData(30, 1)]
    [InlineData(50, 1)]
    public void Delivery_follows_Wagner(double pressure, double share) => Assert.Equal(
        share * 0.02, PressureDrivenDemand.Delivered(0.02, pressure, 10, 30, 0.5), 1e-15);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_solvers_form_of_pressure_driven_demand_is_the_inverse_of_the_published_one(double share)
    {
        const double Demand = 0.02, Range = 20;
        var head = PressureDrivenDemand.HeadLoss(Demand, Range, 2, share * Demand, out _);

        // The barriers add at most s^2/4a, 2e-8 m here.
        Assert.Equal(Range * share * share, head, 1e-6);
        Assert.Equal(share * Demand, PressureDrivenDemand.Delivered(Demand, head, 0, Range, 0.5), 1e-8);
    }

    [Fact]
    public void Emitter_discharges_by_the_power_of_pressure()
    {
        // q = k p^0.5: at 16 m four times the discharge at 1 m.
        var resistance = EmitterFlow.Resistance(0.003, 0.5);
        Assert.Equal(16, EmitterFlow.HeadLoss(resistance, 2, true, 0.012, out _), 1e-12);
        Assert.Equal(-16, EmitterFlow.HeadLoss(resistance, 2, true, -0.012, out _), 1e-12);
    }

    [Fact]
    public void Barrier_is_nothing_on_the_free_side_and_a_wall_on_the_other()
    {
        double h = 0, slope = 0;
        FlowBarrier.KeepAbove(1e-3, ref h, ref slope);
        Assert.Equal(0, h, 1e-10);
        FlowBarrier.KeepAbove(-1e-6, ref h, ref slope);
        Assert.True(h < -1e4);
        (h, slope) = (0, 0);
        FlowBarrier.KeepBelow(1e-6, ref h, ref slope);
        Assert.True(h > 1e4);
    }
}
