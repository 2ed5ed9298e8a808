using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>Water moves as plugs: it is where volume by flow says.</summary>
public sealed class PlugFlowTests
{
    private const int Step = 60;

    [Fact]
    public void A_front_arrives_at_volume_by_flow_through_pipes_of_any_diameter()
    {
        // 5 L/s through 7.3 m3, 2.1 m3 and 11.9 m3: 1460 s, 420 s and 2380 s.
        var network = Draw.Network(
            [Draw.Junction("a"), Draw.Junction("b"), Draw.Junction("c", demand: 0.005), Draw.Reservoir("r", 100)],
            [
                QualityDraw.Holding("ra", "r", "a", 7.3, 0.2),
                QualityDraw.Holding("ab", "b", "a", 2.1, 0.1),
                QualityDraw.Holding("bc", "b", "c", 11.9, 0.4),
            ]) with
        {
            Times = QualityDraw.Every(Step, Step, 5400),
        };
        var results = network.Follow(QualityAnalysis.Trace("r"));
        CheckFront(results, "a", 1460, 1);
        CheckFront(results, "b", 1880, 2);
        CheckFront(results, "c", 4260, 3);
    }

    [Fact]
    public void Past_a_junction_that_draws_half_the_front_goes_half_as_fast()
    {
        // 8 L/s through 6 m3, then 4 L/s through 6 m3: 750 s and 1500 s.
        var network = Draw.Network(
            [Draw.Junction("a", demand: 0.004), Draw.Junction("b", demand: 0.004), Draw.Reservoir("r", 100)],
            [QualityDraw.Holding("ra", "r", "a", 6), QualityDraw.Holding("ab", "a", "b", 6)]) with
        {
            Times = QualityDraw.Every(Step, Step, 3600),
        };
        var results = network.Follow(QualityAnalysis.Trace("r"));
        CheckFront(results, "a", 750, 1);
        CheckFront(results, "b", 2250, 2);
    }

    [Fact]
    public void A_step_takes_a_front_through_as_many_short_pipes_as_it_has_time_for()
    {
        // Twenty pipes of 0.01 m3 at 10 L/s: 20 s in all, within one step of 60 s. What leaves a node in a step is mixed, so
        // that with a = 59/60 each pipe lets through a times what it gets and gives the rest in the next step: after n pipes a^n,
        // then a^n + n/60 a^(n-1).
        var nodes = Enumerable.Range(0, 20).Select(i => (Node)Draw.Junction($"j{i}", demand: i == 19 ? 0.01 : 0));
        var links = Enumerable.Range(0, 20)
            .Select(i => (Link)QualityDraw.Holding($"p{i}", i == 0 ? "r" : $"j{i - 1}", $"j{i}", 0.01, 0.1));
        var network = Draw.Network([.. nodes, Draw.Reservoir("r", 100)], [.. links]) with
        {
            Times = QualityDraw.Every(Step, Step, 120),
        };
        var results = network.Follow(QualityAnalysis.Trace("r"));
        Assert.Equal(Math.Pow(59.0 / 60, 20), results.Quality("j19", 1), 1e-9);
        Assert.Equal(Math.Pow(59.0 / 60, 20) + (20.0 / 60 * Math.Pow(59.0 / 60, 19)), results.Quality("j19", 2), 1e-9);
    }

    [Fact]
    public void Water_that_turns_round_comes_back_in_reverse_order()
    {
        // 5 L/s for an hour into a pipe of 27 m3, 9 m3 of it at 1, 2 mg/L each, then an hour back out the way it came.
        var network = Draw.Network(
            [
                Draw.Junction("in", demand: -0.005).Patterned("turn").With(QualitySourceKind.Concentration, 1, "doses"),
                Draw.Tank("t", 20, 5, 20),
            ],
            [QualityDraw.Holding("p", "in", "t", 27)]) with
        {
            Times = QualityDraw.Every(Step, 1800, 7200) with { PatternStep = TimeSpan.FromMinutes(30) },
            Patterns = [new Pattern("turn", [1, 1, -1, -1]), new Pattern("doses", [1, 2, 0, 0])],
            Quality = QualityDraw.Sharp,
        };
        var results = network.Follow(QualityAnalysis.Chemical);
        Assert.Equal((9.0 + 18) / 27, results.LinkQuality("p", 2), 1e-9);
        Assert.Equal(2, results.Quality("in", 3), 1e-9);
        Assert.Equal(9.0 / 27, results.LinkQuality("p", 3), 1e-9);
        Assert.Equal(1, results.Quality("in", 4), 1e-9);
        Assert.Equal(0, results.LinkQuality("p", 4), 1e-9);
    }

    // Each node that is passed mixes what it gets in a step, so that the front widens by a step to either side, but nothing is
    // lost: as much old water passes a node as if it had all passed before the front.
    private static void CheckFront(SimulationResults results, string node, double arrival, int passed)
    {
        var old = 0.0;
        for (var k = 1; k < results.Times.Length; k++)
        {
            var (time, value) = (results.Times[k].TotalSeconds, results.Quality(node, k));
            Assert.True(time > arrival - ((passed - 1) * Step) || value < 1e-9, $"{node}: {value} at {time} s");
            Assert.True(time < arrival + (passed * Step) || value > 1 - 1e-4, $"{node}: {value} at {time} s");
            old += Step * (1 - value);
        }

        // Two segments become one where they differ by less than 1e-4.
        Assert.Equal(arrival, old, 1e-4 * arrival);
    }
}
