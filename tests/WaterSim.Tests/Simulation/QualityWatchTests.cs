using WaterSim.IO.Inp;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

public sealed class QualityWatchTests
{
    [Fact]
    public void Turns_to_quality_and_back_come_one_after_the_other_and_change_nothing()
    {
        var network = InpReader.ReadFile(Repository.File("networks", "examples", "loop-with-tank.inp")).Network!;
        var turns = new List<bool>();
        var plain = new RunOptions { Quality = [QualityAnalysis.Age] };
        var watched = plain with { QualityWatch = turns.Add };
        var cancellation = TestContext.Current.CancellationToken;

        var expected = ExtendedPeriod.Run(network, plain, cancellation: cancellation);
        var actual = ExtendedPeriod.Run(network, watched, cancellation: cancellation);

        Assert.True(turns.Count >= 4 * expected.Steps.Length);
        Assert.Equal(Enumerable.Range(0, turns.Count).Select(i => i % 2 == 0), turns);
        for (var k = 0; k < expected.Times.Length; k++)
        {
            Assert.Equal(expected.Quality[0].Nodes(k), actual.Quality[0].Nodes(k));
        }
    }

    [Fact]
    public void Without_quality_there_are_no_turns()
    {
        var network = InpReader.ReadFile(Repository.File("networks", "examples", "loop-with-tank.inp")).Network!;
        var options = new RunOptions { QualityWatch = _ => Assert.Fail("there is no quality") };

        Assert.Empty(ExtendedPeriod.Run(network, options, cancellation: TestContext.Current.CancellationToken).Quality);
    }
}
