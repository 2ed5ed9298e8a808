using WaterSim.Hydraulics.Laws;

namespace WaterSim.Tests.Hydraulics.Laws;

public sealed class PowerLawTests
{
    [Fact]
    public void Powers_of_many_flows_are_those_of_one()
    {
        var flows = Enumerable.Range(0, 1003).Select(i => (i % 2 == 0 ? 1 : -1) * Math.Pow(10, -12 + (0.0145 * i))).ToArray();
        var powers = new double[flows.Length];
        PowerLaw.Powers(flows, 0.852, powers);
        for (var i = 0; i < flows.Length; i++)
        {
            Assert.Equal(1, powers[i] / Math.Pow(Math.Abs(flows[i]), 0.852), 2e-14);
        }
    }

    [Fact]
    public void A_flow_has_the_same_bits_wherever_it_stands()
    {
        var expected = new double[8];
        PowerLaw.Powers([0.1234, 0, 0, 0, 0, 0, 0, 0], 0.852, expected);
        for (var length = 1; length < 20; length++)
        {
            for (var place = 0; place < length; place++)
            {
                var flows = new double[length];
                var powers = new double[length];
                flows[place] = 0.1234;
                PowerLaw.Powers(flows, 0.852, powers);
                Assert.Equal(expected[0], powers[place]);
                Assert.All(powers.Where((_, i) => i != place), p => Assert.Equal(0, p));
            }
        }
    }
}
