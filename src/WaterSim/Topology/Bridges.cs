using QuikGraph;

namespace WaterSim.Topology;

/// <summary>Links whose loss would cut their network in two.</summary>
public static class Bridges
{
    /// <summary>Finds them, as positions in the network's links, rising.</summary>
    /// <remarks>
    /// Tarjan (1974): in a depth-first search, the link that leads down to node v is a bridge where no other link leads
    /// from v's subtree to above v. The stack is explicit: a pipeline may be a hundred thousand nodes long.
    /// </remarks>
    public static IReadOnlyList<int> Find(NetworkGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var count = graph.Network.Nodes.Length;
        var entered = new int[count];
        var low = new int[count];
        var bridges = new List<int>();
        var stack = new Stack<Visit>();
        var time = 0;
        for (var root = 0; root < count; root++)
        {
            if (entered[root] == 0)
            {
                Enter(root, via: -1);
                while (stack.Count > 0)
                {
                    Step();
                }
            }
        }

        bridges.Sort();
        return bridges;

        void Enter(int node, int via)
        {
            entered[node] = low[node] = ++time;
            stack.Push(new Visit(node, via, graph.Graph.AdjacentEdges(node).GetEnumerator()));
        }

        void Step()
        {
            var visit = stack.Peek();
            if (visit.Edges.MoveNext())
            {
                var edge = visit.Edges.Current;
                var other = edge.Other(visit.Node);
                if (edge.Link == visit.Via)
                {
                    return;
                }

                if (entered[other] == 0)
                {
                    Enter(other, edge.Link);
                }
                else
                {
                    low[visit.Node] = Math.Min(low[visit.Node], entered[other]);
                }

                return;
            }

            stack.Pop().Edges.Dispose();
            if (stack.TryPeek(out var above))
            {
                low[above.Node] = Math.Min(low[above.Node], low[visit.Node]);
                if (low[visit.Node] > entered[above.Node])
                {
                    bridges.Add(visit.Via);
                }
            }
        }
    }

    private sealed record Visit(int Node, int Via, IEnumerator<LinkEdge> Edges);
}
