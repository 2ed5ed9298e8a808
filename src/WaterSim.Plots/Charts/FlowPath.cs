using WaterSim.Model;

namespace WaterSim.Plots.Charts;

/// <summary>The way water takes to a node.</summary>
internal static class FlowPath
{
    // m3/s; less is no flow.
    private const double Still = 1e-9;

    /// <summary>
    /// Follows the flow from a node upstream to a reservoir, a tank or a plant, at each node through the link that brings most
    /// water at the last reported time; where none brings any then, through the one that brings most over the run.
    /// </summary>
    /// <returns>The nodes from the source to the node, with their distance from the source along the pipes, m.</returns>
    public static List<(int Node, double Distance)> To(RunData data, int node)
    {
        var network = data.Network;
        var linksOf = Links(network);
        var last = data.Results.Flows(data.Results.Times.Length - 1).ToArray();
        double[]? mean = null;
        var ends = (data.County?.Plants ?? []).SelectMany(p => (string[])[p.Node, p.ClearWell]).ToHashSet(StringComparer.Ordinal);
        var path = new List<(int Node, double Distance)> { (node, 0) };
        var visited = new HashSet<int> { node };
        while (network.Nodes[node] is Junction && !ends.Contains(network.Nodes[node].Id))
        {
            var link = Feeder(linksOf[node], node, last);
            if (link < 0)
            {
                link = Feeder(linksOf[node], node, mean ??= Mean(data));
            }

            if (link < 0)
            {
                break;
            }

            node = OtherEnd(network, link, node);
            if (!visited.Add(node))
            {
                break;
            }

            path.Add((node, path[^1].Distance + ((network.Links[link] as Pipe)?.Length ?? 0)));
        }

        path.Reverse();
        var length = path[0].Distance;
        return path.ConvertAll(p => (p.Node, length - p.Distance));

        int Feeder(List<int> links, int to, double[] flows)
        {
            var (best, most) = (-1, Still);
            foreach (var l in links)
            {
                var inflow = network.IndexOfNode(network.Links[l].ToNode) == to ? flows[l] : -flows[l];
                if (inflow > most)
                {
                    (best, most) = (l, inflow);
                }
            }

            return best;
        }
    }

    private static int OtherEnd(Network network, int link, int node)
    {
        var from = network.IndexOfNode(network.Links[link].FromNode);
        return from == node ? network.IndexOfNode(network.Links[link].ToNode) : from;
    }

    private static List<int>[] Links(Network network)
    {
        var links = Array.ConvertAll(new int[network.Nodes.Length], _ => new List<int>(2));
        for (var l = 0; l < network.Links.Length; l++)
        {
            links[network.IndexOfNode(network.Links[l].FromNode)].Add(l);
            links[network.IndexOfNode(network.Links[l].ToNode)].Add(l);
        }

        return links;
    }

    private static double[] Mean(RunData data)
    {
        var mean = new double[data.Network.Links.Length];
        for (var k = 0; k < data.Results.Times.Length; k++)
        {
            var flows = data.Results.Flows(k);
            for (var l = 0; l < mean.Length; l++)
            {
                mean[l] += double.IsFinite(flows[l]) ? data.Weights[k] * flows[l] : 0;
            }
        }

        return mean;
    }
}
