using QuikGraph.Algorithms.ConnectedComponents;

namespace WaterSim.Topology;

/// <summary>The parts of a network that no link joins with each other.</summary>
public sealed class Components
{
    private readonly int[] _of;

    private Components(int[] of, int count) => (_of, Count) = (of, count);

    /// <summary>How many parts there are.</summary>
    public int Count { get; }

    /// <summary>The part of each node, from 0, in the order in which their first nodes stand.</summary>
    public ReadOnlySpan<int> OfNode => _of;

    /// <summary>Finds the parts.</summary>
    public static Components Find(NetworkGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var algorithm = new ConnectedComponentsAlgorithm<int, LinkEdge>(graph.Graph);
        algorithm.Compute();

        // QuikGraph numbers the parts as it meets them; here by their first node, whatever the graph's inner order.
        var of = new int[graph.Network.Nodes.Length];
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < of.Length; i++)
        {
            var part = algorithm.Components[i];
            if (!numbers.TryGetValue(part, out of[i]))
            {
                numbers[part] = of[i] = numbers.Count;
            }
        }

        return new Components(of, numbers.Count);
    }

    /// <summary>Nodes that no path joins with any of the given nodes, in their order.</summary>
    /// <param name="graph">The graph: of all links, or of those that are open.</param>
    /// <param name="sources">Positions of nodes, such as <see cref="NetworkGraph.Sources"/>.</param>
    public static IReadOnlyList<int> UnreachedNodes(NetworkGraph graph, IEnumerable<int> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var parts = Find(graph);
        var reached = new bool[parts.Count];
        foreach (var source in sources)
        {
            reached[parts._of[source]] = true;
        }

        return [.. Enumerable.Range(0, parts._of.Length).Where(i => !reached[parts._of[i]])];
    }
}
