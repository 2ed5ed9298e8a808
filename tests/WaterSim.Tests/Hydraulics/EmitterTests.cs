using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Hydraulics;

/// <summary>Emitters of a network against q = k p^n, where some stand side by side and others do not.</summary>
public sealed class EmitterTests
{
    private const int Count = 45;

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.7, 2)]
    [InlineData(1.0, 1)]
    [InlineData(1.0, 2)]
    public void Every_emitter_discharges_by_the_pressure_of_its_own_node(double exponent, int every)
    {
        // Demand by pressure keeps every node in the system; each hangs on a pipe of its own, whose flow is what it is given.
        var nodes = Enumerable.Range(0, Count).Select(i => Draw.Junction($"j{i}", 1.3 * i % 30, 1e-4) with
        {
            EmitterCoefficient = i % every == 0 ? 1e-5 * (1 + (i % 4)) : 0,
        }).ToArray();
        var network = Draw.Network(
            [.. nodes, Draw.Reservoir("r", 60)],
            [.. nodes.Select((j, i) => Draw.Pipe($"p{i}", "r", j.Id, 100 + (40 * i), 0.1))]);
        var results = (network with
        {
            Options = network.Options with
            {
                EmitterExponent = exponent,
                DemandModel = DemandModel.PressureDriven,
                RequiredPressure = 10,
            },
        }).Run();
        for (var i = 0; i < Count; i++)
        {
            var discharged = i % every == 0 ? nodes[i].EmitterCoefficient * Math.Pow(results.Pressures(0)[i], exponent) : 0;

            // The barrier at full demand, 1e9 ft per ft3/s, lets the pressure beyond what is required press 5e-9 m3/s through.
            Assert.Equal(1e-4 + discharged, results.Flow($"p{i}"), 6e-9);
        }
    }
}
