using System.Collections.Immutable;
using QuikGraph;
using WaterSim.Model;

namespace WaterSim.Topology;

/// <summary>
/// A network as a QuikGraph graph: a vertex per node, an edge per link, both by their position in the network's lists.
/// Two nodes may be joined by several links.
/// </summary>
/// <remarks>The graph knows what joins what, not which way water runs or whether it can: see <see cref="MaximumFlow"/>.</remarks>
public sealed class NetworkGraph
{
    private readonly UndirectedGraph<int, LinkEdge> _graph;

    private NetworkGraph(Network network, UndirectedGraph<int, LinkEdge> graph) => (Network, _graph) = (network, graph);

    /// <summary>The network.</summary>
    public Network Network { get; }

    /// <summary>The graph, for any algorithm of QuikGraph.</summary>
    public IUndirectedGraph<int, LinkEdge> Graph => _graph;

    /// <summary>Positions of all reservoirs and tanks.</summary>
    public ImmutableArray<int> Sources =>
        [.. Enumerable.Range(0, Network.Nodes.Length).Where(i => Network.Nodes[i] is not Junction)];

    /// <summary>The graph of all links, open or closed.</summary>
    /// <exception cref="ArgumentException">A link names a node that the network does not have.</exception>
    public static NetworkGraph OfAllLinks(Network network) => Of(network, static _ => true);

    /// <summary>The graph of the links that are not closed at the start.</summary>
    /// <exception cref="ArgumentException">A link names a node that the network does not have.</exception>
    public static NetworkGraph OfOpenLinks(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Of(network, i => !IsClosed(network.Links[i]));
    }

    /// <summary>The graph of some links.</summary>
    /// <param name="network">The network.</param>
    /// <param name="includes">Of a link's position: whether it is part of the graph.</param>
    /// <exception cref="ArgumentException">A link names a node that the network does not have.</exception>
    public static NetworkGraph Of(Network network, Func<int, bool> includes)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(includes);
        var graph = new UndirectedGraph<int, LinkEdge>(allowParallelEdges: true);
        graph.AddVertexRange(Enumerable.Range(0, network.Nodes.Length));
        for (var i = 0; i < network.Links.Length; i++)
        {
            if (includes(i))
            {
                var link = network.Links[i];
                graph.AddEdge(new LinkEdge(i, NodeOf(network, link, link.FromNode), NodeOf(network, link, link.ToNode)));
            }
        }

        return new NetworkGraph(network, graph);
    }

    private static bool IsClosed(Link link) => link switch
    {
        Pipe pipe => pipe.InitialStatus == LinkStatus.Closed,
        Pump pump => pump.InitialStatus == LinkStatus.Closed,
        Valve valve => valve.InitialStatus == LinkStatus.Closed,
        _ => false,
    };

    private static int NodeOf(Network network, Link link, string id) => network.IndexOfNode(id) is >= 0 and var i
        ? i
        : throw new ArgumentException($"Link '{link.Id}' names node '{id}', which is not in the network.", nameof(network));
}
