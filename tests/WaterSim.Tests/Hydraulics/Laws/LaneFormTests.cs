using System.Runtime.Intrinsics;
using WaterSim.Hydraulics.Laws;

namespace WaterSim.Tests.Hydraulics.Laws;

/// <summary>The forms for eight pipes at a time against those for one.</summary>
public sealed class LaneFormTests
{
    [Fact]
    public void Powers_of_eight_are_those_of_one()
    {
        for (var exponent = -12.0; exponent < 3; exponent += 0.01)
        {
            var x = Math.Pow(10, exponent);
            Assert.Equal(1, LanePower.Power(Vector512.Create(x), 0.852)[3] / Math.Pow(x, 0.852), 2e-14);
        }
    }

    [Fact]
    public void Power_of_nothing_is_nothing() =>
        Assert.Equal(Vector512<double>.Zero, LanePower.Power(Vector512.Create(0, 1e-310, 0, 1e-301, 0, 0, 0, 0), 0.852));

    [Fact]
    public void Hazen_Williams_for_many_pipes_is_that_for_one()
    {
        var flows = Enumerable.Range(0, 1003).Select(i => (i % 2 == 0 ? 1 : -1) * Math.Pow(10, -12 + (0.0125 * i))).ToArray();
        var resistances = Enumerable.Range(0, 1003).Select(i => HazenWilliams.Resistance(10 + i, 0.05 + (0.001 * i), 120)).ToArray();
        var minors = Enumerable.Range(0, 1003).Select(i => i % 3 == 0 ? 0 : MinorLoss.Resistance(0.1 * i, 0.3)).ToArray();
        var conductances = new double[1003];
        var lossFlows = new double[1003];
        HazenWilliams.Conductances(resistances, minors, flows, conductances, lossFlows);
        for (var i = 0; i < flows.Length; i++)
        {
            var loss = HazenWilliams.HeadLoss(resistances[i], flows[i], out var slope)
                + MinorLoss.HeadLoss(minors[i], flows[i], out var minorSlope);
            slope += minorSlope;
            Assert.Equal(1, conductances[i] * slope, 5e-14);
            Assert.Equal(1, lossFlows[i] / (loss / slope), 5e-14);
        }
    }

    [Fact]
    public void A_pipe_has_the_same_bits_wherever_it_stands()
    {
        double[] expected = [0, 0];
        HazenWilliams.Conductances([5000], [20], [0.1234], expected.AsSpan(0, 1), expected.AsSpan(1, 1));
        for (var length = 1; length < 20; length++)
        {
            for (var place = 0; place < length; place++)
            {
                var (resistances, minors, flows) = (new double[length], new double[length], new double[length]);
                var (conductances, lossFlows) = (new double[length], new double[length]);
                (resistances[place], minors[place], flows[place]) = (5000, 20, 0.1234);
                HazenWilliams.Conductances(resistances, minors, flows, conductances, lossFlows);
                Assert.Equal(expected[0], conductances[place]);
                Assert.Equal(expected[1], lossFlows[place]);
            }
        }
    }
}
