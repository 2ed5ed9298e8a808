using QuikGraph;
using QuikGraph.Algorithms.MaximumFlow;
using WaterSim.Model;

namespace WaterSim.Topology;

/// <summary>The most that can flow from some nodes to others where each link has a capacity (Edmonds and Karp 1972).</summary>
/// <remarks>A bound from capacities alone: no head, no pressure. Pumps, check valves, PRVs, PSVs and FCVs let water through one way.</remarks>
public sealed class MaximumFlow
{
    private readonly double[] _flows;

    private MaximumFlow(double value, double[] flows, IReadOnlyList<int> cut) => (Value, _flows, Cut) = (value, flows, cut);

    /// <summary>The most that can flow, in the unit of the capacities.</summary>
    public double Value { get; }

    /// <summary>A flow that attains it, one per link, positive from start to end; 0 for links outside the graph.</summary>
    public ReadOnlySpan<double> Flows => _flows;

    /// <summary>The links that limit it: a cut whose capacity is <see cref="Value"/>, rising positions.</summary>
    public IReadOnlyList<int> Cut { get; }

    /// <summary>Finds the most that can flow.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="sources">Nodes that supply without limit; at least one.</param>
    /// <param name="sinks">Nodes that draw without limit; at least one, none of them a source.</param>
    /// <param name="capacityOf">Capacity of a link by its position, not negative, finite, such as m3/s.</param>
    /// <exception cref="ArgumentException">A node is both source and sink, or one side is empty.</exception>
    public static MaximumFlow Between(
        NetworkGraph graph, IReadOnlyCollection<int> sources, IReadOnlyCollection<int> sinks, Func<int, double> capacityOf)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(sinks);
        ArgumentNullException.ThrowIfNull(capacityOf);
        if (sources.Count == 0 || sinks.Count == 0 || sources.Intersect(sinks).Any())
        {
            throw new ArgumentException("Sources and sinks are both given and have no node in common.", nameof(sinks));
        }

        var count = graph.Network.Nodes.Length;
        var (source, sink) = (count, count + 1);

        // Links side by side become one arc each way, so that every arc has one reverse; their flow is shared after.
        var capacities = new Dictionary<(int From, int To), double>();
        var total = 0.0;
        foreach (var edge in graph.Graph.Edges)
        {
            var capacity = capacityOf(edge.Link);
            if (!(capacity >= 0 && double.IsFinite(capacity)))
            {
                throw new ArgumentException($"The capacity of link {edge.Link} is negative or not finite.", nameof(capacityOf));
            }

            total += capacity;
            Add(edge.Source, edge.Target, capacity);
            Add(edge.Target, edge.Source, IsOneWay(graph.Network.Links[edge.Link]) ? 0 : capacity);
        }

        // More than all links can carry, so that no cut runs through what is added here.
        var unlimited = (2 * total) + 1;
        foreach (var node in sources.Distinct())
        {
            Add(source, node, unlimited);
            Add(node, source, 0);
        }

        foreach (var node in sinks.Distinct())
        {
            Add(node, sink, unlimited);
            Add(sink, node, 0);
        }

        var residual = Solve(capacities, count, source, sink, out var value);
        return new MaximumFlow(
            value,
            Share(graph, capacities, residual, capacityOf),
            CutOf(graph, residual, source, 1e-12 * total));

        void Add(int from, int to, double capacity) =>
            capacities[(from, to)] = capacities.GetValueOrDefault((from, to)) + capacity;
    }

    private static bool IsOneWay(Link link) => link switch
    {
        Pipe pipe => pipe.HasCheckValve,
        Pump => true,
        Valve valve => valve.Kind
            is ValveKind.PressureReducing or ValveKind.PressureSustaining or ValveKind.FlowControl,
        _ => false,
    };

    private static Dictionary<(int From, int To), double> Solve(
        Dictionary<(int From, int To), double> capacities, int count, int source, int sink, out double value)
    {
        var arcs = new AdjacencyGraph<int, Edge<int>>(allowParallelEdges: false);
        arcs.AddVertexRange(Enumerable.Range(0, count + 2));
        arcs.AddEdgeRange(capacities.Keys.Select(k => new Edge<int>(k.From, k.To)));
        var augmentor = new ReversedEdgeAugmentorAlgorithm<int, Edge<int>>(arcs, (u, v) => new Edge<int>(u, v));
        augmentor.AddReversedEdges();
        var algorithm = new EdmondsKarpMaximumFlowAlgorithm<int, Edge<int>>(
            arcs, e => capacities[(e.Source, e.Target)], (u, v) => new Edge<int>(u, v), augmentor);
        algorithm.Compute(source, sink);
        value = algorithm.MaxFlow;
        return algorithm.ResidualCapacities.ToDictionary(r => (r.Key.Source, r.Key.Target), r => r.Value);
    }

    private static double[] Share(
        NetworkGraph graph,
        Dictionary<(int From, int To), double> capacities,
        Dictionary<(int From, int To), double> residual,
        Func<int, double> capacityOf)
    {
        var flows = new double[graph.Network.Links.Length];
        foreach (var edge in graph.Graph.Edges)
        {
            var forward = (edge.Source, edge.Target);
            var net = capacities[forward] - residual[forward];
            var isOneWay = IsOneWay(graph.Network.Links[edge.Link]);
            var (sum, mine) = net >= 0
                ? (capacities[forward], capacityOf(edge.Link))
                : (capacities[(edge.Target, edge.Source)], isOneWay ? 0 : capacityOf(edge.Link));
            flows[edge.Link] = sum > 0 ? net * mine / sum : 0;
        }

        return flows;
    }

    private static List<int> CutOf(
        NetworkGraph graph, Dictionary<(int From, int To), double> residual, int source, double tolerance)
    {
        var next = residual.Where(r => r.Value > tolerance).ToLookup(r => r.Key.From, r => r.Key.To);
        var reached = new HashSet<int> { source };
        var open = new Stack<int>([source]);
        while (open.TryPop(out var node))
        {
            foreach (var to in next[node])
            {
                if (reached.Add(to))
                {
                    open.Push(to);
                }
            }
        }

        var cut = new List<int>();
        foreach (var edge in graph.Graph.Edges)
        {
            var leaves = reached.Contains(edge.Source) && !reached.Contains(edge.Target);
            var enters = reached.Contains(edge.Target) && !reached.Contains(edge.Source);
            if (leaves || (enters && !IsOneWay(graph.Network.Links[edge.Link])))
            {
                cut.Add(edge.Link);
            }
        }

        cut.Sort();
        return cut;
    }
}
