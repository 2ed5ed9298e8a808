using WaterSim.Hydraulics.Laws;
using WaterSim.Numerics;

namespace WaterSim.Tests.Hydraulics.Laws;

/// <summary>The forms for many pipes at a time against those for one.</summary>
public sealed class LaneFormTests
{
    [Fact]
    public void Friction_of_many_pipes_is_that_of_one()
    {
        for (var exponent = -11.0; exponent < 1; exponent += 0.013)
        {
            var q = Math.Pow(10, exponent);
            var hazen = HazenWilliams.Resistance(130, 0.15, 120);
            Check<HazenWilliams>(hazen, 0, 0, q, HazenWilliams.HeadLoss(hazen, q, out var slope), slope, 5e-14);
            var chezy = ChezyManning.Resistance(130, 0.15, 0.012);
            Check<ChezyManning>(chezy, 0, 0, q, ChezyManning.HeadLoss(chezy, q, out slope), slope, 1e-15);
            var darcy = DarcyWeisbach.Resistance(130, 0.15);
            var reynolds = DarcyWeisbach.ReynoldsPerFlow(1.1e-6, 0.15);
            Check<DarcyWeisbach>(
                darcy, 1e-3, reynolds, q, DarcyWeisbach.HeadLoss(darcy, 1e-3, reynolds, q, out slope), slope, 2e-13);
        }
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    public void Emitters_eight_at_a_time_discharge_as_one_does(double exponent)
    {
        var resistance = EmitterFlow.Resistance(2e-5, exponent);
        var (flows, losses, slopes) = (new double[8], new double[8], new double[8]);
        foreach (var backflow in new[] { true, false })
        {
            for (var decade = -12; decade < 0; decade++)
            {
                for (var n = 0; n < 8; n++)
                {
                    flows[n] = (n - 3) * Math.Pow(10, decade);
                }

                var h = EmitterFlow.HeadLoss(
                    Lanes8.Of(resistance), 1 / exponent, backflow, Lanes8.Load(in flows[0]), out var slope);
                Lanes8.Store(h, ref losses[0]);
                Lanes8.Store(slope, ref slopes[0]);
                for (var n = 0; n < 8; n++)
                {
                    Assert.Equal(EmitterFlow.HeadLoss(resistance, 1 / exponent, backflow, flows[n], out var own), losses[n]);
                    Assert.Equal(own, slopes[n]);
                }
            }
        }
    }

    private static void Check<TLaw>(
        double resistance, double roughness, double reynolds, double q, double loss, double slope, double tolerance)
        where TLaw : struct, IPipeLaw
    {
        Assert.Equal(1, Of<TLaw, Lanes1>(resistance, roughness, reynolds, q, out var own)[0] * q / loss, tolerance);
        Assert.Equal(1, own[0] / slope, tolerance);

        // Not within some bound but the same bits, in every lane of every width.
        Assert.All(Of<TLaw, Lanes8>(resistance, roughness, reynolds, q, out var eight), v => Assert.Equal(loss, v * q, tolerance * loss));
        Assert.All(eight, v => Assert.Equal(own[0], v));
        _ = Of<TLaw, Lanes4>(resistance, roughness, reynolds, q, out var four);
        Assert.All(four, v => Assert.Equal(own[0], v));
    }

    private static double[] Of<TLaw, T>(double resistance, double roughness, double reynolds, double q, out double[] slope)
        where TLaw : struct, IPipeLaw
        where T : struct, ILanes<T>
    {
        var perFlow = TLaw.LossPerFlow(T.Of(resistance), T.Of(roughness), T.Of(reynolds), T.Of(q), out var steep);
        slope = new double[T.Count];
        T.Store(steep, ref slope[0]);
        var values = new double[T.Count];
        T.Store(perFlow, ref values[0]);
        return values;
    }
}
