using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>Builds a network in which flow-control valves stand behind links that orders are given for.</summary>
internal sealed class OrderedLinks
{
    private readonly Network _drawn;
    private readonly Link[] _links;
    private readonly List<Link> _added = [];
    private readonly List<Junction> _junctions = [];
    private readonly HashSet<string> _nodeIds;
    private readonly HashSet<string> _linkIds;

    /// <summary>Begins with a network.</summary>
    /// <param name="network">The network, without controls on such links.</param>
    /// <param name="raw">Where raw water flows: its flow-control valves are set fully open.</param>
    public OrderedLinks(Network network, RawWater raw)
    {
        _drawn = network;
        _links = [.. network.Links];
        _nodeIds = network.Nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        _linkIds = network.Links.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var k in raw.Links)
        {
            if (_links[k] is Valve { Kind: ValveKind.FlowControl } valve)
            {
                _links[k] = valve with { InitialStatus = LinkStatus.Open };
            }
        }
    }

    /// <summary>The network so far.</summary>
    public Network Network
    {
        get
        {
            // Junctions stand before reservoirs and tanks.
            var junctions = _drawn.Nodes.TakeWhile(n => n is Junction).Count();
            return _drawn with
            {
                Nodes = [.. _drawn.Nodes[..junctions], .. _junctions, .. _drawn.Nodes[junctions..]],
                Links = [.. _links, .. _added],
            };
        }
    }

    /// <summary>Meters an intake. A pipe lets no water back into its source from now on.</summary>
    public OrderedLink AddIntake(SupplyIntake intake)
    {
        var link = _links[intake.Link];
        if (link is Pipe pipe)
        {
            // Along the flow, for a check valve.
            var isAgainst = _drawn.FindNode(pipe.ToNode) is Reservoir;
            link = _links[intake.Link] = pipe with
            {
                FromNode = isAgainst ? pipe.ToNode : pipe.FromNode,
                ToNode = isAgainst ? pipe.FromNode : pipe.ToNode,
                Vertices = isAgainst ? [.. pipe.Vertices.Reverse()] : pipe.Vertices,
                HasCheckValve = true,
                InitialStatus = LinkStatus.Open,
            };
        }

        return Insert(intake.Link, DiameterOf(link), canReturn: false, unordered: LinkStatus.Closed);
    }

    /// <summary>Prepares an interconnection for orders.</summary>
    /// <param name="k">Its link.</param>
    /// <param name="isDispatched">Whether it is run by orders as a rule.</param>
    /// <param name="bothWays">Whether water may be ordered to come back.</param>
    public OrderedLink AddTransfer(int k, bool isDispatched, bool bothWays)
    {
        var link = _links[k];
        if (isDispatched && link is Valve { Kind: ValveKind.FlowControl } own)
        {
            var twin = bothWays ? AddValve(own.Id + ".back", own.ToNode, own.FromNode, own.Diameter, LinkStatus.Closed) : null;
            _links[k] = own with { FromNode = AddCheck(own.Id, own.FromNode, own.Diameter) };
            return new OrderedLink(own.Id, 1, own.Id, twin, IsReturnApart: true, null, Unordered: null);
        }

        LinkStatus? unordered = LinkStatus.Open;
        var canReturn = bothWays && link is Pipe { HasCheckValve: false };
        if (isDispatched && link is Pipe pipe)
        {
            unordered = pipe.InitialStatus == LinkStatus.Closed ? LinkStatus.Closed : LinkStatus.Open;
            _links[k] = pipe with { InitialStatus = LinkStatus.Open };
        }
        else if (isDispatched && link is Valve { InitialStatus: LinkStatus.Closed } valve)
        {
            unordered = LinkStatus.Closed;
            _links[k] = valve with { InitialStatus = LinkStatus.Active };
        }

        return Insert(k, DiameterOf(link), canReturn, unordered);
    }

    // Puts a valve behind a link, and one that passes water back beside it. Neither may join a tank or reservoir.
    private OrderedLink Insert(int k, double diameter, bool canReturn, LinkStatus? unordered)
    {
        var link = _links[k];
        var isAgainst = _drawn.FindNode(link.ToNode) is Reservoir && _drawn.FindNode(link.FromNode) is not Reservoir;
        var end = isAgainst ? link.FromNode : link.ToNode;
        var before = AddJunction(link.Id + ".a", end);
        var behind = end;
        if (_drawn.FindNode(end) is not Junction)
        {
            behind = AddJunction(link.Id + ".b", end);
            AddPipe(link.Id + ".end", behind, end, diameter, isCheck: false);
        }

        _links[k] = isAgainst ? link with { FromNode = before } : link with { ToNode = before };
        var valve = AddValve(link.Id + ".flow", before, behind, diameter, unordered ?? LinkStatus.Open);
        var back = canReturn ? AddValve(link.Id + ".back", behind, before, diameter, LinkStatus.Closed) : null;
        return new OrderedLink(link.Id, isAgainst ? -1 : 1, valve, back, IsReturnApart: false, link as Pump, unordered);
    }

    // A valve that holds a flow and lets none back: fully open, it would.
    private string AddValve(string id, string from, string to, double diameter, LinkStatus status)
    {
        var valve = new Valve
        {
            Id = Free(id, _linkIds),
            FromNode = AddCheck(id, from, diameter),
            ToNode = to,
            Kind = ValveKind.FlowControl,
            Diameter = diameter,
            InitialStatus = status,
        };
        _added.Add(valve);
        return valve.Id;
    }

    // A check valve, and the junction behind it.
    private string AddCheck(string id, string from, double diameter)
    {
        var behind = AddJunction(id + ".c", from);
        AddPipe(id + ".check", from, behind, diameter, isCheck: true);
        return behind;
    }

    private void AddPipe(string id, string from, string to, double diameter, bool isCheck) => _added.Add(new Pipe
    {
        Id = Free(id, _linkIds),
        FromNode = from,
        ToNode = to,
        Length = 1,
        Diameter = diameter,
        Roughness = _drawn.Links.OfType<Pipe>().First().Roughness,
        HasCheckValve = isCheck,
    });

    private string AddJunction(string id, string beside)
    {
        var at = _drawn.FindNode(beside) ?? _junctions.First(j => j.Id == beside);
        var free = Free(id, _nodeIds);
        _junctions.Add(new Junction
        {
            Id = free,
            Position = at.Position,
            Elevation = at switch { Junction j => j.Elevation, Tank t => t.Elevation, Reservoir r => r.Head, _ => 0 },
        });
        return free;
    }

    private static string Free(string id, HashSet<string> taken)
    {
        while (!taken.Add(id))
        {
            id += "-";
        }

        return id;
    }

    private static double DiameterOf(Link link) => link switch
    {
        Pipe pipe => pipe.Diameter,
        Valve { Diameter: > 0 } valve => valve.Diameter,
        _ => 0.5,
    };
}
