using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Quality;

/// <summary>An analysis made ready for a network: the values that are followed together, and what they are where.</summary>
internal sealed class Followed
{
    /// <summary>Most values that can be followed together.</summary>
    public const int Most = 64;

    private Followed(QualityAnalysis analysis, ImmutableArray<string> columns, int nodes)
    {
        (Analysis, Columns) = (analysis, columns);
        Initial = new double[nodes * columns.Length];
        Tolerance = new double[columns.Length];
        Entering = new double[columns.Length];
    }

    /// <summary>What was asked for.</summary>
    public QualityAnalysis Analysis { get; }

    /// <summary>Names of the values.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Values at the start, and of reservoirs ever; a row per solver node.</summary>
    public double[] Initial { get; }

    /// <summary>Differences below which two segments are one; one per value.</summary>
    public double[] Tolerance { get; }

    /// <summary>What water holds that enters at a junction from outside; one per value.</summary>
    public double[] Entering { get; }

    /// <summary>True: the value grows by itself, a second per second.</summary>
    public bool Ages => Analysis.Kind == QualityKind.Age;

    /// <summary>The solver node whose water is all marked, or -1.</summary>
    public int TracedNode { get; private init; } = -1;

    /// <summary>Reactions in pipes, or null where nothing reacts.</summary>
    public PipeReactions? Pipes { get; private init; }

    /// <summary>Reactions in tanks, or null where nothing reacts.</summary>
    public TankReactions? Tanks { get; private init; }

    /// <summary>What is dosed.</summary>
    public ImmutableArray<(int Node, QualitySource Source)> Sources { get; private init; } = [];

    /// <summary>True where water at rest keeps changing.</summary>
    public bool ChangesAtRest => Ages || Pipes is not null;

    /// <summary>Makes an analysis ready.</summary>
    /// <exception cref="ArgumentException">The node to be traced does not exist, or there are too many sources.</exception>
    public static Followed Of(QualityAnalysis analysis, QualityNetwork network) => analysis.Kind switch
    {
        QualityKind.Age => Single(analysis, network, "age", node => AgeOf(node, network.Arrays.Network)),
        QualityKind.Chemical => Chemical(analysis, network),
        QualityKind.Trace => Trace(analysis, network),
        _ => Blend(analysis, network),
    };

    private static Followed Single(
        QualityAnalysis analysis, QualityNetwork network, string name, Func<Node, double> initial, int traced = -1)
    {
        var model = network.Arrays.Network;
        var reacts = analysis.Kind == QualityKind.Chemical;
        var pipes = reacts ? new PipeReactions(network) : null;
        var tanks = reacts ? new TankReactions(network) : null;
        var followed = new Followed(analysis, [name], network.NodeCount)
        {
            TracedNode = traced,
            Pipes = pipes is { Any: true } || tanks is { Any: true } ? pipes : null,
            Tanks = tanks is { Any: true } ? tanks : null,
            Sources = reacts ? [.. SourcesOf(network)] : [],
        };
        followed.Tolerance[0] = QualityTolerance.Of(model, analysis);
        for (var i = 0; i < network.NodeCount; i++)
        {
            followed.Initial[i] = initial(model.Nodes[network.Arrays.ModelNode[i]]);
        }

        return followed;
    }

    private static Followed Chemical(QualityAnalysis analysis, QualityNetwork network)
    {
        return Single(analysis, network, network.Arrays.Network.Quality.Chemical,
            node => InitialConcentration(node, network.Arrays.Network));
    }

    private static Followed Trace(QualityAnalysis analysis, QualityNetwork network)
    {
        var model = network.Arrays.Network;
        var traced = model.IndexOfNode(analysis.NodeId!);
        if (traced < 0)
        {
            throw new ArgumentException($"node '{analysis.NodeId}', which is to be traced, is not defined.", nameof(analysis));
        }

        var id = analysis.NodeId!;
        return Single(
            analysis, network, id,
            node => node.Id == id ? 1 : model.Quality.Mode == QualityMode.Trace ? node.InitialQuality / 100 : 0,
            network.Arrays.SolverNode[traced]);
    }

    private static Followed Blend(QualityAnalysis analysis, QualityNetwork network)
    {
        var model = network.Arrays.Network;
        var sources = Enumerable.Range(0, model.Nodes.Length).Where(i => model.Nodes[i] is Reservoir).ToArray();
        var enters = Array.Exists([.. model.Nodes], n => n is Junction junction && MayTakeIn(junction, model));
        string[] columns = [.. sources.Select(i => model.Nodes[i].Id), QualityResults.AtStart,
            .. enters ? new[] { QualityResults.Elsewhere } : []];
        if (columns.Length > Most)
        {
            throw new ArgumentException(
                $"the network has {sources.Length} reservoirs; a blend can tell {Most - 2} apart: trace the ones that matter.",
                nameof(analysis));
        }

        var followed = new Followed(analysis, [.. columns], network.NodeCount);
        Array.Fill(followed.Tolerance, QualityTolerance.Of(network.Arrays.Network, analysis));
        followed.Entering[^1] = enters ? 1 : 0;
        for (var i = 0; i < network.NodeCount; i++)
        {
            var source = Array.IndexOf(sources, network.Arrays.ModelNode[i]);
            followed.Initial[(i * columns.Length) + (source >= 0 ? source : sources.Length)] = 1;
        }

        return followed;
    }

    // By a negative demand, one that a pattern turns, or an emitter below the pressure of the air.
    private static bool MayTakeIn(Junction junction, Network network)
    {
        return (junction.EmitterCoefficient > 0 && network.Options.EmitterBackflow)
            || junction.Demands.Any(d => MayBeNegative(d.Base * network.Options.DemandMultiplier, d.PatternId ?? network.Options.DefaultPatternId));

        bool MayBeNegative(double demand, string? pattern) =>
            demand < 0 || (demand > 0 && pattern is not null && network.FindPattern(pattern) is { } p && p.Multipliers.Any(m => m < 0));
    }

    /// <summary>Concentration at a node at the start, g/m3; 0 where the file gives an age or a share there.</summary>
    public static double InitialConcentration(Node node, Network network) =>
        network.Quality.Mode is QualityMode.Age or QualityMode.Trace ? 0 : node.InitialQuality;

    private static double AgeOf(Node node, Network network) =>
        network.Quality.Mode == QualityMode.Age ? node.InitialQuality : 0;

    private static IEnumerable<(int Node, QualitySource Source)> SourcesOf(QualityNetwork network)
    {
        var arrays = network.Arrays;
        for (var i = 0; i < network.NodeCount; i++)
        {
            if (arrays.Network.Nodes[arrays.ModelNode[i]].Source is { } source)
            {
                yield return (i, source);
            }
        }
    }
}
