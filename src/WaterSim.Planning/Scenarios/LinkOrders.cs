using WaterSim.Model;

namespace WaterSim.Planning.Scenarios;

/// <summary>
/// Carries out what is wanted of links. For the whole run a link is drawn so, and what controls it is taken away. For a part of
/// it two controls by time do it, where nothing else acts on the link. Where controls, rules, a check valve or a speed pattern
/// do, they would undo it; so a link is closed by a gate beside it, and opened by a bypass, that nothing else acts on. A pump
/// behind a shut gate lifts no water and draws no power; its controls may have it counted as on.
/// </summary>
internal sealed class LinkOrders(NetworkEdit edit, TimeSpan duration)
{
    // So short that its loss is below what anybody measures: 0.1 m of pipe.
    private const double GateLength = 0.1;
    private const double PumpGateDiameter = 1;
    private const double LeastDiameter = 0.05;

    // Loss coefficient of a throttle that lets some nanolitres through.
    private const double ShutLoss = 1e18;

    private readonly List<LinkOrder> _orders = [];

    public void Add(IEnumerable<LinkOrder> orders) => _orders.AddRange(orders);

    /// <summary>Whether a link can be opened or set for a part of the run.</summary>
    public static bool TakesTimes(NetworkEdit edit, Link link) =>
        !edit.IsControlled(link.Id) && link is not Pipe { HasCheckValve: true } and not Pump { SpeedPatternId: not null };

    public void CarryOut()
    {
        foreach (var group in _orders.GroupBy(o => (o.Link, o.Kind)))
        {
            var link = edit.LinkOf(group.Key.Link);
            var windows = Windows.Merge(group.Select(o => o.Change.Window), duration);
            var isWhole = windows is [{ From: var from, To: var to }] && from <= TimeSpan.Zero && to >= duration;
            switch (group.Key.Kind)
            {
                case LinkOrderKind.Close:
                    Close(link, windows, isWhole);
                    break;
                case LinkOrderKind.Open:
                    Open(link, windows, isWhole);
                    break;
                default:
                    Set(link, group.First().Setting, windows, isWhole);
                    break;
            }
        }
    }

    /// <summary>
    /// A junction behind a throttle that is open in some windows and as good as shut at other times. A shut pipe would part the
    /// junction from all sources, of which a run warns.
    /// </summary>
    public void AddBehindThrottle(Junction junction, string from, double diameter, IReadOnlyList<(TimeSpan From, TimeSpan To)> windows)
    {
        edit.Add(junction);
        var throttle = new Valve
        {
            Id = edit.NewLink(junction.Id),
            FromNode = from,
            ToNode = junction.Id,
            Kind = ValveKind.ThrottleControl,
            Diameter = diameter,
            Setting = ShutLoss,
        };
        edit.Add(throttle);
        AddTimes(throttle.Id, windows, new(null, 0), new(null, ShutLoss));
    }

    /// <summary>A pipe so short and smooth that it loses nothing.</summary>
    public Pipe GatePipe(string id, string from, string to, double diameter) => new()
    {
        Id = id,
        FromNode = from,
        ToNode = to,
        Length = GateLength,
        Diameter = Math.Max(LeastDiameter, diameter),
        Roughness = edit.Options.HeadLoss switch
        {
            HeadLossFormula.DarcyWeisbach => 1e-5,
            HeadLossFormula.ChezyManning => 0.01,
            _ => 140,
        },
    };

    private void Close(Link link, IReadOnlyList<(TimeSpan From, TimeSpan To)> windows, bool isWhole)
    {
        if (isWhole)
        {
            edit.Release(link.Id);
            edit.Set(link switch
            {
                Pipe p => p with { InitialStatus = LinkStatus.Closed, HasCheckValve = false },
                Pump p => p with { InitialStatus = LinkStatus.Closed, SpeedPatternId = null },
                Valve v => v with { InitialStatus = LinkStatus.Closed },
                _ => link,
            });
        }
        else if (!TakesTimes(edit, link))
        {
            AddGate(link, windows);
        }
        else if (!IsShut(link))
        {
            AddTimes(link.Id, windows, new(LinkStatus.Closed, null), AtStart(link));
        }
    }

    private void Open(Link link, IReadOnlyList<(TimeSpan From, TimeSpan To)> windows, bool isWhole)
    {
        if (isWhole)
        {
            edit.Release(link.Id);
            edit.Set(link switch
            {
                Pipe p => p with { InitialStatus = LinkStatus.Open },
                Pump p => p with { InitialStatus = LinkStatus.Open, SpeedPatternId = null, Speed = p.Speed > 0 ? p.Speed : 1 },
                Valve v => v with { InitialStatus = LinkStatus.Open },
                _ => link,
            });
        }
        else if (link is Valve || !TakesTimes(edit, link))
        {
            var bypass = GatePipe(edit.NewLink(link.Id + "-BYPASS"), link.FromNode, link.ToNode, DiameterOf(link))
                with
            { InitialStatus = LinkStatus.Closed };
            edit.Add(bypass);
            AddTimes(bypass.Id, windows, new(LinkStatus.Open, null), new(LinkStatus.Closed, null));
        }
        else if (IsShut(link))
        {
            AddTimes(link.Id, windows, new(LinkStatus.Open, null), AtStart(link));
        }
    }

    private void Set(Link link, double setting, IReadOnlyList<(TimeSpan From, TimeSpan To)> windows, bool isWhole)
    {
        if (isWhole)
        {
            edit.Release(link.Id);
            edit.Set((Valve)link with { Setting = setting, InitialStatus = LinkStatus.Active });
        }
        else
        {
            AddTimes(link.Id, windows, new(null, setting), AtStart(link));
        }
    }

    // At the end that is a junction, so that what must touch a tank still does; of a pump where it delivers.
    private void AddGate(Link link, IReadOnlyList<(TimeSpan From, TimeSpan To)> windows)
    {
        var atEnd = edit.NodeOf(link.ToNode) is Junction || edit.NodeOf(link.FromNode) is not Junction;
        var beside = edit.NodeOf(atEnd ? link.ToNode : link.FromNode);
        var node = new Junction
        {
            Id = edit.NewNode(link.Id + "-GATE"),
            Position = beside.Position,
            Elevation = beside switch { Junction j => j.Elevation, Tank t => t.Elevation, Reservoir r => r.Head, _ => 0 },
        };
        edit.Add(node);
        edit.Set(atEnd ? link with { ToNode = node.Id } : link with { FromNode = node.Id });
        var gate = edit.NewLink(node.Id);
        edit.Add(atEnd ? GatePipe(gate, node.Id, beside.Id, DiameterOf(link)) : GatePipe(gate, beside.Id, node.Id, DiameterOf(link)));
        AddTimes(gate, windows, new(LinkStatus.Closed, null), new(LinkStatus.Open, null));
    }

    private void AddTimes(
        string link, IReadOnlyList<(TimeSpan From, TimeSpan To)> windows, ControlAction within, ControlAction after)
    {
        foreach (var (from, to) in windows)
        {
            edit.Add(new SimpleControl(link, within, new TimeCondition(from)));
            if (to < duration)
            {
                edit.Add(new SimpleControl(link, after, new TimeCondition(to)));
            }
        }
    }

    private static bool IsShut(Link link) => link switch
    {
        Pipe p => p.InitialStatus == LinkStatus.Closed,
        Pump p => p.InitialStatus == LinkStatus.Closed || p.Speed == 0,
        Valve v => v.InitialStatus == LinkStatus.Closed,
        _ => false,
    };

    private static ControlAction AtStart(Link link) => link switch
    {
        Pump p => new(p.InitialStatus, p.Speed),
        Valve { Kind: not ValveKind.GeneralPurpose, InitialStatus: LinkStatus.Active } v => new(null, v.Setting),
        Valve { InitialStatus: LinkStatus.Active } => new(LinkStatus.Open, null),
        Valve v => new(v.InitialStatus, null),
        Pipe p => new(p.InitialStatus, null),
        _ => new(LinkStatus.Open, null),
    };

    private static double DiameterOf(Link link) => link switch { Pipe p => p.Diameter, Valve v => v.Diameter, _ => PumpGateDiameter };
}
