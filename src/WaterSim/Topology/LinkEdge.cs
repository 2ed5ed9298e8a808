using QuikGraph;

namespace WaterSim.Topology;

/// <summary>A link of the network as an edge of its graph.</summary>
/// <param name="Link">The link, a position in the network's links.</param>
/// <param name="Source">Its start node, a position in the network's nodes.</param>
/// <param name="Target">Its end node, a position in the network's nodes.</param>
public sealed record LinkEdge(int Link, int Source, int Target) : IEdge<int>
{
    /// <summary>The other end of the edge.</summary>
    public int Other(int node) => node == Source ? Target : Source;
}
