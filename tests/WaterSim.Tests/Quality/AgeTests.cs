using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>A second in a second, wherever the water is.</summary>
public sealed class AgeTests
{
    [Fact]
    public void Age_at_the_end_of_a_pipe_is_the_time_it_takes_to_pass_it()
    {
        // 18 m3 at 5 L/s; then 9 m3 at 2 L/s.
        var network = Draw.Network(
            [Draw.Junction("a", demand: 0.003), Draw.Junction("b", demand: 0.002), Draw.Reservoir("r", 100)],
            [QualityDraw.Holding("ra", "r", "a", 18), QualityDraw.Holding("ab", "a", "b", 9)]) with
        {
            Times = QualityDraw.Every(60, 3600, 4 * 3600),
        };
        var results = network.Follow(QualityAnalysis.Age);
        Assert.Equal(3600, results.Quality("a", 4), 1e-6);
        Assert.Equal(3600 + 4500, results.Quality("b", 4), 1e-6);
        Assert.Equal(0, results.Quality("r", 4), 1e-12);

        // Along a pipe age grows evenly.
        Assert.Equal(1800, results.LinkQuality("ra", 4), 60.0);
    }

    [Fact]
    public void Age_in_a_dead_end_grows_a_second_in_a_second()
    {
        var network = Draw.Network(
            [Draw.Junction("a", demand: 0.003), Draw.Junction("b"), Draw.Junction("c"), Draw.Reservoir("r", 100)],
            [
                QualityDraw.Holding("ra", "r", "a", 18), QualityDraw.Holding("ab", "a", "b", 9),
                QualityDraw.Holding("bc", "b", "c", 9),
            ]) with
        {
            Times = QualityDraw.Every(300, 3600, 6 * 3600),
        };
        var results = network.Follow(QualityAnalysis.Age);
        for (var k = 0; k <= 6; k++)
        {
            Assert.Equal(3600 * k, results.Quality("b", k), 1e-6);
            Assert.Equal(3600 * k, results.Quality("c", k), 1e-6);
            Assert.Equal(3600 * k, results.LinkQuality("bc", k), 1e-6);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_nothing_is_drawn_any_more_a_nodes_water_is_that_of_its_end_of_the_pipe(bool isDrawnBackwards)
    {
        // In an hour half of the pipe's water is new; then it stands: old at the node, where it was all the time, new behind.
        var network = Draw.Network(
            [Draw.Junction("a", demand: 0.0025).Patterned("once"), Draw.Reservoir("r", 100)],
            [isDrawnBackwards ? QualityDraw.Holding("p", "a", "r", 18) : QualityDraw.Holding("p", "r", "a", 18)]) with
        {
            Times = QualityDraw.Every(60, 3600, 3 * 3600),
            Patterns = [new Pattern("once", [1, 0, 0, 0])],
        };
        var results = network.Follow(QualityAnalysis.Age);
        for (var k = 1; k <= 3; k++)
        {
            Assert.Equal(3600 * k, results.Quality("a", k), 1e-6);
        }
    }

    [Fact]
    public void Age_of_a_mixture_is_the_mean_by_flow()
    {
        // 3 L/s of one hour and 1 L/s of four hours, in pipes from two junctions that give what they are given.
        var network = Draw.Network(
            [
                Draw.Junction("a", demand: -0.003), Draw.Junction("b", demand: -0.001), Draw.Junction("mixed"),
                Draw.Junction("end"), Draw.Reservoir("r", 100),
            ],
            [
                QualityDraw.Holding("pa", "a", "mixed", 10.8), QualityDraw.Holding("pb", "b", "mixed", 14.4),
                QualityDraw.Short("out", "mixed", "end"), QualityDraw.Short("to", "end", "r"),
            ]) with
        {
            Times = QualityDraw.Every(60, 3600, 6 * 3600),
        };
        var results = network.Follow(QualityAnalysis.Age);
        Assert.Equal(((3 * 3600) + (1 * 4 * 3600)) / 4.0, results.Quality("mixed", 6), 1e-5);
    }

    [Fact]
    public void Age_in_a_mixed_tank_nears_the_time_its_water_stays()
    {
        // da/dt = 1 - a Q/V: a = V/Q (1 - exp(-Q t / V)), V/Q = 10 h.
        var network = Draw.Network(
            [Draw.Junction("in", demand: -0.01), Draw.Junction("out", demand: 0.01), Draw.Tank("t", 0, 5, Math.Sqrt(288 / Math.PI))],
            [QualityDraw.Short("p", "in", "t"), QualityDraw.Short("q", "t", "out")]) with
        {
            Times = QualityDraw.Every(10, 3600, 30 * 3600),
        };
        var results = network.Follow(QualityAnalysis.Age);
        Assert.Equal(36_000 * (1 - Math.Exp(-3)), results.Quality("t", 30), 20.0);
        Assert.Equal(36_000 * (1 - Math.Exp(-1)), results.Quality("t", 10), 20.0);
    }

    [Fact]
    public void Ages_given_in_the_file_are_those_at_the_start()
    {
        var network = Draw.Network(
            [Draw.Junction("a").At(7200), Draw.Reservoir("r", 100).At(600)],
            [QualityDraw.Holding("ra", "r", "a", 18)]) with
        {
            Times = QualityDraw.Every(60, 3600, 3600),
        };
        var other = network.Follow(QualityAnalysis.Age);
        Assert.Equal(3600, other.Quality("a", 1), 1e-6);
        var own = (network with { Quality = new QualityOptions { Mode = QualityMode.Age } }).Follow(QualityAnalysis.Age);
        Assert.Equal(7200 + 3600, own.Quality("a", 1), 1e-6);
        Assert.Equal(600, own.Quality("r", 1), 1e-6);
    }
}
