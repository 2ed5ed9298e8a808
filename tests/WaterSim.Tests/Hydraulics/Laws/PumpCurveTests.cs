using WaterSim.Hydraulics;
using WaterSim.Hydraulics.Laws;
using WaterSim.Model;

namespace WaterSim.Tests.Hydraulics.Laws;

public sealed class PumpCurveTests
{
    [Fact]
    public void Curve_of_three_points_passes_through_them()
    {
        var curve = PumpCurve.OfPoints([new(0, 60), new(0.1, 50), new(0.2, 20)])!;
        Assert.Equal(PumpForm.PowerFunction, curve.Form);
        Assert.Equal(-60, curve.HeadLoss(1, 0, out _), 1e-9);
        Assert.Equal(-50, curve.HeadLoss(1, 0.1, out _), 1e-9);
        Assert.Equal(-20, curve.HeadLoss(1, 0.2, out _), 1e-9);
    }

    [Fact]
    public void Curve_of_one_point_lifts_a_third_more_at_no_flow_and_nothing_at_twice_the_flow()
    {
        var curve = PumpCurve.OfPoints([new(0.1, 30)])!;
        Assert.Equal(40, curve.ShutoffHead, 1e-3);
        Assert.Equal(-30, curve.HeadLoss(1, 0.1, out _), 1e-9);
        Assert.Equal(0, curve.HeadLoss(1, 0.2, out _), 1e-3);
        Assert.Equal(0.2, curve.LargestFlow, 1e-6);
    }

    [Fact]
    public void Custom_curve_is_straight_between_its_points_and_beyond_them()
    {
        var curve = PumpCurve.OfPoints([new(0, 60), new(0.1, 55), new(0.2, 40), new(0.3, 10)])!;
        Assert.Equal(PumpForm.Custom, curve.Form);
        Assert.Equal(-47.5, curve.HeadLoss(1, 0.15, out _), 1e-9);
        Assert.Equal(20, curve.HeadLoss(1, 0.4, out _), 1e-9);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.2)]
    public void Speed_moves_the_curve_by_the_affinity_laws(double speed)
    {
        foreach (var curve in new[]
        {
            PumpCurve.OfPoints([new(0, 60), new(0.1, 50), new(0.2, 20)])!,
            PumpCurve.OfPoints([new(0, 60), new(0.1, 55), new(0.2, 40), new(0.3, 10)])!,
        })
        {
            Assert.Equal(
                speed * speed * curve.HeadLoss(1, 0.12, out _), curve.HeadLoss(speed, 0.12 * speed, out _), 1e-9);
        }
    }

    [Fact]
    public void Constant_power_is_specific_weight_times_flow_times_head()
    {
        var curve = PumpCurve.OfPower(10e3);
        Assert.Equal(10e3, -Constants.SpecificWeight * 0.05 * curve.HeadLoss(1, 0.05, out _), 1e-6);
        Assert.Equal(9802, Constants.SpecificWeight, 1.0);
    }

    [Theory]
    [InlineData(new double[] { 0, 0.1, 0.2 }, new double[] { 50, 60, 20 })]
    [InlineData(new double[] { 0, 0.1, 0.2 }, new double[] { 50, 40, 40 })]
    [InlineData(new double[] { 0 }, new double[] { 50 })]
    [InlineData(new double[] { 0, 1e-9, 0.2 }, new double[] { 60, 50, 20 })]
    [InlineData(new double[] { 0, 0.1, 0.2 }, new double[] { 60, 59.9999999, 20 })]
    public void Points_that_do_not_fall_make_no_pump(double[] flows, double[] heads) =>
        Assert.Null(PumpCurve.OfPoints([.. flows.Zip(heads, (q, h) => new CurvePoint(q, h))]));
}
