using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Quality;

/// <summary>
/// Tanks against the closed forms of what they are to be. Water of Cin enters a tank of C0 through a pipe of 0.2 L, which at
/// the start holds C0 too.
/// </summary>
public sealed class TankMixingTests
{
    private const double C0 = 0.4;
    private const double Cin = 2;
    private const double Flow = 0.01;
    private const double InletPipe = Math.PI * 0.05 * 0.05 / 4 * 0.1;

    // 100 m2 by 10 m, half full at the start.
    private const double Full = 1000;
    private const double V0 = 500;

    [Fact]
    public void A_mixed_tank_with_flow_through_it_nears_what_enters_in_proportion_to_the_step()
    {
        // dc/dt = Q/V (cin - c): c = cin + (c0 - cin) exp(-Q t / V), after 12 h. The inlet pipe delays it by 0.02 s.
        var exact = Cin + ((C0 - Cin) * Math.Exp(-Flow * ((12 * 3600) - (InletPipe / Flow)) / V0));
        var coarse = After(600) - exact;
        var fine = After(300) - exact;
        Assert.InRange(Math.Abs(fine), 1e-6, 0.01);
        Assert.Equal(2, coarse / fine, 0.02);

        static double After(int step)
        {
            var results = ThroughFlow(MixingModel.Complete, step).Follow(QualityAnalysis.Chemical);
            return results.Quality("t", 12);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(3600)]
    public void A_mixed_tank_that_fills_holds_what_was_there_and_what_came(int step)
    {
        var results = Filling(MixingModel.Complete, step).Follow(QualityAnalysis.Chemical);
        for (var k = 1; k <= 6; k++)
        {
            var came = Flow * 3600 * k;
            var content = (C0 * (V0 + InletPipe)) + (Cin * (came - InletPipe));
            Assert.Equal(content / (V0 + came), results.Quality("t", k), 1e-9);
        }
    }

    [Fact]
    public void Two_compartments_are_two_mixed_zones_of_which_one_keeps_its_volume()
    {
        // The inlet zone V1 = 0.3 of the full tank is full, the other holds V2 = V0 - V1. While the tank fills, Q passes the
        // inlet zone and spills into the other:
        //   V1 dc1/dt = Q (cin - c1)      c1 = cin + (c0 - cin) e,  e = exp(-Q t / V1)
        //   d(V2 c2)/dt = Q c1            V2 c2 = V20 c0 + cin Q t + (c0 - cin) V1 (1 - e)
        // While it drains, the other keeps its c2 and gives Q to the inlet zone:
        //   V1 dc1/dt = Q (c2 - c1)       c1 = c2 + (c1' - c2) e,  c1' at the turn
        const double V1 = 0.3 * Full, T = 6 * 3600;
        var e = Math.Exp(-Flow * T / V1);
        var filled = Cin + ((C0 - Cin) * e);
        var c2 = (((V0 - V1) * C0) + (Cin * Flow * T) + ((C0 - Cin) * V1 * (1 - e))) / (V0 - V1 + (Flow * T));
        var drained = c2 + ((filled - c2) * e);
        var (coarseFilled, coarseDrained) = After(120);
        var (fineFilled, fineDrained) = After(60);
        Assert.Equal(filled, fineFilled, 0.003);
        Assert.Equal(2, (coarseFilled - filled) / (fineFilled - filled), 0.02);
        Assert.Equal(drained, fineDrained, 0.003);
        Assert.Equal(2, (coarseDrained - drained) / (fineDrained - drained), 0.02);

        static (double Filled, double Drained) After(int step)
        {
            var results = FillAndDrain(MixingModel.TwoCompartments, step).Follow(QualityAnalysis.Chemical);
            return (results.Quality("t", 6), results.Quality("t", 12));
        }
    }

    [Fact]
    public void Flow_through_two_compartments_leaves_the_other_one_alone()
    {
        // c1 = cin + (c0 - cin) exp(-Q t / V1); all that the tank gains is in the inlet zone.
        const double V1 = 0.3 * Full;
        var results = ThroughFlow(MixingModel.TwoCompartments, 30).Follow(QualityAnalysis.Chemical);
        var c1 = Cin + ((C0 - Cin) * Math.Exp(-Flow * 12 * 3600 / V1));
        Assert.Equal(c1, results.Quality("t", 12), 0.002);
        var content = results.Quality[0].Balances[0].Final;
        var pipes = InletPipe * (Cin + results.Quality("t", 24));
        Assert.Equal((results.Quality("t", 24) * V1) + ((V0 - V1) * C0), content - pipes, 1e-3);
    }

    [Fact]
    public void First_in_first_out_is_plug_flow_through_the_tank()
    {
        // What leaves is C0 until the 500 m3 of it, and those of the pipes, have gone: 50,000 s at 10 L/s.
        var results = ThroughFlow(MixingModel.FirstInFirstOut, 100).Follow(QualityAnalysis.Chemical);
        for (var k = 1; k <= 24; k++)
        {
            Assert.Equal(k * 3600 <= 50_000 ? C0 : Cin, results.Quality("out", k), 1e-9);
        }
    }

    [Fact]
    public void First_in_first_out_gives_first_what_was_there_first()
    {
        var results = FillAndDrain(MixingModel.FirstInFirstOut, 60).Follow(QualityAnalysis.Chemical);
        Assert.All(Enumerable.Range(7, 6), k => Assert.Equal(C0, results.Quality("in", k), 1e-9));
    }

    [Fact]
    public void Last_in_first_out_gives_first_what_came_last()
    {
        // 36 m3 an hour: 1, 2, 3, 4, 5 and 6 mg/L lie one on the other after six hours; then they leave from the top.
        var network = FillAndDrain(MixingModel.LastInFirstOut, 60);
        network = network with { Nodes = [network.Nodes[0].With(QualitySourceKind.Concentration, 1, "layers"), .. network.Nodes.Skip(1)] };
        network = network with { Patterns = [.. network.Patterns, new Pattern("layers", [1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0])] };
        var results = network.Follow(QualityAnalysis.Chemical);
        Assert.Equal([1.0, 2, 3, 4, 5, 6], Enumerable.Range(1, 6).Select(k => results.Quality("t", k)), (a, b) => Math.Abs(a - b) < 1e-9);
        for (var k = 7; k <= 12; k++)
        {
            // Within the hour, 10 L of it in the pipe at the turn, one layer; at its end the step ends with it.
            Assert.Equal(13 - k, results.Quality("in", k), 1e-3);
        }
    }

    [Fact]
    public void Last_in_first_out_lets_what_flows_through_leave_as_it_came()
    {
        // Deviation from EPANET: there it leaves as the top segment is, whatever came, by which mass is made or lost.
        var results = ThroughFlow(MixingModel.LastInFirstOut, 100).Follow(QualityAnalysis.Chemical);
        Assert.Equal(Cin, results.Quality("out", 1), 1e-9);
        Assert.Equal(C0, results.Quality("t", 24), 1e-9);
        Assert.Equal(1, results.Quality[0].Balances[0].Ratio, 1e-12);
    }

    [Theory]
    [InlineData(MixingModel.Complete)]
    [InlineData(MixingModel.TwoCompartments)]
    [InlineData(MixingModel.FirstInFirstOut)]
    [InlineData(MixingModel.LastInFirstOut)]
    public void A_tank_reacts_all_through_and_its_own_coefficient_goes_before_the_global_one(MixingModel mixing)
    {
        var network = Filling(mixing, 60);
        network = network with
        {
            Reactions = new ReactionOptions { BulkCoefficient = -1.0 / 3600 },
            Nodes = [network.Nodes[0].With(QualitySourceKind.Concentration, 0), ((Tank)network.Nodes[1]) with { BulkCoefficient = -0.1 / 3600 }],
        };
        var results = network.Follow(QualityAnalysis.Chemical);
        var balance = results.Quality[0].Balances[0];
        Assert.Equal(C0 * V0 * (1 - Math.Exp(-0.6)), balance.ReactedInTanks, 0.01);
        Assert.Equal(1, balance.Ratio, 1e-11);
    }

    [Fact]
    public void A_tank_is_as_full_as_the_hydraulics_say()
    {
        // The share of water that came, of all that the tank holds: the level tells the volume.
        var results = Filling(MixingModel.Complete, 60).Follow(QualityAnalysis.Trace("in"));
        var volume = 100 * results.Head("t", 6);
        Assert.Equal(V0 + (Flow * 6 * 3600), volume, 1e-6);
        Assert.Equal(volume - V0, results.Quality("t", 6) * volume, 1e-3);
    }

    [Fact]
    public void A_tank_that_spills_holds_no_more_than_it_has_room_for()
    {
        // 36 m3 an hour, full after 500 / 36 = 13.9 h; then each hour 36 m3 are mixed in and as much spills.
        var network = WithInlet(MixingModel.Complete, 60, 20, [1]);
        network = network with { Nodes = [network.Nodes[0], ((Tank)network.Nodes[1]) with { CanOverflow = true }] };
        var results = network.Follow(QualityAnalysis.Chemical);
        var balance = results.Quality[0].Balances[0];
        Assert.Equal((results.Quality("t", 20) * Full) + (Cin * InletPipe), balance.Final, 1e-6);
        Assert.Equal(1, balance.Ratio, 1e-11);
        var ratio = Full / (Full + (3600 * Flow));
        Assert.Equal((Cin - results.Quality("t", 18)) * ratio * ratio, Cin - results.Quality("t", 20), 1e-3);
    }

    private static Network Filling(MixingModel mixing, int step) => WithInlet(mixing, step, 6, [1]);

    private static Network FillAndDrain(MixingModel mixing, int step) =>
        WithInlet(mixing, step, 12, [1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1]);

    private static Network ThroughFlow(MixingModel mixing, int step)
    {
        var network = WithInlet(mixing, step, 24, [1]);
        return network with
        {
            Nodes = [network.Nodes[0], Draw.Junction("out", demand: Flow).At(C0), network.Nodes[1]],
            Links = [.. network.Links, QualityDraw.Short("q", "t", "out")],
        };
    }

    private static Network WithInlet(MixingModel mixing, int step, int hours, double[] pattern) => Draw.Network(
        [
            Draw.Junction("in", demand: -Flow).Patterned("pattern").With(QualitySourceKind.Concentration, Cin),
            Draw.Tank("t", 0, 5, Math.Sqrt(400 / Math.PI)) with { InitialQuality = C0, Mixing = mixing, MixingFraction = 0.3 },
        ],
        [QualityDraw.Short("p", "in", "t")]) with
    {
        Patterns = [new Pattern("pattern", [.. pattern])],
        Times = QualityDraw.Every(step, 3600, hours * 3600),
        Quality = QualityDraw.Sharp,
    };
}
