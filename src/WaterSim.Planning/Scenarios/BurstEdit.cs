using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>
/// Holes in pipes, as emitters:
/// <code>
/// q = Cd A sqrt(2 g p)
/// </code>
/// q what escapes (m3/s), Cd discharge coefficient (-), A area of the hole (m2), g gravity (m/s2), p pressure head (m).
/// Source: Torricelli's law. The flow follows pressure, as a demand by a pattern would not. For the whole run the emitter
/// stands at the node; for a part of it on a junction behind a throttle valve that is open only then.
/// </summary>
internal sealed class BurstEdit(NetworkEdit edit, LinkOrders links, TimeSpan duration)
{
    /// <summary>Exponent of the law, -.</summary>
    public const double Exponent = 0.5;

    private const double Gravity = 9.80665;

    public void Apply(Burst burst) => Open(burst.Node, burst.Orifice, burst.DischargeCoefficient, burst.Window);

    public void Apply(FreezeBursts frost, CountySystem system)
    {
        foreach (var node in NodesOf(frost, system))
        {
            Open(node, frost.Orifice, frost.DischargeCoefficient, frost.Window);
        }
    }

    /// <summary>Discharge at 1 m of pressure head, m3/s.</summary>
    public static double Coefficient(double orifice, double dischargeCoefficient) =>
        dischargeCoefficient * Math.PI / 4 * orifice * orifice * Math.Sqrt(2 * Gravity);

    /// <summary>The nodes that leak: those of the lowest numbers drawn by the seed and their place.</summary>
    public static IReadOnlyList<string> NodesOf(FreezeBursts frost, CountySystem system)
    {
        var selection = new DemandSelection(system, frost.Town, frost.Class, null);
        var nodes = system.Communities.Where(selection.Holds).SelectMany(c => c.Nodes).ToList();
        var count = Math.Clamp((int)Math.Round(frost.Share * nodes.Count, MidpointRounding.AwayFromZero), Math.Min(1, nodes.Count), nodes.Count);
        return [.. nodes
            .Select((id, i) => (Id: id, Place: i, Drawn: Mix((ulong)frost.Seed, (ulong)i)))
            .OrderBy(n => n.Drawn).Take(count).OrderBy(n => n.Place).Select(n => n.Id)];
    }

    private void Open(string node, double orifice, double dischargeCoefficient, TimeWindow? window)
    {
        edit.Options = edit.Options with { EmitterExponent = Exponent };
        var coefficient = Coefficient(orifice, dischargeCoefficient);
        if (Windows.IsWhole(window, duration))
        {
            edit.ChangeNodes(n => n is Junction j && j.Id == node ? j with { EmitterCoefficient = j.EmitterCoefficient + coefficient } : n);
            return;
        }

        var at = (Junction)edit.NodeOf(node);
        var hole = new Junction
        {
            Id = edit.NewNode(node + "-BURST"),
            Position = at.Position,
            Elevation = at.Elevation,
            EmitterCoefficient = coefficient,
        };

        // Wide enough for the water to lose nothing on its way to the hole.
        links.AddBehindThrottle(hole, node, Math.Max(0.3, 2 * orifice), [Windows.Of(window, duration)]);
    }

    // SplitMix64 (Steele, Lea and Flood, 2014).
    private static ulong Mix(ulong seed, ulong place)
    {
        var z = (seed * 0xD1342543DE82EF95) + ((place + 1) * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
