using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Topology;

namespace WaterSim.Cli.Output;

/// <summary>What a network is made of, in SI.</summary>
internal sealed record NetworkFacts
{
    // Upper ends of the classes of diameter, m.
    private static readonly ImmutableArray<double> ClassEnds = [0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1];

    /// <summary>The network.</summary>
    public required Network Network { get; init; }

    /// <summary>Length of pipe by class of diameter: its upper end, m, infinite for the widest, and the length, m.</summary>
    public required ImmutableArray<(double UpTo, double Length)> Lengths { get; init; }

    /// <summary>Demand in the mean of its patterns, m3/s.</summary>
    public required double Demand { get; init; }

    /// <summary>Volume of the tanks between their lowest and highest level, m3.</summary>
    public required double TankVolume { get; init; }

    /// <summary>Parts that no link joins.</summary>
    public required int Components { get; init; }

    /// <summary>Nodes that no reservoir or tank reaches.</summary>
    public required int Unreached { get; init; }

    /// <summary>Links whose loss would cut the network in two.</summary>
    public required int Bridges { get; init; }

    /// <summary>Independent loops: links less nodes, plus parts.</summary>
    public required int Loops { get; init; }

    /// <summary>Share of the loops that a planar network of as many nodes could have at most, 0 to 1.</summary>
    public required double Meshedness { get; init; }

    /// <summary>Trees of dead ends.</summary>
    public required ImmutableArray<DeadEndTree> DeadEnds { get; init; }

    /// <summary>The tree with most pipe, or null where there is none.</summary>
    public required DeadEndTree? LongestDeadEnd { get; init; }

    /// <summary>Length of pipe in that tree, m.</summary>
    public required double LongestDeadEndLength { get; init; }

    /// <summary>Length of all pipes, m.</summary>
    public double PipeLength => Lengths.Sum(l => l.Length);

    /// <summary>The facts of a network.</summary>
    public static NetworkFacts Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var graph = NetworkGraph.OfAllLinks(network);
        var parts = Topology.Components.Find(graph).Count;
        var (nodes, links) = (network.Nodes.Length, network.Links.Length);
        var loops = links - nodes + parts;
        var trees = Topology.DeadEnds.Find(graph, graph.Sources).ToImmutableArray();
        var longest = trees.MaxBy(t => LengthOf(network, t));
        return new NetworkFacts
        {
            Network = network,
            Lengths = LengthsOf(network),
            Demand = DemandOf(network),
            TankVolume = network.Nodes.OfType<Tank>().Sum(t => VolumeOf(network, t)),
            Components = parts,
            Unreached = Topology.Components.UnreachedNodes(graph, graph.Sources).Count,
            Bridges = Topology.Bridges.Find(graph).Count,
            Loops = loops,
            Meshedness = nodes > 2 ? (double)loops / ((2 * nodes) - 5) : 0,
            DeadEnds = trees,
            LongestDeadEnd = longest,
            LongestDeadEndLength = longest is null ? 0 : LengthOf(network, longest),
        };
    }

    private static double LengthOf(Network network, DeadEndTree tree) =>
        tree.Links.Sum(i => network.Links[i] is Pipe pipe ? pipe.Length : 0);

    private static ImmutableArray<(double UpTo, double Length)> LengthsOf(Network network)
    {
        var lengths = new double[ClassEnds.Length + 1];
        foreach (var pipe in network.Links.OfType<Pipe>())
        {
            // A diameter that came through inches may lie a hair above the end of its class.
            const double hair = 1e-6;
            var at = ClassEnds.Count(end => pipe.Diameter > end + hair);
            lengths[at] += pipe.Length;
        }

        return [.. lengths.Select((length, i) => (i < ClassEnds.Length ? ClassEnds[i] : double.PositiveInfinity, length))];
    }

    private static double DemandOf(Network network)
    {
        var options = network.Options;
        return options.DemandMultiplier * network.Nodes.OfType<Junction>().Sum(j => j.Demands.Sum(d =>
            d.Base * ((d.PatternId ?? options.DefaultPatternId) is { } id && network.FindPattern(id) is { } pattern
                ? pattern.Multipliers.Average()
                : 1)));
    }

    private static double VolumeOf(Network network, Tank tank)
    {
        if (tank.VolumeCurveId is null || network.FindCurve(tank.VolumeCurveId) is not { } curve)
        {
            return Math.PI * tank.Diameter * tank.Diameter / 4 * (tank.MaximumLevel - tank.MinimumLevel);
        }

        return At(tank.MaximumLevel) - At(tank.MinimumLevel);

        double At(double level)
        {
            var points = curve.Points;
            for (var k = 1; k < points.Length; k++)
            {
                if (level <= points[k].X)
                {
                    var share = (level - points[k - 1].X) / (points[k].X - points[k - 1].X);
                    return points[k - 1].Y + (share * (points[k].Y - points[k - 1].Y));
                }
            }

            return points[^1].Y;
        }
    }
}
