using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Plots.Tests.Support;

/// <summary>Networks of a few elements.</summary>
internal static class SmallNetworks
{
    /// <summary>A reservoir, a tank, a pump and junctions, with ids to order.</summary>
    public static Network Loop(string mark = "", bool placed = true) => new()
    {
        Title = ["Small town" + mark],
        Nodes =
        [
            .. Enumerable.Range(0, 12).Select(i => new Junction
            {
                Id = $"J{i}{mark}",
                Position = placed ? new MapPoint(100 * i, 50 * (i % 4)) : null,
                Demands = [new Demand(0.002)],
            }),
            new Reservoir { Id = "Source" + mark, Position = placed ? new MapPoint(-200, 100) : null, Head = 60 },
            new Tank
            {
                Id = "Tank" + mark, Position = placed ? new MapPoint(1200, 300) : null,
                MaximumLevel = 5, MinimumLevel = 1, InitialLevel = 3, Diameter = 12,
            },
        ],
        Links =
        [
            new Pump { Id = "Pump" + mark, FromNode = "Source" + mark, ToNode = $"J0{mark}" },
            .. Enumerable.Range(0, 11).Select(i => new Pipe
            {
                Id = $"P{i}{mark}", FromNode = $"J{i}{mark}", ToNode = $"J{i + 1}{mark}", Length = 110, Diameter = 0.15,
            }),
            new Pipe { Id = "PT" + mark, FromNode = $"J11{mark}", ToNode = "Tank" + mark, Length = 270, Diameter = 0.2 },
        ],
    };

    /// <summary>A day of a network: 25 hours, demand rising and falling.</summary>
    public static SimulationResults Day(Network network, int times = 25, bool withNaN = false) => RunMaker.Make(
        network,
        times,
        3600,
        (i, k) => withNaN && i % 2 == 0 ? double.NaN : network.Nodes[i] is Tank ? 3 + Math.Sin(k / 4.0) : 20 + i,
        (i, k) => network.Nodes[i] switch
        {
            Reservoir => withNaN ? double.NaN : -0.024,
            Junction => 0.002 * (1 + (0.5 * Math.Sin(k / 4.0))),
            _ => 0,
        },
        (i, k) => network.Nodes[i] is Junction ? 0.002 * (1 + (0.5 * Math.Sin(k / 4.0))) : 0,
        (_, _) => withNaN ? double.NaN : 0.01);
}
