using WaterSim.Generation;

namespace WaterSim.Tests.Generation;

public sealed class RandomStreamTests
{
    [Fact]
    public void The_mixing_is_that_of_SplitMix64()
    {
        // Steele, Lea and Flood's generator from the state 1234567, as published with it.
        const ulong step = 0x9E3779B97F4A7C15UL;

        Assert.Equal(6457827717110365317UL, RandomStream.Mix(1234567UL + step));
        Assert.Equal(3203168211198807973UL, RandomStream.Mix(unchecked(1234567UL + (2 * step))));
    }

    [Fact]
    public void Numbers_stay_within_their_limits_and_reach_both_ends()
    {
        var random = new RandomStream(1, 2);
        var seen = new HashSet<int>();
        for (var k = 0; k < 1_000; k++)
        {
            seen.Add(random.Whole(-2, 3));
            Assert.InRange(random.Unit(), 0, 1 - 1e-17);
            Assert.InRange(random.Between(5, 6), 5, 6);
        }

        Assert.Equal([-2, -1, 0, 1, 2, 3], seen.Order());
    }

    [Fact]
    public void Streams_and_seeds_differ()
    {
        ulong[] first = [.. from seed in Enumerable.Range(0, 50) from stream in Enumerable.Range(0, 50)
                            select new RandomStream((ulong)seed, (ulong)stream).Next()];

        Assert.Distinct(first);
    }
}
