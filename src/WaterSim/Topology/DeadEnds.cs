using System.Collections.Immutable;
using QuikGraph;

namespace WaterSim.Topology;

/// <summary>Finds the branches that hang on a network's loops and sources.</summary>
public static class DeadEnds
{
    /// <summary>Takes off nodes with a single link, again and again, until none is left.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="kept">Nodes that stay, such as <see cref="NetworkGraph.Sources"/>.</param>
    /// <returns>
    /// The branches in the order of their roots. A part of the network that is itself a tree without kept nodes hangs
    /// on the last node that is left of it.
    /// </returns>
    public static IReadOnlyList<DeadEndTree> Find(NetworkGraph graph, IEnumerable<int> kept)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(kept);
        var count = graph.Network.Nodes.Length;
        var degree = new int[count];
        var isKept = new bool[count];
        foreach (var node in kept)
        {
            isKept[node] = true;
        }

        var leaves = new Queue<int>();
        for (var i = 0; i < count; i++)
        {
            degree[i] = graph.Graph.AdjacentDegree(i);
            if (degree[i] == 1 && !isKept[i])
            {
                leaves.Enqueue(i);
            }
        }

        var toward = new LinkEdge?[count];
        var order = new List<int>();
        while (leaves.TryDequeue(out var leaf))
        {
            // The last node of a tree has no link left.
            if (degree[leaf] != 1)
            {
                continue;
            }

            var edge = graph.Graph.AdjacentEdges(leaf).First(e => toward[e.Other(leaf)]?.Link != e.Link);
            toward[leaf] = edge;
            order.Add(leaf);
            degree[leaf] = 0;
            var next = edge.Other(leaf);
            if (--degree[next] == 1 && !isKept[next])
            {
                leaves.Enqueue(next);
            }
        }

        return Group(order, toward);
    }

    private static List<DeadEndTree> Group(List<int> order, LinkEdge?[] toward)
    {
        // Roots are found from the inside out: what was taken off last stands next to its root.
        var root = new Dictionary<int, int>();
        for (var k = order.Count - 1; k >= 0; k--)
        {
            var next = toward[order[k]]!.Other(order[k]);
            root[order[k]] = root.GetValueOrDefault(next, next);
        }

        return
        [
            .. order.GroupBy(n => root[n]).OrderBy(g => g.Key).Select(g => new DeadEndTree
            {
                Root = g.Key,
                Nodes = [.. g],
                Links = [.. g.Select(n => toward[n]!.Link)],
            }),
        ];
    }
}
