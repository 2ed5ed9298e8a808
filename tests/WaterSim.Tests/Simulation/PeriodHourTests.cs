using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Simulation;

/// <summary>The hours of a repeated run: what moved in each, and how each began.</summary>
public sealed class PeriodHourTests
{
    // Of what a link passes or a node draws in all hours, either way: sums of some tens of differences.
    private const double Rounding = 1e-12;

    [Fact]
    public void A_constant_demand_lowers_the_tank_by_the_same_each_hour()
    {
        var hours = Hours(new RepeatedRun(Constant()));

        Assert.Equal(24, hours.Count);
        for (var h = 0; h < hours.Count; h++)
        {
            var (start, length, passed, required, delivered, heads) = hours[h];
            Assert.Equal((TimeSpan.FromHours(h), TimeSpan.FromHours(1)), (start, length));
            Assert.Equal(3.6, passed[0], 6);
            Assert.Equal([3.6, 0], required, (x, y) => Math.Abs(x - y) < 1e-9);
            Assert.Equal(required, delivered);

            // The tank as the hour begins, and the junction below it by the head lost on the way at 1 L/s.
            Assert.Equal(55 - (h * 3.6 / (Math.PI * 100)), heads[1], 6);
            Assert.InRange(heads[1] - heads[0], 1e-4, 1e-2);
        }
    }

    [Theory]
    [InlineData("networks/examples/loop-with-tank.inp")]
    [InlineData("networks/jiahe/network.inp")]
    public void Hours_add_up_to_the_run_which_is_the_same_as_without_them(string file)
    {
        var runs = new RepeatedRun(Day(file));
        var expected = runs.Run(new ScenarioInput());
        var (hours, day) = Run(runs);

        Assert.Equal(24, hours.Count);
        Assert.Equal(expected.Passed, day.Passed);
        Assert.Equal(expected.EndHeads, day.EndHeads);
        Sum(h => h.Passed, day.Passed);
        Sum(h => h.Required, day.Required);
        Sum(h => h.Delivered, day.Delivered);

        void Sum(Func<Copy, double[]> of, IReadOnlyList<double> whole)
        {
            for (var i = 0; i < whole.Count; i++)
            {
                Assert.Equal(whole[i], hours.Sum(h => of(h)[i]), Rounding * (1 + hours.Sum(h => Math.Abs(of(h)[i]))));
            }
        }
    }

    [Fact]
    public void Heads_at_the_hour_are_those_that_an_ordinary_run_reports()
    {
        var network = Day("networks/jiahe/network.inp");
        var hours = Hours(new RepeatedRun(network));
        var results = ExtendedPeriod.Run(network, cancellation: TestContext.Current.CancellationToken);

        for (var h = 0; h < 24; h++)
        {
            var k = results.Times.IndexOf(TimeSpan.FromHours(h));
            for (var i = 0; i < network.Nodes.Length; i++)
            {
                Assert.Equal(results.Heads(k)[i], hours[h].Heads[i], 1e-4);
            }
        }
    }

    [Fact]
    public void A_tank_that_runs_empty_within_an_hour_ends_no_hour_early()
    {
        // 10.8 m3 are there, an hour and a half's demand.
        var network = Constant(level: 10.8 / (Math.PI * 100), demand: 0.002) with
        {
            Times = new TimeOptions { Duration = TimeSpan.FromHours(3) },
        };
        network = network with
        {
            Options = network.Options with { DemandModel = DemandModel.PressureDriven, RequiredPressure = 10 },
        };
        var (hours, day) = Run(new RepeatedRun(network));

        Assert.InRange(day.Steps, 4, 8);
        Assert.Equal([0.0, 1, 2], hours.Select(h => h.Start.TotalHours));
        Assert.Equal([7.2, 3.6, 0], hours.Select(h => h.Delivered[0]), (x, y) => Math.Abs(x - y) < 0.01);
        Assert.All(hours, h => Assert.Equal(7.2, h.Required[0], 9));

        // Empty, it is no source.
        Assert.True(double.IsNaN(hours[2].Heads[0]));
        Assert.Equal(50, hours[2].Heads[1], 6);
    }

    [Fact]
    public void A_run_tells_nothing_of_the_one_before()
    {
        var runs = new RepeatedRun(Constant());
        var first = Hours(runs);
        var second = Hours(runs);

        Assert.Equal(first.SelectMany(h => h.Passed), second.SelectMany(h => h.Passed));
        Assert.Equal(first.SelectMany(h => h.Heads), second.SelectMany(h => h.Heads));
    }

    [Theory]
    [InlineData(2, 2, 0, false)]
    [InlineData(1, 2, 0, true)]
    [InlineData(2, 1, 0, true)]
    [InlineData(0.75, 2, 0, false)]
    [InlineData(0.25, 2, 0, true)]
    [InlineData(1, 2, 0.5, false)]
    public void Hours_are_told_where_no_step_can_cross_one(double pattern, double report, double start, bool isTold)
    {
        var network = Constant() with
        {
            Times = new TimeOptions
            {
                Duration = TimeSpan.FromHours(4),
                PatternStep = TimeSpan.FromHours(pattern),
                ReportStep = TimeSpan.FromHours(report),
                PatternStart = TimeSpan.FromHours(start),
            },
        };
        var runs = new RepeatedRun(network);

        if (isTold)
        {
            Assert.Equal([0.0, 1, 2, 3], Hours(runs).Select(h => h.Start.TotalHours));
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => Hours(runs));
            Assert.Equal(14.4, runs.Run(new ScenarioInput()).Delivered[0], 9);
        }
    }

    private static List<Copy> Hours(RepeatedRun runs) => Run(runs).Hours;

    private static (List<Copy> Hours, PeriodVolumes Volumes) Run(RepeatedRun runs)
    {
        var hours = new List<Copy>();
        var volumes = runs.Run(new ScenarioInput(), h => hours.Add(new Copy(
            h.Start, h.Length, h.Passed.ToArray(), h.Required.ToArray(), h.Delivered.ToArray(), h.Heads.ToArray())));
        return (hours, volumes);
    }

    private static Network Constant(double level = 5, double demand = 0.001) => Draw.Network(
        [
            Draw.Junction("a", demand: demand),
            new Tank { Id = "t", Elevation = 50, InitialLevel = level, MaximumLevel = 6, Diameter = 20 },
        ],
        [Draw.Pipe("ta", "t", "a")]) with
    { Times = new TimeOptions { Duration = TimeSpan.FromDays(1) } };

    private static Network Day(string file)
    {
        var network = InpReader.ReadFile(Repository.File(file.Split('/'))).Network!;
        return network with { Times = network.Times with { Duration = TimeSpan.FromDays(1) } };
    }

    private sealed record Copy(
        TimeSpan Start, TimeSpan Length, double[] Passed, double[] Required, double[] Delivered, double[] Heads);
}
