using QuikGraph.Algorithms.Observers;
using QuikGraph.Algorithms.ShortestPath;
using WaterSim.Model;

namespace WaterSim.Topology;

/// <summary>Shortest ways from one node to all others (Dijkstra 1959).</summary>
public sealed class ShortestPaths
{
    private readonly double[] _distances;
    private readonly LinkEdge?[] _before;

    private ShortestPaths(int source, double[] distances, LinkEdge?[] before) =>
        (Source, _distances, _before) = (source, distances, before);

    /// <summary>The node that the ways start from.</summary>
    public int Source { get; }

    /// <summary>Length of the shortest way to each node, m (or what the lengths given measure); infinite where there is none.</summary>
    public ReadOnlySpan<double> Distances => _distances;

    /// <summary>Ways by pipe length, m; pumps and valves have none.</summary>
    public static ShortestPaths ByLength(NetworkGraph graph, int source)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return From(graph, source, link => graph.Network.Links[link] is Pipe pipe ? pipe.Length : 0);
    }

    /// <summary>Ways by any length.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="source">Position of the node to start from.</param>
    /// <param name="lengthOf">Length of a link by its position, not negative.</param>
    public static ShortestPaths From(NetworkGraph graph, int source, Func<int, double> lengthOf)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(lengthOf);
        ArgumentOutOfRangeException.ThrowIfNegative(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source, graph.Network.Nodes.Length);
        var dijkstra = new UndirectedDijkstraShortestPathAlgorithm<int, LinkEdge>(graph.Graph, e => lengthOf(e.Link));
        var observer = new UndirectedVertexPredecessorRecorderObserver<int, LinkEdge>();
        using (observer.Attach(dijkstra))
        {
            dijkstra.Compute(source);
        }

        var count = graph.Network.Nodes.Length;
        var distances = new double[count];
        var before = new LinkEdge?[count];
        for (var i = 0; i < count; i++)
        {
            before[i] = i != source && observer.VerticesPredecessors.TryGetValue(i, out var edge) ? edge : null;
            distances[i] = i == source ? 0
                : before[i] is not null && dijkstra.TryGetDistance(i, out var d) ? d
                : double.PositiveInfinity;
        }

        return new ShortestPaths(source, distances, before);
    }

    /// <summary>Links of the shortest way to a node, in order from the source; empty for the source itself.</summary>
    /// <exception cref="InvalidOperationException">There is no way to the node.</exception>
    public IReadOnlyList<int> To(int node)
    {
        if (double.IsInfinity(_distances[node]))
        {
            throw new InvalidOperationException($"No way leads from node {Source} to node {node}.");
        }

        var links = new List<int>();
        while (_before[node] is { } edge)
        {
            links.Add(edge.Link);
            node = edge.Other(node);
        }

        links.Reverse();
        return links;
    }
}
