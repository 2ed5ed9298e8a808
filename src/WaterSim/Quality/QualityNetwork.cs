using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Quality;

/// <summary>
/// What transport needs to know of a network, in the solver's numbers: who joins whom, and how much water each link holds.
/// It never changes and is shared by everything that is followed.
/// </summary>
internal sealed class QualityNetwork
{
    private readonly int[] _start;
    private readonly int[] _links;

    public QualityNetwork(NetworkArrays arrays)
    {
        (Arrays, From, To) = (arrays, arrays.From, arrays.To);
        var links = arrays.ModelLink.Length;
        (Volume, Length, Diameter) = (new double[links], new double[links], arrays.Diameter);
        for (var k = 0; k < links; k++)
        {
            if (arrays.Network.Links[arrays.ModelLink[k]] is Pipe pipe)
            {
                Length[k] = pipe.Length;
                Volume[k] = Math.PI * pipe.Diameter * pipe.Diameter / 4 * pipe.Length;
            }
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
}
