using WaterSim.Hydraulics.Laws;
using WaterSim.Hydraulics.Linear;
using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <content>How the arrays are made.</content>
internal sealed partial class NetworkArrays
{
    /// <summary>Compiles a network.</summary>
    /// <exception cref="ArgumentException">The network holds errors; the message is the first of them.</exception>
    public static NetworkArrays Compile(Network network)
    {
        RefuseErrors(network);
        var links = network.Links;
        var ends = new (int From, int To)[links.Length];
        for (var k = 0; k < links.Length; k++)
        {
            ends[k] = (network.IndexOfNode(links[k].FromNode), network.IndexOfNode(links[k].ToNode));
        }

        var (factor, modelNode, suppliedCount) = NumberNodes(network, ends);
        var solverNode = new int[modelNode.Length];
        for (var i = 0; i < modelNode.Length; i++)
        {
            solverNode[modelNode[i]] = i;
        }

        var from = Array.ConvertAll(ends, e => solverNode[e.From]);
        var to = Array.ConvertAll(ends, e => solverNode[e.To]);
        var kind = new LinkKind[links.Length];
        var entry = new int[links.Length];
        for (var k = 0; k < links.Length; k++)
        {
            kind[k] = KindOf(links[k]);
            entry[k] = from[k] < factor.Size && to[k] < factor.Size ? factor.EntryOf(from[k], to[k]) : -1;
        }

        var elevation = Array.ConvertAll(modelNode, i => ElevationOf(network.Nodes[i]));
        var tanks = Array.ConvertAll(modelNode, i => LimitsOf(network.Nodes[i] as Tank));
        var darcy = network.Options.HeadLoss == HeadLossFormula.DarcyWeisbach;
        return new NetworkArrays
        {
            Network = network,
            Factor = factor,
            SuppliedCount = suppliedCount,
            ModelNode = modelNode,
            SolverNode = solverNode,
            Elevation = elevation,
            From = from,
            To = to,
            Entry = entry,
            Kind = kind,
            Diameter = [.. links.Select(DiameterOf)],
            Resistance = [.. links.Select(l => ResistanceOf(l, network.Options.HeadLoss))],
            MinorResistance = [.. links.Select(MinorResistanceOf)],
            Friction = network.Options.HeadLoss,
            RelativeRoughness = darcy ? [.. links.Select(l => l is Pipe p ? p.Roughness / p.Diameter : 0)] : [],
            ReynoldsPerFlow = darcy ? [.. links.Select(l => ReynoldsPerFlowOf(l, network.Options.Viscosity))] : [],
            PumpCurves = [.. links.Select(l => l is Pump p ? CurveOf(p, network) : null)],
            ValveCurves = [.. links.Select(l => CurveOf(l as Valve, network))],
            StatusLinks = [.. Enumerable.Range(0, links.Length).Where(k => kind[k]
                is LinkKind.CheckValvePipe or LinkKind.Pump or LinkKind.FlowControl
                || tanks[from[k]] is not null || tanks[to[k]] is not null)],
            PressureValves = [.. Enumerable.Range(0, links.Length).Where(k =>
                kind[k] is LinkKind.PressureReducing or LinkKind.PressureSustaining)],
            LinksAtHeldNode = LinksAtHeldNodes(from, to, kind),
            Tanks = tanks,
            MinimumPressure = [.. Enumerable.Range(0, factor.Size).Select(i => PressureLimits(network, modelNode[i]).Minimum)],
            PressureRange = [.. Enumerable.Range(0, factor.Size).Select(i => PressureLimits(network, modelNode[i]).Range)],
            Discharges = Discharges.Of(network, modelNode, from, to, factor.Size),
            PressureControls = [.. PressureControlsOf(network, solverNode, elevation, kind)],
        };
    }

    private static int[][] LinksAtHeldNodes(int[] from, int[] to, LinkKind[] kind)
    {
        var held = new Dictionary<int, List<int>>();
        for (var k = 0; k < kind.Length; k++)
        {
            if (kind[k] is LinkKind.PressureReducing or LinkKind.PressureSustaining)
            {
                held.TryAdd(HeldNode(k), []);
            }
        }

        for (var k = 0; k < kind.Length; k++)
        {
            held.GetValueOrDefault(from[k])?.Add(k);
            held.GetValueOrDefault(to[k])?.Add(k);
        }

        var lists = new int[kind.Length][];
        for (var k = 0; k < kind.Length; k++)
        {
            lists[k] = kind[k] is LinkKind.PressureReducing or LinkKind.PressureSustaining
                ? [.. held[HeldNode(k)].Where(l => l != k)]
                : [];
        }

        int HeldNode(int k) => kind[k] == LinkKind.PressureReducing ? to[k] : from[k];

        return lists;
    }

    private static void RefuseErrors(Network network)
    {
        foreach (var diagnostic in NetworkValidator.Validate(network))
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                throw new ArgumentException(diagnostic.ToString(), nameof(network));
            }
        }
    }

    // Unknowns in elimination order, then fixed heads, then what no source reaches.
    private static (SymbolicFactor Factor, int[] ModelNode, int SuppliedCount) NumberNodes(
        Network network, (int From, int To)[] ends)
    {
        var nodes = network.Nodes;
        var supplied = ReachedFromFixedHeads(network, ends);
        var unknown = new int[nodes.Length];
        var junctions = new List<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            unknown[i] = nodes[i] is Junction && supplied[i] ? junctions.Count : -1;
            if (unknown[i] >= 0)
            {
                junctions.Add(i);
            }
        }

        var edges = ends.Where(e => unknown[e.From] >= 0 && unknown[e.To] >= 0)
            .Select(e => (unknown[e.From], unknown[e.To])).ToArray();
        var factor = SymbolicFactor.Analyze(junctions.Count, edges);
        var order = new List<int>(nodes.Length);
        order.AddRange(factor.Order.Select(j => junctions[j]));
        order.AddRange(Enumerable.Range(0, nodes.Length).Where(i => nodes[i] is not Junction));
        var suppliedCount = order.Count;
        order.AddRange(Enumerable.Range(0, nodes.Length).Where(i => nodes[i] is Junction && !supplied[i]));
        return (factor, [.. order], suppliedCount);
    }

    // Spreads from reservoirs and tanks over all links, whatever their status.
    private static bool[] ReachedFromFixedHeads(Network network, (int From, int To)[] ends)
    {
        var reached = new bool[network.Nodes.Length];
        var neighbours = new List<int>[network.Nodes.Length];
        var queue = new Queue<int>();
        for (var i = 0; i < neighbours.Length; i++)
        {
            neighbours[i] = [];
            if (network.Nodes[i] is not Junction)
            {
                reached[i] = true;
                queue.Enqueue(i);
            }
        }

        foreach (var (a, b) in ends)
        {
            neighbours[a].Add(b);
            neighbours[b].Add(a);
        }

        while (queue.TryDequeue(out var i))
        {
            foreach (var n in neighbours[i])
            {
                if (!reached[n])
                {
                    reached[n] = true;
                    queue.Enqueue(n);
                }
            }
        }

        return reached;
    }
}
