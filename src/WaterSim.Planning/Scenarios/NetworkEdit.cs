using WaterSim.Model;

namespace WaterSim.Planning.Scenarios;

/// <summary>A network while a scenario changes it; the network it began from stays.</summary>
internal sealed class NetworkEdit
{
    private readonly Network _network;
    private readonly List<Node> _nodes;
    private readonly List<Node> _added = [];
    private readonly List<Link> _links;
    private readonly List<Pattern> _patterns;
    private readonly List<SimpleControl> _controls;
    private readonly List<Rule> _rules;
    private readonly Dictionary<string, int> _linkAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nodeIds;

    public NetworkEdit(Network network)
    {
        _network = network;
        _nodes = [.. network.Nodes];
        _links = [.. network.Links];
        _patterns = [.. network.Patterns];
        _controls = [.. network.Controls];
        _rules = [.. network.Rules];
        _nodeIds = new(network.Nodes.Select(n => n.Id), StringComparer.Ordinal);
        for (var i = 0; i < _links.Count; i++)
        {
            _linkAt[_links[i].Id] = i;
        }

        (Options, Energy) = (network.Options, network.Energy);
    }

    public HydraulicOptions Options { get; set; }

    public EnergyOptions Energy { get; set; }

    public TimeOptions Times => _network.Times;

    public IReadOnlyList<Link> Links => _links;

    /// <summary>The network as it is now: junctions first, as everywhere.</summary>
    public Network Build() => _network with
    {
        Nodes = [.. _nodes.Where(n => n is Junction), .. _added, .. _nodes.Where(n => n is not Junction)],
        Links = [.. _links],
        Patterns = [.. _patterns],
        Controls = [.. _controls],
        Rules = [.. _rules],
        Options = Options,
        Energy = Energy,
    };

    public Link LinkOf(string id) => _links[_linkAt[id]];

    public Node NodeOf(string id) => _nodes.Concat(_added).First(n => string.Equals(n.Id, id, StringComparison.Ordinal));

    public Pattern? PatternOf(string? id) => id is null ? null : _patterns.Find(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    public void Add(Junction junction)
    {
        _added.Add(junction);
        _nodeIds.Add(junction.Id);
    }

    public void Add(Link link)
    {
        _linkAt.Add(link.Id, _links.Count);
        _links.Add(link);
    }

    public void Add(SimpleControl control) => _controls.Add(control);

    public void Set(Link link) => _links[_linkAt[link.Id]] = link;

    public void ChangeNodes(Func<Node, Node> change)
    {
        Change(_nodes, change);
        Change(_added, change);
    }

    public void ChangeLinks(Func<Link, Link> change) => Change(_links, change);

    /// <summary>Whether a control or a rule acts on a link.</summary>
    public bool IsControlled(string link) =>
        _controls.Exists(c => string.Equals(c.LinkId, link, StringComparison.Ordinal))
        || _rules.Exists(r => r.Then.Concat(r.Else).Any(a => string.Equals(a.LinkId, link, StringComparison.Ordinal)));

    /// <summary>Takes a link from all controls and rules.</summary>
    public void Release(string link)
    {
        _controls.RemoveAll(c => string.Equals(c.LinkId, link, StringComparison.Ordinal));
        for (var i = 0; i < _rules.Count; i++)
        {
            _rules[i] = _rules[i] with
            {
                Then = _rules[i].Then.RemoveAll(a => string.Equals(a.LinkId, link, StringComparison.Ordinal)),
                Else = _rules[i].Else.RemoveAll(a => string.Equals(a.LinkId, link, StringComparison.Ordinal)),
            };
        }

        _rules.RemoveAll(r => r.Then.IsEmpty && r.Else.IsEmpty);
    }

    /// <summary>An id for a node that the network has not.</summary>
    public string NewNode(string wanted) => Free(wanted, _nodeIds.Contains);

    /// <summary>An id for a link that the network has not.</summary>
    public string NewLink(string wanted) => Free(wanted, _linkAt.ContainsKey);

    /// <summary>Adds a pattern; its id is one that the network has not.</summary>
    public string AddPattern(string wanted, IEnumerable<double> multipliers)
    {
        var id = Free(wanted, w => PatternOf(w) is not null);
        _patterns.Add(new Pattern(id, [.. multipliers]));
        return id;
    }

    private static string Free(string wanted, Func<string, bool> isTaken)
    {
        var id = wanted;
        for (var i = 2; isTaken(id); i++)
        {
            id = FormattableString.Invariant($"{wanted}-{i}");
        }

        return id;
    }

    private static void Change<T>(List<T> all, Func<T, T> change)
    {
        for (var i = 0; i < all.Count; i++)
        {
            all[i] = change(all[i]);
        }
    }
}
