using System.Globalization;
using CsCheck;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Numerics;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>What is found depends on the network and the analysis, and on nothing else.</summary>
public sealed class QualityRunTests
{
    private static readonly QualityAnalysis[] All =
        [QualityAnalysis.Age, QualityAnalysis.Blend, QualityAnalysis.Chemical, QualityAnalysis.Trace("r0")];

    [Fact]
    public void An_analysis_finds_the_same_bits_alone_and_with_others_in_any_order() => SystemGenerator.Seeds.Sample(
        seed =>
        {
            var network = Reacting(SystemGenerator.Of(seed));
            var together = Run(network, All);
            var reversed = Run(network, [.. All.Reverse()]);
            var plain = Run(network, []);
            for (var a = 0; a < All.Length; a++)
            {
                Assert.Equal(All[a], together.Quality[a].Analysis);
                Same(together, a, Run(network, [All[a]]), 0);
                Same(together, a, reversed, All.Length - 1 - a);
                Same(together, a, Run(network, [All[a], All[a]]), 1);
            }

            // Nor does it change the hydraulics that it is followed.
            for (var k = 0; k < plain.Times.Length; k++)
            {
                Assert.True(plain.Heads(k).SequenceEqual(together.Heads(k)));
                Assert.True(plain.Flows(k).SequenceEqual(together.Flows(k)));
            }
        },
        iter: 25);

    [Fact]
    public void A_second_run_finds_the_same_bits_in_the_same_runner_too() => SystemGenerator.Seeds.Sample(
        seed =>
        {
            var network = Reacting(SystemGenerator.Of(seed));
            var compiled = CompiledNetwork.Of(network);
            var options = new RunOptions { Quality = [.. All] };
            var runner = new LaneRunner<Lanes1>(compiled, options: options);
            var first = Finish();
            var second = Finish();
            var fresh = ExtendedPeriod.Run(compiled, options);
            for (var a = 0; a < All.Length; a++)
            {
                Same(first, a, second, a);
                Same(first, a, fresh, a);
            }

            SimulationResults Finish()
            {
                runner.Begin(0, LaneChanges.None, record: true);
                while (runner.IsActive(0))
                {
                    runner.Step();
                }

                return runner[0].Results();
            }
        },
        iter: 40);

    [Fact]
    public void A_link_at_rest_begins_a_second_run_as_it_began_the_first()
    {
        // Closed for an hour, then it flows backwards: at the start it holds what the node at its end holds, in every run.
        var network = Draw.Network(
            [Draw.Junction("a", demand: 0.005).At(1), Draw.Junction("b").At(3), Draw.Tank("t", 50, 5, 20).At(3)],
            [QualityDraw.Holding("p", "a", "b", 9), QualityDraw.Short("q", "t", "b"), QualityDraw.Short("s", "t", "a")]) with
        {
            Quality = QualityDraw.Sharp,
            Times = QualityDraw.Every(60, 3600, 7200),
            Controls =
            [
                new SimpleControl("p", new ControlAction(LinkStatus.Closed, null), new TimeCondition(TimeSpan.Zero)),
                new SimpleControl("p", new ControlAction(LinkStatus.Open, null), new TimeCondition(TimeSpan.FromHours(1))),
            ],
        };
        var runner = new LaneRunner<Lanes1>(CompiledNetwork.Of(network), options: new RunOptions { Quality = [QualityAnalysis.Chemical] });
        var initial = new List<double>();
        for (var run = 0; run < 2; run++)
        {
            runner.Begin(0, LaneChanges.None, record: true);
            while (runner.IsActive(0))
            {
                runner.Step();
            }

            initial.Add(runner[0].Results().LinkQuality("p", 0));
        }

        Assert.Equal([3, 3], initial);
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NegativeSign = "~";
        try
        {
            for (var seed = 0; seed < 10; seed++)
            {
                var network = Reacting(SystemGenerator.Of(seed));
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                var first = Run(network, All);
                CultureInfo.CurrentCulture = commas;
                var second = Run(network, All);
                for (var a = 0; a < All.Length; a++)
                {
                    Same(first, a, second, a);
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Once_warm_a_step_allocates_nothing(double order)
    {
        var network = InpReader.ReadFile(Repository.File("networks", "examples", "loop-with-tank.inp")).Network!;
        network = network with
        {
            Controls = [],
            Nodes = [network.Nodes[0].With(QualitySourceKind.Mass, 1e-3), .. network.Nodes.Skip(1)],
            Reactions = new ReactionOptions { BulkCoefficient = -1e-5, BulkOrder = order, TankOrder = order, WallCoefficient = -1e-6 },
        };
        var source = network.Nodes.First(n => n is Reservoir).Id;
        Assert.Equal(0, AllocatedBySteps(network, [QualityAnalysis.Age, QualityAnalysis.Blend, QualityAnalysis.Chemical, QualityAnalysis.Trace(source)]));
    }

    [Fact]
    public void Once_warm_no_step_of_a_system_with_something_of_everything_allocates()
    {
        // Without rules and controls, whose decisions are kept.
        for (var seed = 0; seed < 20; seed++)
        {
            var network = Reacting(SystemGenerator.Of(seed)) with { Rules = [], Controls = [] };
            var allocated = AllocatedBySteps(network, All) - AllocatedBySteps(network, []);
            Assert.True(allocated == 0, $"seed {seed}: {allocated} bytes");
        }
    }

    [Fact]
    public void Extremes_of_the_last_day_are_those_of_every_step()
    {
        // Reported every step, a run of less than a day: the extremes are those of the reported values, but for the start's.
        var network = SystemGenerator.Of(1) with { Times = QualityDraw.Every(300, 300, 6 * 3600) };
        var results = Run(network, [QualityAnalysis.Blend]);
        var quality = results.Quality[0];
        for (var i = 0; i < quality.Nodes(0).Length; i++)
        {
            var values = Enumerable.Range(1, results.Times.Length - 1).Select(k => quality.Nodes(k)[i]).ToArray();
            Assert.True(quality.LastDay.Lowest[i] <= values.Min() && quality.LastDay.Highest[i] >= values.Max());
            Assert.InRange(quality.LastDay.Mean[i], quality.LastDay.Lowest[i] - 1e-12, quality.LastDay.Highest[i] + 1e-12);
        }

        var age = Draw.Network([Draw.Junction("j"), Draw.Reservoir("r", 9)], [Draw.Pipe("p", "r", "j")]) with
        {
            Times = QualityDraw.Every(300, 3600, 30 * 3600),
        };

        // Of 30 h the last 24: from the step after 6 h on.
        var last = age.Follow(QualityAnalysis.Age).Quality[0].LastDay;
        Assert.Equal((6 * 3600) + 300, last.Lowest[0], 1e-6);
        Assert.Equal(30 * 3600, last.Highest[0], 1e-6);
        Assert.Equal(((36 * 3600) + 300) / 2.0, last.Mean[0], 1e-6);
    }

    [Fact]
    public void What_is_not_asked_for_is_not_kept()
    {
        var network = SystemGenerator.Of(1);
        var results = ExtendedPeriod.Run(
            network, new RunOptions { Quality = [QualityAnalysis.Age], KeepLinkQuality = false, TakeLastDay = false },
            cancellation: TestContext.Current.CancellationToken);
        Assert.True(results.Quality[0].Links(1).IsEmpty);
        Assert.Empty(results.Quality[0].LastDay.Mean);
        Assert.Empty(network.Run().Quality);
    }

    private static Network Reacting(Network network) => network with
    {
        Nodes = [network.Nodes[0].With(QualitySourceKind.FlowPaced, 0.5, "doses"), .. network.Nodes.Skip(1)],
        Reactions = new ReactionOptions { BulkCoefficient = -1e-5, WallCoefficient = -1e-6 },
    };

    private static SimulationResults Run(Network network, QualityAnalysis[] analyses) =>
        ExtendedPeriod.Run(network, new RunOptions { Quality = [.. analyses] });

    private static void Same(SimulationResults x, int a, SimulationResults y, int b) =>
        Assert.Null(QualityDraw.Difference(x.Quality[a], y.Quality[b], x.Times.Length));

    // Of the third run in a runner and those after it: the first two have made the lists and pools as long as they need to be. The
    // least of them: what a step allocates is in all of them, while beside other tests one run was once seen to count 4,832 bytes
    // that no other did (the runtime's own, it may be: a collection that another thread sets off).
    private static long AllocatedBySteps(Network network, QualityAnalysis[] analyses)
    {
        var runner = new LaneRunner<Lanes1>(CompiledNetwork.Of(network), options: new RunOptions { Quality = [.. analyses] });
        var least = long.MaxValue;
        for (var run = 0; run < 6; run++)
        {
            runner.Begin(0, LaneChanges.None, record: false);
            var before = GC.GetAllocatedBytesForCurrentThread();
            while (runner.IsActive(0))
            {
                runner.Step();
            }

            least = run < 2 ? least : Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
