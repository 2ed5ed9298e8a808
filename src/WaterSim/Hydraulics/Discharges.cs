using WaterSim.Hydraulics.Laws;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// Everything that discharges by pressure at the junctions: emitters and leaks. Struct of arrays, one entry per junction
/// and exponent; emitters come first.
/// </summary>
internal sealed class Discharges
{
    private Discharges(List<(int Node, double Coefficient, double Exponent, bool Backflow)> entries, int emitters, int nodes)
    {
        Start = new int[nodes + 1];
        foreach (var (node, _, _, _) in entries)
        {
            Start[node + 1]++;
        }

        for (var i = 0; i < nodes; i++)
        {
            Start[i + 1] += Start[i];
        }

        OfNode = [.. Enumerable.Range(0, entries.Count).OrderBy(e => entries[e].Node)];
        EmitterCount = emitters;
        Node = [.. entries.Select(e => e.Node)];
        Resistance = [.. entries.Select(e => EmitterFlow.Resistance(e.Coefficient, e.Exponent))];
        InverseExponent = [.. entries.Select(e => 1 / e.Exponent)];
        Backflow = [.. entries.Select(e => e.Backflow)];
    }

    /// <summary>Number of entries.</summary>
    public int Count => Node.Length;

    /// <summary>Entries before this are emitters, the others leaks.</summary>
    public int EmitterCount { get; }

    /// <summary>Solver node; one per entry.</summary>
    public int[] Node { get; }

    /// <summary>Where the entries of each solver node of unknown head begin in <see cref="OfNode"/>; one more behind the last.</summary>
    public int[] Start { get; }

    /// <summary>Entries by node, those of a node in their order.</summary>
    public int[] OfNode { get; }

    /// <summary>Resistance of the inverse law; one per entry.</summary>
    public double[] Resistance { get; }

    /// <summary>Exponent of the inverse law, -; one per entry.</summary>
    public double[] InverseExponent { get; }

    /// <summary>Whether water may come in at negative pressure; one per entry.</summary>
    public bool[] Backflow { get; }

    /// <summary>Collects a network's emitters and leaks.</summary>
    public static Discharges Of(Network network, NodeNumbers nodes)
    {
        var (modelNode, unknowns) = (nodes.ModelNode, nodes.Factor.Size);
        var entries = new List<(int, double, double, bool)>();
        for (var i = 0; i < unknowns; i++)
        {
            if (network.Nodes[modelNode[i]] is Junction { EmitterCoefficient: > 0 } junction)
            {
                entries.Add((
                    i, junction.EmitterCoefficient, network.Options.EmitterExponent, network.Options.EmitterBackflow));
            }
        }

        var emitters = entries.Count;
        var leaks = new (double Fixed, double Variable)[unknowns];
        for (var k = 0; k < nodes.Ends.Length; k++)
        {
            if (network.Links[k] is Pipe pipe && (pipe.LeakArea > 0 || pipe.LeakExpansion > 0))
            {
                var ends = new[] { nodes.SolverNode[nodes.Ends[k].From], nodes.SolverNode[nodes.Ends[k].To] }.Where(n => n < unknowns).ToArray();
                foreach (var node in ends)
                {
                    leaks[node].Fixed += PipeLeak.Coefficient(pipe.Length / ends.Length, pipe.LeakArea);
                    leaks[node].Variable += PipeLeak.Coefficient(pipe.Length / ends.Length, pipe.LeakExpansion);
                }
            }
        }

        for (var i = 0; i < unknowns; i++)
        {
            if (leaks[i].Fixed > 0)
            {
                entries.Add((i, leaks[i].Fixed, PipeLeak.FixedExponent, false));
            }

            if (leaks[i].Variable > 0)
            {
                entries.Add((i, leaks[i].Variable, PipeLeak.VariableExponent, false));
            }
        }

        return new Discharges(entries, emitters, unknowns);
    }
}
