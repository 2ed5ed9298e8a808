using System.Text;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>Dosing, hour by hour by a pattern, against what it adds on paper. Nothing reacts.</summary>
public sealed class SourceTests
{
    private static readonly double[] Doses = [1, 0, 2, 0.5];

    [Fact]
    public void A_concentration_at_a_reservoir_is_that_of_what_it_gives()
    {
        // In place of its own quality.
        var found = Hourly(node => node, r => r.With(QualitySourceKind.Concentration, 0.8, "doses"), "r");
        Check([0.8, 0, 1.6, 0.4], found);
    }

    [Fact]
    public void A_concentration_at_a_junction_is_that_of_what_enters_there_from_outside()
    {
        // 6 L/s of 0.3 mg/L from the reservoir and 2 L/s from outside.
        var found = Hourly(
            j => ((Junction)j.With(QualitySourceKind.Concentration, 0.8, "doses")) with { Demands = [new Demand(-0.002)] });
        Check([.. Doses.Select(m => ((0.3 * 6) + (0.8 * m * 2)) / 8)], found);
    }

    [Fact]
    public void A_concentration_at_a_junction_where_nothing_enters_from_outside_adds_nothing() =>
        Check([0.3, 0.3, 0.3, 0.3], Hourly(j => j.With(QualitySourceKind.Concentration, 0.8, "doses")));

    [Fact]
    public void A_mass_is_added_whatever_flows()
    {
        // 4 mg/s into 8 L/s: 0.5 mg/L.
        var found = Hourly(j => j.With(QualitySourceKind.Mass, 4e-3, "doses"));
        Check([.. Doses.Select(m => 0.3 + (0.5 * m))], found);
    }

    // As EPANET 2.3.5 has it, found by running it on Net1 with such sources: of a reservoir that is dosed the own quality does not
    // count.
    [Fact]
    public void A_mass_at_a_reservoir_stands_for_its_quality() =>
        Check([.. Doses.Select(m => 0.5 * m)], Hourly(j => j, r => r.With(QualitySourceKind.Mass, 4e-3, "doses"), "r"));

    [Fact]
    public void A_flow_paced_dose_at_a_reservoir_stands_for_its_quality() =>
        Check([.. Doses.Select(m => 0.5 * m)], Hourly(j => j, r => r.With(QualitySourceKind.FlowPaced, 0.5, "doses"), "r"));

    [Fact]
    public void A_set_point_at_a_reservoir_is_reached() =>
        Check([0.5, 0.3, 1, 0.3], Hourly(j => j, r => r.With(QualitySourceKind.SetPoint, 0.5, "doses"), "r"));

    [Fact]
    public void A_reservoir_that_nothing_leaves_keeps_what_was_dosed_last()
    {
        // The pipe is shut after two hours; dosing would stop with the second.
        var network = Line(j => j, r => r.With(QualitySourceKind.Concentration, 0.8, "doses")) with
        {
            Patterns = [new Pattern("doses", [1, 1, 0, 0])],
            Controls = [new SimpleControl("a", new ControlAction(LinkStatus.Closed, null), new TimeCondition(TimeSpan.FromHours(2)))],
        };
        var results = network.Follow(QualityAnalysis.Chemical);
        Assert.Equal(0.8, results.Quality("r", 2), 1e-12);
        Assert.Equal(0.8, results.Quality("r", 4), 1e-12);
    }

    [Fact]
    public void A_concentration_at_a_tank_is_added_to_what_it_gives_of_its_own()
    {
        // 6 L/s flow through, 4 L/s come out of the tank: 0.3 + 0.8 * 4/10.
        var network = Draw.Network(
            [
                Draw.Junction("j", demand: 0.01).At(0.3),
                Draw.Junction("in", demand: -0.006).At(0.3).With(QualitySourceKind.Concentration, 0.3),
                Draw.Tank("t", 20, 5, 20).At(0.3).With(QualitySourceKind.Concentration, 0.8),
            ],
            [QualityDraw.Short("p", "t", "j"), QualityDraw.Short("q", "in", "t")]) with
        {
            Times = QualityDraw.Every(60, 3600, 7200),
            Quality = QualityDraw.Sharp,
        };
        var results = network.Follow(QualityAnalysis.Chemical);
        Assert.Equal(0.3 + (0.8 * 0.4), results.Quality("j", 2), 1e-9);
        Assert.Equal(1, results.Quality[0].Balances[0].Ratio, 1e-11);
    }

    [Fact]
    public void A_set_point_lifts_what_is_below_it_and_leaves_what_is_above() =>
        Check([0.5, 0.3, 1, 0.3], Hourly(j => j.With(QualitySourceKind.SetPoint, 0.5, "doses")));

    [Fact]
    public void A_flow_paced_dose_adds_to_what_comes() =>
        Check([.. Doses.Select(m => 0.3 + (0.5 * m))], Hourly(j => j.With(QualitySourceKind.FlowPaced, 0.5, "doses")));

    [Theory]
    [InlineData(QualitySourceKind.Mass, 1e-3, 0.3 + 0.1)]
    [InlineData(QualitySourceKind.SetPoint, 0.9, 0.9)]
    [InlineData(QualitySourceKind.FlowPaced, 0.2, 0.5)]
    public void A_dose_at_a_tank_is_in_what_leaves_it_and_not_in_it(QualitySourceKind kind, double strength, double expected)
    {
        var network = Draw.Network(
            [Draw.Junction("j", demand: 0.01).At(0.3), Draw.Tank("t", 20, 5, 20).At(0.3).With(kind, strength)],
            [QualityDraw.Short("p", "t", "j")]) with
        {
            Times = QualityDraw.Every(60, 3600, 7200),
            Quality = QualityDraw.Sharp,
        };
        var results = network.Follow(QualityAnalysis.Chemical);
        Assert.Equal(expected, results.Quality("j", 2), 1e-9);
        Assert.Equal(0.3, results.Quality("t", 2), 1e-9);
        Assert.Equal(1, results.Quality[0].Balances[0].Ratio, 1e-11);
    }

    [Fact]
    public void What_is_dosed_is_in_the_balance()
    {
        var network = Line(j => j.With(QualitySourceKind.Mass, 4e-3, "doses"), r => r);
        var balance = network.Follow(QualityAnalysis.Chemical).Quality[0].Balances[0];

        // 4 mg/s by the pattern for four hours, and 8 L/s of 0.3 mg/L.
        Assert.Equal((4e-3 * 3600 * Doses.Sum()) + (0.008 * 0.3 * 4 * 3600), balance.Added, 1e-9);
        Assert.Equal(1, balance.Ratio, 1e-12);
    }

    [Fact]
    public void A_source_of_a_file_is_in_milligrams_per_minute()
    {
        // 240 mg/min = 4 mg/s into 8 L/s: 0.5 mg/L on top of 0.3.
        const string Text = """
            [JUNCTIONS]
             j 0 0
             k 0 8
            [RESERVOIRS]
             r 100
            [PIPES]
             a r j 10 100 120
             b j k 10 100 120
            [QUALITY]
             r 0.3
            [SOURCES]
             j MASS 240
            [OPTIONS]
             UNITS LPS
             QUALITY Chlorine mg/L
            [TIMES]
             DURATION 2
            """;
        var network = InpReader.Read(Encoding.UTF8.GetBytes(Text), "source.inp").Network!;
        var results = network.Follow(QualityAnalysis.Of(network)!);
        Assert.Equal(0.8, results.Quality("k", 2), 1e-9);
        Assert.Equal(["Chlorine"], results.Quality[0].Columns);
    }

    private static void Check(double[] expected, double[] found) =>
        Assert.Equal(expected, found, (a, b) => Math.Abs(a - b) < 1e-9);

    // What leaves a node at the end of each of four hours.
    private static double[] Hourly(Func<Node, Node> atJunction, Func<Node, Node>? atReservoir = null, string node = "j")
    {
        var results = Line(atJunction, atReservoir ?? (r => r)).Follow(QualityAnalysis.Chemical);
        Assert.Equal(1, results.Quality[0].Balances[0].Ratio, 1e-11);
        return [.. Enumerable.Range(1, 4).Select(k => results.Quality(node, k))];
    }

    // A reservoir of 0.3 mg/L, a junction where something is dosed, and one that draws 8 L/s.
    private static Network Line(Func<Node, Node> atJunction, Func<Node, Node> atReservoir) => Draw.Network(
        [atJunction(Draw.Junction("j").At(0.3)), Draw.Junction("k", demand: 0.008).At(0.3), atReservoir(Draw.Reservoir("r", 100).At(0.3))],
        [QualityDraw.Short("a", "r", "j"), QualityDraw.Short("b", "j", "k")]) with
    {
        Times = QualityDraw.Every(60, 3600, 4 * 3600),
        Patterns = [new Pattern("doses", [.. Doses])],
        Quality = QualityDraw.Sharp,
    };
}
