using WaterSim.Numerics;

namespace WaterSim.Tests.Numerics;

public sealed class LaneMathTests
{
    [Fact]
    public void Power_logarithm_and_exponential_are_those_of_the_platform()
    {
        for (var exponent = -12.0; exponent < 3; exponent += 0.01)
        {
            var x = Math.Pow(10, exponent);
            Assert.Equal(1, LaneMath.Power(new Lanes1(x), new Lanes1(0.852)).Value / Math.Pow(x, 0.852), 3e-14);
            Assert.Equal(Math.Log(x), LaneMath.Log(new Lanes1(x)).Value, 3e-14);
            Assert.Equal(1, LaneMath.Exp2(new Lanes1(exponent)).Value / Math.Pow(2, exponent), 2e-14);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-310)]
    [InlineData(1e-301)]
    public void Power_of_nothing_is_next_to_nothing(double x) =>
        Assert.InRange(LaneMath.Power(new Lanes1(x), new Lanes1(0.852)).Value, 0, 1e-200);

    [Fact]
    public void Every_lane_of_every_width_holds_the_same_bits()
    {
        for (var exponent = -300.0; exponent < 3; exponent += 0.37)
        {
            var x = Math.Pow(10, exponent);
            var one = LaneMath.Power(new Lanes1(x), new Lanes1(0.852)).Value;
            Assert.All(Lanes<Lanes4>(x), v => Assert.Equal(one, v));
            Assert.All(Lanes<Lanes8>(x), v => Assert.Equal(one, v));
        }
    }

    private static double[] Lanes<T>(double x)
        where T : struct, ILanes<T>
    {
        var values = new double[T.Count];
        T.Store(LaneMath.Power(T.Of(x), T.Of(0.852)), ref values[0]);
        return values;
    }
}
