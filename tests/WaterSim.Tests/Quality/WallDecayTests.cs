using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Quality.Laws;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>Reactions at the wall, held up by the way there, against numbers worked by hand.</summary>
public sealed class WallDecayTests
{
    // Of chlorine at 20 degrees C, m2/s, and of water, m2/s, in round numbers: a Schmidt number of 1000.
    private const double Diffusivity = 1e-9;
    private const double Viscosity = 1e-6;
    private const double C0 = 1.2;
    private const int Steps = 10;

    // 0.1 m across, 100 m long (1 m where the water all but stands): d/L = 1e-3, so that y = Re of the laminar formula.
    // Re 0.5: Sh = 2.
    // Re 1000: y = 1000, y^0.667 = 100.2305; Sh = 3.65 + 66.8 / (1 + 4.009221) = 16.98541.
    // Re 10000: 10000^0.88 = 3311.311, 1000^0.333 = 9.977001; Sh = 0.0149 * 3311.311 * 9.977001 = 492.2506.
    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(1000, 16.98541)]
    [InlineData(10_000, 492.2506)]
    public void Sherwood_numbers_are_those_of_paper(double re, double expected) =>
        Assert.Equal(1, MassTransfer.Sherwood(re, 1000, 1e-3) / expected, 1e-6);

    // kw = 1 m/d = 1.157407e-5 m/s, kf = Sh D / d, K = 4/d kw kf / (kw + kf).
    // Re 0.5: kf 2e-8, K = 40 * 1.996550e-8 = 7.986200e-7 1/s.
    // Re 1000: kf 1.698541e-7, K = 40 * 1.673975e-7 = 6.695899e-6 1/s.
    // Re 10000: kf 4.922506e-6, K = 40 * 3.453652e-6 = 1.381461e-4 1/s.
    [Theory]
    [InlineData(0.5, 7.986200e-7)]
    [InlineData(1000, 6.695899e-6)]
    [InlineData(10_000, 1.381461e-4)]
    public void Wall_decay_of_first_order_is_held_up_by_the_way_to_the_wall(double re, double rate)
    {
        var (c, residence) = Arriving(re, new ReactionOptions { WallCoefficient = -1.0 / 86_400 }, Diffusivity);

        // The rates above are rounded to seven figures.
        Assert.Equal(Math.Exp(-rate * residence), c / C0, 1e-6 * rate * residence);
    }

    [Fact]
    public void Bulk_and_wall_decay_add_up_and_are_told_apart_in_the_balance()
    {
        const double Kw = 1.0 / 86_400, Kb = 2.0 / 86_400;
        var network = Pipeline(10_000, new ReactionOptions { WallCoefficient = -Kw, BulkCoefficient = -Kb }, Diffusivity, out _);
        var balance = network.Follow(QualityAnalysis.Chemical).Quality[0].Balances[0];
        var kf = 492.2506 * Diffusivity / 0.1;
        var wall = 4 / 0.1 * Kw * kf / (Kw + kf);
        Assert.Equal(wall / Kb, balance.ReactedAtWalls / balance.ReactedInPipes, 1e-5);
        Assert.Equal(1, balance.Ratio, 1e-11);
    }

    [Fact]
    public void Without_diffusivity_nothing_holds_it_up()
    {
        const double Kw = 0.01 / 86_400;
        var (c, residence) = Arriving(10_000, new ReactionOptions { WallCoefficient = -Kw }, diffusivity: 0);
        Assert.Equal(C0 * Math.Exp(-4 / 0.1 * Kw * residence), c, 1e-9);
    }

    [Fact]
    public void Wall_decay_of_order_zero_takes_what_the_wall_can_take()
    {
        // 4/d kw t, well below what gets there: kf c = 4.9e-6 m/s * 1.2 g/m3 = 5.9e-6 g/m2/s.
        const double Kw = 1e-6;
        var (c, residence) = Arriving(10_000, new ReactionOptions { WallOrder = 0, WallCoefficient = -Kw }, Diffusivity);
        Assert.Equal(C0 - (4 / 0.1 * Kw * residence), c, 1e-9);
    }

    [Fact]
    public void Wall_decay_of_order_zero_takes_no_more_than_gets_there()
    {
        // dc/dt = -4/d kf c; one step of Euler at a time.
        var kf = 2 * Diffusivity / 0.1;
        var (c, residence) = Arriving(0.5, new ReactionOptions { WallOrder = 0, WallCoefficient = -1 }, Diffusivity);
        Assert.Equal(C0 * Math.Pow(1 - (4 / 0.1 * kf * residence / Steps), Steps), c, 1e-9);
        Assert.Equal(C0 * Math.Exp(-4 / 0.1 * kf * residence), c, 0.01);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e-6)]
    public void Where_there_is_nothing_no_wall_adds_to_it_or_takes_from_it(double transfer)
    {
        Assert.Equal(0, WallReaction.ZeroOrder(1e-6, transfer, 0.1, 0));
        Assert.Equal(0, WallReaction.ZeroOrder(-1e-6, transfer, 0.1, 0));
    }

    // F = 2 m/d. H-W F/C: 2/100. D-W F/|ln(e/d)|: 2/ln(0.1/2e-4) = 2/6.214608. C-M F n: 2 * 0.012.
    [Theory]
    [InlineData(HeadLossFormula.HazenWilliams, 100, 0.02)]
    [InlineData(HeadLossFormula.DarcyWeisbach, 2e-4, 0.32182237)]
    [InlineData(HeadLossFormula.ChezyManning, 0.012, 0.024)]
    public void A_wall_coefficient_follows_the_roughness(HeadLossFormula formula, double roughness, double metresPerDay)
    {
        var expected = AtRoughness(formula, roughness, new ReactionOptions { WallCoefficient = -metresPerDay / 86_400 });
        var found = AtRoughness(formula, roughness, new ReactionOptions { RoughnessCorrelation = -2.0 / 86_400, WallCoefficient = -7 });
        Assert.Equal(expected, found, 1e-8);
        Assert.InRange(found, 0.01 * C0, 0.99 * C0);
    }

    private static double AtRoughness(HeadLossFormula formula, double roughness, ReactionOptions reactions)
    {
        var network = Pipeline(1000, reactions, Diffusivity, out _);
        network = network with
        {
            Options = network.Options with { HeadLoss = formula },
            Links = [((Pipe)network.Links[0]) with { Roughness = roughness }],
        };
        var results = network.Follow(QualityAnalysis.Chemical);
        return results.Quality("j", results.Last());
    }

    private static (double C, double Residence) Arriving(double re, ReactionOptions reactions, double diffusivity)
    {
        var results = Pipeline(re, reactions, diffusivity, out var residence).Follow(QualityAnalysis.Chemical);
        Assert.Equal(1, results.Quality[0].Balances[0].Ratio, 1e-10);
        return (results.Quality("j", results.Last()), residence);
    }

    // A pipe that is passed in ten steps, at a Reynolds number v d / nu within a part in ten thousand of the given.
    private static Network Pipeline(double re, ReactionOptions reactions, double diffusivity, out double residence)
    {
        var length = re < 1 ? 1 : 100;
        var volume = Math.PI * 0.01 / 4 * length;
        var step = (int)Math.Round(length / (re * Viscosity / 0.1) / Steps);
        residence = (double)Steps * step;
        return Draw.Network(
            [Draw.Junction("j", demand: volume / residence), Draw.Reservoir("r", 1000).At(C0)],
            [Draw.Pipe("p", "r", "j", length, 0.1)]) with
        {
            Options = Draw.Tight with { Viscosity = Viscosity },
            Times = QualityDraw.Every(step, step, 15 * step) with { PatternStep = TimeSpan.FromSeconds(step) },
            Quality = QualityDraw.Sharp with { Diffusivity = diffusivity },
            Reactions = reactions,
        };
    }
}
