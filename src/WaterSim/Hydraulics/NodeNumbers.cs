using WaterSim.Hydraulics.Linear;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <summary>
/// Which nodes need an equation, and the solver's numbers of all nodes: the core in elimination order, fixed heads, nodes
/// inside chains, nodes inside trees from the roots outward, and what no source reaches.
/// </summary>
internal sealed class NodeNumbers
{
    /// <summary>Numbers the nodes of a network.</summary>
    public NodeNumbers(Network network, CompileOptions options)
    {
        var (froms, tos) = (network.Ends.From, network.Ends.To);
        Ends = new (int, int)[froms.Length];
        for (var k = 0; k < Ends.Length; k++)
        {
            Ends[k] = (froms[k], tos[k]);
        }

        var nodes = network.Nodes;
        var supplied = ReachedFromFixedHeads(network, Ends);
        var mayNode = new bool[nodes.Length];
        var mayLink = new bool[Ends.Length];
        Reducible.Find(network, Ends, options, mayNode, mayLink);
        for (var i = 0; i < mayNode.Length; i++)
        {
            mayNode[i] &= supplied[i] && options.Reduce;
        }

        for (var k = 0; k < mayLink.Length; k++)
        {
            mayLink[k] &= supplied[Ends[k].From] && Ends[k].From != Ends[k].To && !IsTank(Ends[k].From) && !IsTank(Ends[k].To);
        }

        Reduction = NetworkReduction.Of(Ends, mayNode, mayLink);
        var core = new int[nodes.Length];
        var junctions = new List<int>();
        for (var i = 0; i < core.Length; i++)
        {
            core[i] = nodes[i] is Junction && supplied[i] && Reduction.IsCore[i] ? junctions.Count : -1;
            if (core[i] >= 0)
            {
                junctions.Add(i);
            }
        }

        Factor = SymbolicFactor.Analyze(junctions.Count, [.. Edges(core)]);
        var order = new List<int>(nodes.Length);
        order.AddRange(Factor.Order.Select(j => junctions[j]));
        order.AddRange(Enumerable.Range(0, nodes.Length).Where(i => nodes[i] is not Junction));
        FixedEnd = order.Count;
        order.AddRange(Reduction.Chains.SelectMany(c => c.Nodes[1..^1]));
        TreeStart = order.Count;
        order.AddRange(Enumerable.Reverse(Reduction.Trees).Select(t => t.Node));
        SuppliedCount = order.Count;
        order.AddRange(Enumerable.Range(0, nodes.Length).Where(i => nodes[i] is Junction && !supplied[i]));
        ModelNode = [.. order];
        SolverNode = new int[ModelNode.Length];
        for (var i = 0; i < ModelNode.Length; i++)
        {
            SolverNode[ModelNode[i]] = i;
        }

        bool IsTank(int i) => nodes[i] is Tank;
    }

    /// <summary>The model's nodes at both ends; one per model link.</summary>
    public (int From, int To)[] Ends { get; }

    /// <summary>Trees and chains, in the model's positions.</summary>
    public NetworkReduction Reduction { get; }

    /// <summary>Structure of the core's matrix.</summary>
    public SymbolicFactor Factor { get; }

    /// <summary>See <see cref="NetworkArrays.FixedEnd"/>.</summary>
    public int FixedEnd { get; }

    /// <summary>See <see cref="NetworkArrays.TreeNodeStart"/>.</summary>
    public int TreeStart { get; }

    /// <summary>See <see cref="NetworkArrays.SuppliedCount"/>.</summary>
    public int SuppliedCount { get; }

    /// <summary>The model's position of each solver node.</summary>
    public int[] ModelNode { get; }

    /// <summary>The solver's number of each model node.</summary>
    public int[] SolverNode { get; }

    // Pairs of core nodes that a chain or a link of its own joins.
    private IEnumerable<(int A, int B)> Edges(int[] core)
    {
        var taken = new bool[Ends.Length];
        foreach (var (_, _, link) in Reduction.Trees)
        {
            taken[link] = true;
        }

        foreach (var (nodes, links) in Reduction.Chains)
        {
            foreach (var link in links)
            {
                taken[link] = true;
            }

            if (core[nodes[0]] >= 0 && core[nodes[^1]] >= 0)
            {
                yield return (core[nodes[0]], core[nodes[^1]]);
            }
        }

        for (var k = 0; k < Ends.Length; k++)
        {
            if (!taken[k] && core[Ends[k].From] >= 0 && core[Ends[k].To] >= 0)
            {
                yield return (core[Ends[k].From], core[Ends[k].To]);
            }
        }
    }

    // Spreads from reservoirs and tanks over all links, whatever their status.
    private static bool[] ReachedFromFixedHeads(Network network, (int From, int To)[] ends)
    {
        var (start, links) = NetworkReduction.Incidence(ends, network.Nodes.Length);
        var reached = new bool[network.Nodes.Length];
        var queue = new Queue<int>();
        for (var i = 0; i < reached.Length; i++)
        {
            if (network.Nodes[i] is not Junction)
            {
                reached[i] = true;
                queue.Enqueue(i);
            }
        }

        while (queue.TryDequeue(out var i))
        {
            foreach (var k in links.AsSpan(start[i]..start[i + 1]))
            {
                var other = ends[k].From == i ? ends[k].To : ends[k].From;
                if (!reached[other])
                {
                    reached[other] = true;
                    queue.Enqueue(other);
                }
            }
        }

        return reached;
    }
}
