using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Hydraulics;

/// <summary>Leakage of pipes against q = 0.6 (2 g)^0.5 L (A + E p) p^0.5, worked out here in ft as EPANET has it.</summary>
public sealed class LeakTests
{
    private const double Area = 2e-9;
    private const double Expansion = 3e-11;

    [Fact]
    public void A_pipe_leaks_half_its_length_at_the_pressure_of_either_end()
    {
        var results = Draw.Network(
            [Draw.Junction("a", 5), Draw.Junction("b", 20), Draw.Reservoir("r", 60)],
            [Draw.Pipe("in", "r", "a"), Leaking("p", "a", "b")]).Run();
        Assert.Equal(Leak(500, results.Pressures(0)[0]), results.Leaks(0)[0], 1e-9);
        Assert.Equal(Leak(500, results.Pressures(0)[1]), results.Leaks(0)[1], 1e-9);
        Assert.Equal(results.Leaks(0)[0] + results.Leaks(0)[1], results.Flow("in"), 1e-9);
        Assert.Equal(3600 * results.Flow("in"), results.Balance.Leaked, 1e-6);
    }

    [Fact]
    public void A_pipe_from_a_reservoir_leaks_its_whole_length_at_its_junction()
    {
        var results = Draw.Network([Draw.Junction("a", 5), Draw.Reservoir("r", 60)], [Leaking("p", "r", "a")]).Run();
        Assert.Equal(Leak(1000, results.Pressures(0)[0]), results.Leaks(0)[0], 1e-9);
    }

    [Fact]
    public void Nothing_leaks_into_a_pipe_at_negative_pressure()
    {
        var results = Draw.Network([Draw.Junction("a", 80), Draw.Reservoir("r", 60)], [Leaking("p", "r", "a")]).Run();

        // Each of the two terms has a barrier of 1e9 ft per ft3/s, which 20 m of suction press 2e-9 m3/s through.
        Assert.Equal(0, results.Leaks(0)[0], 4e-9);
    }

    private static Pipe Leaking(string id, string from, string to) =>
        Draw.Pipe(id, from, to) with { LeakArea = Area, LeakExpansion = Expansion };

    // EPANET's orifice constant, 4.8149866 ft^0.5/s.
    private static double Leak(double length, double pressure) =>
        4.8149866 * Math.Sqrt(0.3048) * length * (Area + (Expansion * pressure)) * Math.Sqrt(pressure);
}
