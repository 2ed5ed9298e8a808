using System.Globalization;
using CsCheck;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>Nothing is lost or made on the way, whatever the water does.</summary>
public sealed class MassBalanceTests
{
    private const double Tolerance = 1e-9;

    private static readonly double[] Orders = [-1, 0, 0.5, 2];

    [Fact]
    public void Of_age_trace_blend_and_a_conservative_chemical_all_is_accounted_for() => SystemGenerator.Seeds.Sample(
        seed => Check(Dosed(SystemGenerator.Of(seed)), QualityAnalysis.Age, QualityAnalysis.Trace("r0"), QualityAnalysis.Trace("j1"),
            QualityAnalysis.Blend, QualityAnalysis.Chemical),
        iter: 150);

    [Fact]
    public void A_traced_tank_is_a_source_like_any_other() => SystemGenerator.Seeds
        .Where(s => SystemGenerator.Of(s).FindNode("t0") is not null)
        .Sample(seed => Check(SystemGenerator.Of(seed), QualityAnalysis.Trace("t0")), iter: 50);

    [Fact]
    public void Of_what_reacts_in_proportion_all_is_accounted_for() => Gen.Select(SystemGenerator.Seeds, Gen.Double[-3, 3], Gen.Bool).Sample(
        (seed, k, wall) => Check(
            Dosed(SystemGenerator.Of(seed)) with
            {
                Reactions = new ReactionOptions { BulkCoefficient = k / 86_400, WallCoefficient = wall ? -0.5 / 86_400 : 0 },
            },
            QualityAnalysis.Chemical),
        iter: 100);

    [Fact]
    public void Of_what_reacts_otherwise_all_is_accounted_for() =>
        Gen.Select(SystemGenerator.Seeds, Gen.Double[-3, 3], Gen.Int[0, 3], Gen.Double[0, 0.5]).Sample(
            (seed, k, which, limit) => Check(
                Dosed(SystemGenerator.Of(seed)) with
                {
                    Reactions = new ReactionOptions
                    {
                        BulkCoefficient = k / 86_400,
                        BulkOrder = Orders[which],
                        TankOrder = Orders[which],
                        LimitingPotential = limit,
                        WallOrder = 0,
                        WallCoefficient = -1e-7,
                    },
                },
                QualityAnalysis.Chemical),
            iter: 100);

    [Fact]
    public void Water_that_a_pump_drives_round_in_a_circle_is_neither_lost_nor_made()
    {
        // a - pump - b - pipe - a, fed through a pipe from a reservoir, with a little drawn at both; the pump stands for two
        // hours, and the pipe may hold less than what flows in a step.
        foreach (var (length, step) in ((double, int)[])[(2000, 300), (10, 300), (300, 60)])
        {
            Check(Circle(length, step, pumpFirst: true), QualityAnalysis.Trace("r"), QualityAnalysis.Age, QualityAnalysis.Chemical);
            Check(Circle(length, step, pumpFirst: false), QualityAnalysis.Trace("r"), QualityAnalysis.Age, QualityAnalysis.Chemical);
        }
    }

    [Fact]
    public void When_a_circle_stands_still_pipes_hold_what_they_have_room_for()
    {
        // 10 m of pipe hold 0.18 m3, and 3 m3 and more go round in a step: while they do the loop holds them too. All shares of a
        // blend make up the water.
        var network = Circle(10, 300, pumpFirst: true);
        var room = network.Links.OfType<Pipe>().Sum(p => Math.PI * p.Diameter * p.Diameter / 4 * p.Length);
        Assert.True(WaterAfter(hours: 4) > room + 1);
        Assert.Equal(room, WaterAfter(hours: 6), 1e-9);

        double WaterAfter(int hours) => (network with { Times = network.Times with { Duration = TimeSpan.FromHours(hours) } })
            .Follow(QualityAnalysis.Blend).Quality[0].Balances.Sum(b => b.Final);
    }

    [Theory]
    [InlineData("loop-with-tank")]
    [InlineData("pump-and-prv")]
    [InlineData("two-reservoirs")]
    public void Of_the_examples_all_is_accounted_for(string name)
    {
        var network = InpReader.ReadFile(Repository.File("networks", "examples", name + ".inp")).Network!;
        Check(network with { Times = network.Times with { Duration = TimeSpan.FromHours(30) } }, QualityAnalysis.Age, QualityAnalysis.Blend);
    }

    private static Network Circle(double length, int step, bool pumpFirst)
    {
        Link pump = new Pump { Id = "pump", FromNode = "a", ToNode = "b", HeadCurveId = "lift" };
        Link back = Draw.Pipe("back", "b", "a", length, 0.15);
        Link feed = Draw.Pipe("feed", "r", "a", 500, 0.2);
        return Draw.Network(
            [Draw.Junction("a", demand: 0.001), Draw.Junction("b", demand: 0.001).At(1), Draw.Reservoir("r", 50).At(0.4)],
            pumpFirst ? [pump, back, feed] : [feed, back, pump]) with
        {
            Curves = [new Curve("lift", CurveKind.PumpHead, [new CurvePoint(0.01, 15)])],
            Controls =
            [
                new SimpleControl("pump", new ControlAction(LinkStatus.Closed, null), new TimeCondition(TimeSpan.FromHours(5))),
                new SimpleControl("pump", new ControlAction(LinkStatus.Open, null), new TimeCondition(TimeSpan.FromHours(7))),
            ],
            Times = QualityDraw.Every(step, 3600, 10 * 3600),
        };
    }

    private static Network Dosed(Network network) => network with
    {
        Nodes =
        [
            .. network.Nodes.Select((n, i) => i switch
            {
                0 => n.With(QualitySourceKind.Mass, 1e-3, "doses"),
                1 => n.With(QualitySourceKind.SetPoint, 0.6),
                2 => n.With(QualitySourceKind.Concentration, 0.9),
                _ => n is Tank { Id: "t1" } ? n.With(QualitySourceKind.FlowPaced, 0.1) : n,
            }),
        ],
    };

    private static void Check(Network network, params QualityAnalysis[] analyses)
    {
        var results = ExtendedPeriod.Run(network, new RunOptions { Quality = [.. analyses] });
        foreach (var quality in results.Quality)
        {
            for (var c = 0; c < quality.Columns.Length; c++)
            {
                var balance = quality.Balances[c];
                Assert.True(
                    Math.Abs(balance.Ratio - 1) < Tolerance,
                    string.Create(CultureInfo.InvariantCulture, $"{quality.Analysis} {quality.Columns[c]}: {balance.Ratio - 1:G3} {balance}"));
            }
        }
    }
}
