using MathNet.Numerics.RootFinding;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>
/// Reactions in the water of a pipe that it takes an hour to pass, against their closed forms. The hour is a whole number of
/// steps, so that every parcel has reacted for the hour when it arrives.
/// </summary>
public sealed class DecayTests
{
    private const double Hour = 3600;
    private const double C0 = 1.6;

    [Theory]
    [InlineData(60, -1.0 / 86_400)]
    [InlineData(360, -1.0 / 86_400)]
    [InlineData(3600, -1.0 / 86_400)]
    [InlineData(60, -2.0 / 3600)]
    [InlineData(60, 0.5 / 3600)]
    public void Decay_of_first_order_is_exact_whatever_the_step(int step, double k)
    {
        // Deviation from EPANET: there each step multiplies by 1 + k dt.
        var reactions = new ReactionOptions { BulkCoefficient = k };
        Assert.Equal(C0 * Math.Exp(k * Hour), AfterAnHour(reactions, step), 1e-9);
    }

    [Fact]
    public void Decay_so_strong_that_nothing_is_left_stays_finite_and_keeps_its_balance()
    {
        // exp(-0.1 10800) = 1e-469, which no number holds: the link's decay so far is taken into its water again and again.
        var reactions = new ReactionOptions { BulkCoefficient = -0.1 };
        Assert.Equal(0, AfterAnHour(reactions, 60), 1e-30);

        // Passed in two minutes: exp(-12) is left.
        var network = Pipeline(reactions, 60);
        network = network with { Links = [QualityDraw.Holding("p", "r", "j", 0.6)] };
        Assert.Equal(1, Arriving(network) / (C0 * Math.Exp(-12)), 1e-9);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(900)]
    public void Decay_of_order_zero_is_a_line_down_to_nothing(int step)
    {
        Assert.Equal(C0 - 1, AfterAnHour(new ReactionOptions { BulkOrder = 0, BulkCoefficient = -1 / Hour }, step), 1e-9);
        Assert.Equal(0, AfterAnHour(new ReactionOptions { BulkOrder = 0, BulkCoefficient = -2 / Hour }, step), 1e-15);
        Assert.Equal(C0 + 1, AfterAnHour(new ReactionOptions { BulkOrder = 0, BulkCoefficient = 1 / Hour }, step), 1e-9);
    }

    [Fact]
    public void Decay_of_second_order_is_reached_in_proportion_to_the_step()
    {
        // dc/dt = -k c^2: c = c0 / (1 + k c0 t).
        const double K = 1 / Hour;
        CheckOrderOne(new ReactionOptions { BulkOrder = 2, BulkCoefficient = -K }, C0 / (1 + (K * C0 * Hour)));
    }

    [Theory]
    [InlineData(2.5, 1)]
    [InlineData(0.4, -1)]
    public void Growth_and_decay_tend_to_their_limit(double limit, int sign)
    {
        // dc/dt = k (cL - c) for growth and -k (c - cL) for decay are one equation: c = cL + (c0 - cL) exp(-k t).
        const double K = 1.5 / Hour;
        CheckOrderOne(
            new ReactionOptions { BulkCoefficient = sign * K, LimitingPotential = limit },
            limit + ((C0 - limit) * Math.Exp(-K * Hour)));
    }

    [Theory]
    [InlineData(1.2, 1)]
    [InlineData(0.2, -1)]
    public void What_has_passed_its_limit_stays(double limit, int sign)
    {
        var reactions = new ReactionOptions { BulkCoefficient = -sign / Hour, LimitingPotential = sign > 0 ? C0 + limit : limit };
        Assert.Equal(C0, AfterAnHour(reactions, 60), 1e-12);
    }

    [Fact]
    public void Growth_of_second_order_tends_to_its_limit()
    {
        // dc/dt = k (cL - c) c, the logistic: c = cL / (1 + (cL/c0 - 1) exp(-k cL t)).
        const double K = 1 / Hour, Limit = 2.4;
        CheckOrderOne(
            new ReactionOptions { BulkOrder = 2, BulkCoefficient = K, LimitingPotential = Limit },
            Limit / (1 + (((Limit / C0) - 1) * Math.Exp(-K * Limit * Hour))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Michaelis_and_Menten_follow_their_integral(int sign)
    {
        // dc/dt = k c / (cL + c), and as EPANET has decay -k c / (cL - c): cL ln(c/c0) + s (c - c0) = s k t, s the sign.
        const double K = 0.5 / Hour, Half = 3;
        var exact = Brent.FindRoot(
            c => (Half * Math.Log(c / C0)) + (sign * (c - C0)) - (sign * K * Hour), sign > 0 ? C0 : 1e-3, sign > 0 ? 10 : C0, 1e-14);
        CheckOrderOne(new ReactionOptions { BulkOrder = -1, BulkCoefficient = sign * K, LimitingPotential = Half }, exact);
    }

    [Fact]
    public void A_pipes_own_coefficient_goes_before_the_global_one()
    {
        var network = Pipeline(new ReactionOptions { BulkCoefficient = -9 / Hour }, 60);
        network = network with { Links = [((Pipe)network.Links[0]) with { BulkCoefficient = -0.5 / Hour }] };
        Assert.Equal(C0 * Math.Exp(-0.5), Arriving(network), 1e-9);
        network = network with { Links = [((Pipe)network.Links[0]) with { BulkCoefficient = 0 }] };
        Assert.Equal(C0, Arriving(network), 1e-9);
    }

    [Fact]
    public void Water_at_rest_decays_where_it_stands()
    {
        // A dead end of which nothing is drawn: the pipe, and the node at its end, whose water is the pipe's.
        var network = Draw.Network(
            [Draw.Junction("j", demand: 0.005), Draw.Junction("end").At(C0), Draw.Reservoir("r", 100).At(C0)],
            [QualityDraw.Holding("p", "r", "j", 18), QualityDraw.Holding("dead", "j", "end", 3)]) with
        {
            Times = QualityDraw.Every(60, 3600, 10_800),
            Quality = QualityDraw.Sharp,
            Reactions = new ReactionOptions { BulkCoefficient = -0.5 / Hour },
        };
        var results = network.Follow(QualityAnalysis.Chemical);
        for (var k = 1; k < 4; k++)
        {
            Assert.Equal(C0 * Math.Exp(-0.5 * k), results.LinkQuality("dead", k), 1e-9);
            Assert.Equal(C0 * Math.Exp(-0.5 * k), results.Quality("end", k), 1e-9);
        }
    }

    // A step of Euler at a time: the error halves with the step.
    private static void CheckOrderOne(ReactionOptions reactions, double exact)
    {
        var coarse = AfterAnHour(reactions, 120) - exact;
        var fine = AfterAnHour(reactions, 60) - exact;
        Assert.InRange(Math.Abs(fine), 1e-9, 0.02 * exact);
        Assert.Equal(2, coarse / fine, 0.1);
    }

    private static double AfterAnHour(ReactionOptions reactions, int step) => Arriving(Pipeline(reactions, step));

    private static double Arriving(Network network)
    {
        var results = network.Follow(QualityAnalysis.Chemical);
        Assert.Equal(1, results.Quality[0].Balances[0].Ratio, 1e-11);
        return results.Quality("j", results.Last());
    }

    // 5 L/s through 18 m3.
    private static Network Pipeline(ReactionOptions reactions, int step) => Draw.Network(
        [Draw.Junction("j", demand: 0.005), Draw.Reservoir("r", 100).At(C0)],
        [QualityDraw.Holding("p", "r", "j", 18)]) with
    {
        Times = QualityDraw.Every(step, 3600, 10_800),
        Quality = QualityDraw.Sharp,
        Reactions = reactions,
    };
}
