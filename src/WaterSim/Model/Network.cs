using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>
/// A water network as an engineer draws it: immutable, in SI units, in the order of its file.
/// Change it with <c>with</c>; the original stays.
/// </summary>
public sealed record Network
{
    private readonly ImmutableArray<Node> _nodes = [];
    private readonly ImmutableArray<Link> _links = [];
    private readonly ImmutableArray<Pattern> _patterns = [];
    private readonly ImmutableArray<Curve> _curves = [];
    private FrozenDictionary<string, int>? _nodeIndex;
    private FrozenDictionary<string, int>? _linkIndex;
    private FrozenDictionary<string, int>? _patternIndex;
    private FrozenDictionary<string, int>? _curveIndex;

    /// <summary>Title lines.</summary>
    public ImmutableArray<string> Title { get; init; } = [];

    /// <summary>
    /// Junctions first, then reservoirs and tanks as the file lists them: EPANET's order, and the order of every
    /// per-node array of results. Ids are unique; a network with repeated ids is refused when it is compiled.
    /// </summary>
    public ImmutableArray<Node> Nodes
    {
        get => _nodes;
        init => (_nodes, _nodeIndex) = (value, null);
    }

    /// <summary>Pipes, pumps and valves as the file lists them: the order of every per-link array of results.</summary>
    public ImmutableArray<Link> Links
    {
        get => _links;
        init => (_links, _linkIndex) = (value, null);
    }

    /// <summary>Time patterns.</summary>
    public ImmutableArray<Pattern> Patterns
    {
        get => _patterns;
        init => (_patterns, _patternIndex) = (value, null);
    }

    /// <summary>Curves.</summary>
    public ImmutableArray<Curve> Curves
    {
        get => _curves;
        init => (_curves, _curveIndex) = (value, null);
    }

    /// <summary>Simple controls, in the order in which they are applied.</summary>
    public ImmutableArray<SimpleControl> Controls { get; init; } = [];

    /// <summary>Rules, in the order in which they are evaluated.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>Hydraulic options.</summary>
    public HydraulicOptions Options { get; init; } = new();

    /// <summary>Times.</summary>
    public TimeOptions Times { get; init; } = new();

    /// <summary>Energy options.</summary>
    public EnergyOptions Energy { get; init; } = new();

    /// <summary>Water quality options.</summary>
    public QualityOptions Quality { get; init; } = new();

    /// <summary>Reactions of the chemical.</summary>
    public ReactionOptions Reactions { get; init; } = new();

    /// <summary>What EPANET's text report holds.</summary>
    public ReportOptions Report { get; init; } = new();

    /// <summary>What the file holds and this version keeps but does not simulate.</summary>
    public ImmutableArray<PreservedSection> Preserved { get; init; } = [];

    /// <summary>Position of a node in <see cref="Nodes"/>, or -1 where there is none of that id.</summary>
    public int IndexOfNode(string id) => Find(ref _nodeIndex, _nodes, static n => n.Id, id);

    /// <summary>Position of a link in <see cref="Links"/>, or -1 where there is none of that id.</summary>
    public int IndexOfLink(string id) => Find(ref _linkIndex, _links, static l => l.Id, id);

    /// <summary>The node of that id, or null.</summary>
    public Node? FindNode(string id) => IndexOfNode(id) is >= 0 and var i ? _nodes[i] : null;

    /// <summary>The link of that id, or null.</summary>
    public Link? FindLink(string id) => IndexOfLink(id) is >= 0 and var i ? _links[i] : null;

    /// <summary>The pattern of that id, or null.</summary>
    public Pattern? FindPattern(string id) =>
        Find(ref _patternIndex, _patterns, static p => p.Id, id) is >= 0 and var i ? _patterns[i] : null;

    /// <summary>The curve of that id, or null.</summary>
    public Curve? FindCurve(string id) =>
        Find(ref _curveIndex, _curves, static c => c.Id, id) is >= 0 and var i ? _curves[i] : null;

    // The index is made on first use. Two threads may both make it; they make the same one. The first of a repeated
    // id wins; the validator names the repetition.
    private static int Find<T>(
        ref FrozenDictionary<string, int>? index, ImmutableArray<T> items, Func<T, string> idOf, string id)
    {
        var made = index;
        if (made is null)
        {
            var byId = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
            for (var i = 0; i < items.Length; i++)
            {
                byId.TryAdd(idOf(items[i]), i);
            }

            index = made = byId.ToFrozenDictionary(StringComparer.Ordinal);
        }

        return made.GetValueOrDefault(id, -1);
    }
}
