using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Quality;

/// <summary>
/// What transport needs to know of a network: who joins whom, and how much water each link holds. Nodes have the solver's
/// numbers; links are numbered from the sources outward, about the order in which water comes by, so that what stands one
/// behind the other in memory is looked at so. It never changes and is shared by everything that is followed.
/// </summary>
internal sealed class QualityNetwork
{
    private readonly int[] _start;
    private readonly int[] _links;

    public QualityNetwork(NetworkArrays arrays)
    {
        Arrays = arrays;
        SolverLink = LinksFromSources(arrays);
        From = Array.ConvertAll(SolverLink, k => arrays.From[k]);
        To = Array.ConvertAll(SolverLink, k => arrays.To[k]);
        Links = Array.ConvertAll(SolverLink, k => arrays.Network.Links[arrays.ModelLink[k]]);
        Diameter = Array.ConvertAll(SolverLink, k => arrays.Diameter[k]);
        Length = Array.ConvertAll(Links, l => l is Pipe pipe ? pipe.Length : 0);
        Volume = Array.ConvertAll(Links, l => l is Pipe p ? Math.PI * p.Diameter * p.Diameter / 4 * p.Length : 0);
        LinkOfModel = new int[SolverLink.Length];
        for (var k = 0; k < SolverLink.Length; k++)
        {
            LinkOfModel[arrays.ModelLink[SolverLink[k]]] = k;
        }

        Kinds = Array.ConvertAll(arrays.ModelNode, i => arrays.Network.Nodes[i] switch
        {
            Tank => NodeRole.Tank,
            Reservoir => NodeRole.Held,
            _ => NodeRole.Junction,
        });
        (_start, _links) = NetworkReduction.Incidence([.. From.Zip(To)], Kinds.Length);
        TankNodes = TanksOf(arrays);
    }

    /// <summary>The compiled network.</summary>
    public NetworkArrays Arrays { get; }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => Kinds.Length;

    /// <summary>Number of links.</summary>
    public int LinkCount => Volume.Length;

    /// <summary>The solver's number of each link here.</summary>
    public int[] SolverLink { get; }

    /// <summary>The number here of each link of the model.</summary>
    public int[] LinkOfModel { get; }

    /// <summary>The links of the model, in the order here.</summary>
    public Link[] Links { get; }

    /// <summary>Node at the start; one per link.</summary>
    public int[] From { get; }

    /// <summary>Node at the end; one per link.</summary>
    public int[] To { get; }

    /// <summary>Water in a link, m3; 0 in pumps and valves. One per link.</summary>
    public double[] Volume { get; }

    /// <summary>Length, m; 0 of pumps and valves. One per link.</summary>
    public double[] Length { get; }

    /// <summary>Diameter, m; one per link.</summary>
    public double[] Diameter { get; }

    /// <summary>What water does at a node; one per node.</summary>
    public NodeRole[] Kinds { get; }

    /// <summary>Nodes that are tanks.</summary>
    public int[] TankNodes { get; }

    /// <summary>The solver nodes that are tanks, in the order in which volumes of tanks stand.</summary>
    public static int[] TanksOf(NetworkArrays arrays) => [.. Enumerable.Range(0, arrays.ModelNode.Length)
        .Where(i => arrays.Network.Nodes[arrays.ModelNode[i]] is Tank)];

    /// <summary>The links at a node.</summary>
    public ReadOnlySpan<int> LinksAt(int node) => _links.AsSpan(_start[node].._start[node + 1]);

    /// <summary>The tank at a node.</summary>
    public Tank TankAt(int node) => (Tank)Arrays.Network.Nodes[Arrays.ModelNode[node]];

    private static int[] LinksFromSources(NetworkArrays arrays)
    {
        var nodes = arrays.ModelNode.Length;
        var (start, links) = NetworkReduction.Incidence([.. arrays.From.Zip(arrays.To)], nodes);
        var order = new List<int>(arrays.From.Length);
        var (isTaken, isReached) = (new bool[arrays.From.Length], new bool[nodes]);
        var ahead = new Stack<int>(Enumerable.Range(arrays.UnknownCount, arrays.FixedEnd - arrays.UnknownCount));
        for (var next = 0; next < nodes || ahead.Count > 0;)
        {
            if (!ahead.TryPop(out var node))
            {
                node = next++;
            }

            if (isReached[node])
            {
                continue;
            }

            isReached[node] = true;
            foreach (var k in links.AsSpan(start[node]..start[node + 1]))
            {
                if (!isTaken[k])
                {
                    isTaken[k] = true;
                    order.Add(k);
                    ahead.Push(arrays.From[k] == node ? arrays.To[k] : arrays.From[k]);
                }
            }
        }

        return [.. order];
    }
}
