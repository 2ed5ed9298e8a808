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
    private IdIndex<Node>? _nodeIndex;
    private IdIndex<Link>? _linkIndex;
    private IdIndex<Pattern>? _patternIndex;
    private IdIndex<Curve>? _curveIndex;
    private LinkEnds? _ends;
    private ValidationMemo? _findings;

    /// <summary>Title lines.</summary>
    public ImmutableArray<string> Title { get; init; } = [];

    /// <summary>
    /// Junctions first, then reservoirs and tanks as the file lists them: EPANET's order, and the order of every
    /// per-node array of results. Ids are unique; a network with repeated ids is refused when it is compiled.
    /// </summary>
    public ImmutableArray<Node> Nodes
    {
        get => _nodes;
        init => (_nodes, _nodeIndex, _ends, _findings) = (value, null, null, null);
    }

    /// <summary>Pipes, pumps and valves as the file lists them: the order of every per-link array of results.</summary>
    public ImmutableArray<Link> Links
    {
        get => _links;
        init => (_links, _linkIndex, _ends, _findings) = (value, null, null, null);
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

    // Indexes are made on first use. Two threads may both make one; they make the same. The first of a repeated id wins;
    // the validator names the repetition.
    internal IdIndex<Node> NodeIndex => _nodeIndex ??= new(_nodes, static n => n.Id);

    internal IdIndex<Link> LinkIndex => _linkIndex ??= new(_links, static l => l.Id);

    /// <summary>The end nodes of all links.</summary>
    internal LinkEnds Ends
    {
        get => _ends ??= FindEnds();

        // Set last, by who knows them: nodes or links set after them make them forgotten.
        init => _ends = value;
    }

    /// <summary>What the network's checks found, or null where they have not been made.</summary>
    internal ValidationMemo? Findings
    {
        get => _findings?.IsOf(this) == true ? _findings : null;
        set => _findings = value;
    }

    internal IdIndex<Pattern> PatternIndex => _patternIndex ??= new(_patterns, static p => p.Id);

    internal IdIndex<Curve> CurveIndex => _curveIndex ??= new(_curves, static c => c.Id);

    /// <summary>Position of a node in <see cref="Nodes"/>, or -1 where there is none of that id.</summary>
    public int IndexOfNode(string id) => NodeIndex.Find(id);

    /// <summary>Position of a link in <see cref="Links"/>, or -1 where there is none of that id.</summary>
    public int IndexOfLink(string id) => LinkIndex.Find(id);

    /// <summary>The node of that id, or null.</summary>
    public Node? FindNode(string id) => IndexOfNode(id) is >= 0 and var i ? _nodes[i] : null;

    /// <summary>The link of that id, or null.</summary>
    public Link? FindLink(string id) => IndexOfLink(id) is >= 0 and var i ? _links[i] : null;

    /// <summary>The pattern of that id, or null.</summary>
    public Pattern? FindPattern(string id) => PatternIndex.Find(id) is >= 0 and var i ? _patterns[i] : null;

    /// <summary>The curve of that id, or null.</summary>
    public Curve? FindCurve(string id) => CurveIndex.Find(id) is >= 0 and var i ? _curves[i] : null;

    private LinkEnds FindEnds()
    {
        var ends = new LinkEnds(new int[_links.Length], new int[_links.Length]);
        for (var i = 0; i < _links.Length; i++)
        {
            ends.From[i] = IndexOfNode(_links[i].FromNode);
            ends.To[i] = IndexOfNode(_links[i].ToNode);
        }

        return ends;
    }
}
