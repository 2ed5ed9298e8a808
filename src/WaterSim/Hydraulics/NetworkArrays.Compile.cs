using WaterSim.Model;

namespace WaterSim.Hydraulics;

/// <content>How the arrays are made.</content>
internal sealed partial class NetworkArrays
{
    /// <summary>Compiles a network.</summary>
    /// <exception cref="ArgumentException">The network holds errors; the message is the first of them.</exception>
    public static NetworkArrays Compile(Network network) => Compile(network, new CompileOptions());

    /// <summary>Compiles a network for a purpose.</summary>
    /// <exception cref="ArgumentException">The network holds errors; the message is the first of them.</exception>
    public static NetworkArrays Compile(Network network, CompileOptions options)
    {
        if (options.Validate)
        {
            RefuseErrors(network);
        }

        var nodes = new NodeNumbers(network, options);
        var links = new LinkNumbers(network, nodes);
        var (n, edges) = (nodes.Factor.Size, links.EdgeFrom.Length);
        var modelLinks = Array.ConvertAll(links.ModelLink, k => network.Links[k]);
        var kind = Array.ConvertAll(modelLinks, KindOf);
        var elevation = Array.ConvertAll(nodes.ModelNode, i => ElevationOf(network.Nodes[i]));
        var tanks = Array.ConvertAll(nodes.ModelNode[..nodes.FixedEnd], i => LimitsOf(network.Nodes[i] as Tank));
        var pressureValves = EdgesWhere(k => kind[k] is LinkKind.PressureReducing or LinkKind.PressureSustaining);
        return new NetworkArrays
        {
            Network = network,
            Factor = nodes.Factor,
            Pipes = links.Pipes,
            FixedEnd = nodes.FixedEnd,
            TreeNodeStart = nodes.TreeStart,
            SuppliedCount = nodes.SuppliedCount,
            ModelNode = nodes.ModelNode,
            SolverNode = nodes.SolverNode,
            ModelLink = links.ModelLink,
            SolverLink = links.SolverLink,
            Elevation = elevation,
            FirstSwitchable = links.FirstSwitchable,
            EdgeFrom = links.EdgeFrom,
            EdgeTo = links.EdgeTo,
            Entry = [.. Enumerable.Range(0, edges).Select(e => EntryOf(links.EdgeFrom[e], links.EdgeTo[e]))],
            From = Array.ConvertAll(links.ModelLink, k => nodes.SolverNode[nodes.Ends[k].From]),
            To = Array.ConvertAll(links.ModelLink, k => nodes.SolverNode[nodes.Ends[k].To]),
            Kind = kind,
            Diameter = Array.ConvertAll(modelLinks, DiameterOf),
            MinorResistance = Array.ConvertAll(modelLinks, MinorResistanceOf),
            Friction = network.Options.HeadLoss,
            PumpCurves = [.. modelLinks.Take(edges).Select(l => l is Pump p ? CurveOf(p, network) : null)],
            Pumps = EdgesWhere(k => kind[k] == LinkKind.Pump),
            ValveCurves = [.. modelLinks.Take(edges).Select(l => CurveOf(l as Valve, network))],
            StatusLinks = EdgesWhere(k => kind[k] is LinkKind.CheckValvePipe or LinkKind.Pump or LinkKind.FlowControl
                || tanks[links.EdgeFrom[k]] is not null || tanks[links.EdgeTo[k]] is not null),
            PressureValves = pressureValves,
            EdgesAtHeldNode = EdgesAtHeldNodes(pressureValves, kind, links),
            Tanks = tanks,
            MinimumPressure = [.. nodes.ModelNode.Take(n).Select(i => PressureLimits(network, i).Minimum)],
            PressureRange = [.. nodes.ModelNode.Take(n).Select(i => PressureLimits(network, i).Range)],
            Discharges = Discharges.Of(network, nodes),
            PressureControls = [.. PressureControlsOf(network, nodes.SolverNode, links.SolverLink, elevation, kind)],
        };

        int EntryOf(int a, int b) =>
            a < n && b < n && a != b ? nodes.Factor.EntryOf(a, b) : nodes.Factor.Rows.Length;

        // In the model's order, which is the order in which EPANET judges them.
        int[] EdgesWhere(Func<int, bool> holds) => [.. Enumerable.Range(links.FirstSwitchable, edges - links.FirstSwitchable)
            .Where(holds).OrderBy(k => links.ModelLink[k])];
    }

    private static int[][] EdgesAtHeldNodes(int[] valves, LinkKind[] kind, LinkNumbers links)
    {
        var held = new Dictionary<int, List<int>>();
        foreach (var k in valves)
        {
            held.TryAdd(HeldNode(k), []);
        }

        for (var e = 0; e < links.EdgeFrom.Length && held.Count > 0; e++)
        {
            held.GetValueOrDefault(links.EdgeFrom[e])?.Add(e);
            held.GetValueOrDefault(links.EdgeTo[e])?.Add(e);
        }

        return Array.ConvertAll(valves, k => held[HeldNode(k)].Where(e => e != k).ToArray());

        int HeldNode(int k) => kind[k] == LinkKind.PressureReducing ? links.EdgeTo[k] : links.EdgeFrom[k];
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
}
