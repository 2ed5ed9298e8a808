using System.Collections.Immutable;
using System.Runtime.InteropServices;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Makes the network from the drafts: the one place where a file's numbers become SI.</summary>
internal sealed class InpAssembler
{
    private readonly InpSession _session;
    private readonly FileUnits _units;
    private readonly CurveBook _curves;
    private readonly QualityAssembler _quality;
    private readonly double _length;
    private readonly double _diameter;
    private readonly double _roughness;
    private readonly double _flow;
    private readonly double _emitter;

    private InpAssembler(InpSession session)
    {
        _session = session;
        _units = session.Units;
        _curves = new CurveBook(session);
        _quality = new QualityAssembler(session);
        _length = _units.FactorToSI(Quantity.Length);
        _diameter = _units.FactorToSI(Quantity.PipeDiameter);
        _roughness = _units.FactorToSI(QuantityOf.Roughness(session.Options.HeadLoss));
        _flow = _units.FactorToSI(Quantity.Flow);
        _emitter = _units.EmitterFactorToSI(session.Options.Plain.EmitterExponent);
    }

    public static Network Assemble(InpSession session)
    {
        var make = new InpAssembler(session);
        var nodes = make.Nodes();
        var links = make.Links(nodes);
        return new Network
        {
            Title = [.. session.Title],
            Nodes = nodes,
            Links = links,
            Patterns = [.. session.Patterns.Select(p => new Pattern(p.Id, [.. p.Multipliers], p.Comment))],
            Curves = make._curves.ToCurves(),
            Controls = [.. session.Controls.Select(c => c.Control)],
            Rules = [.. session.Rules.Select(r => r.Rule)],
            Options = OptionsAssembler.Assemble(session),
            Times = session.Times,
            Energy = session.Energy,
            Quality = make._quality.Options,
            Reactions = make._quality.Reactions,
            Report = session.Quality.ToReport(),
            Preserved =
            [
                .. session.Preserved.Where(p => p.Lines.Count > 0).OrderBy(p => p.Name, StringComparer.Ordinal)
                    .Select(p => new PreservedSection(p.Name, [.. p.Lines])),
            ],
            Ends = make.Ends(),
        };
    }

    private ImmutableArray<Node> Nodes()
    {
        var nodes = new Node[_session.NodeList.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            ref readonly var draft = ref _session.Nodes[i];
            var more = draft.More < 0 ? MoreOfNode.None : _session.MoreOfNodes.Span[draft.More];
            MapPoint? position = draft.HasPosition ? new MapPoint(draft.X, draft.Y) : null;
            nodes[i] = draft.Kind switch
            {
                NodeKind.Junction => new Junction
                {
                    Id = draft.Id,
                    Position = position,
                    Tag = more.Tag,
                    Comment = more.Comment,
                    Elevation = draft.Elevation * _length,
                    Demands = Demands(draft),
                    EmitterCoefficient = more.Emitter * _emitter,
                    InitialQuality = _quality.Initial(i),
                    Source = _quality.Source(i),
                },
                NodeKind.Reservoir => new Reservoir
                {
                    Id = draft.Id,
                    Position = position,
                    Tag = more.Tag,
                    Comment = more.Comment,
                    Head = draft.Elevation * _length,
                    HeadPatternId = PatternId(draft.Pattern),
                    InitialQuality = _quality.Initial(i),
                    Source = _quality.Source(i),
                },
                _ => Tank(i, draft, more),
            };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(nodes);
    }

    private Tank Tank(int i, in NodeDraft draft, in MoreOfNode more)
    {
        var mixing = _quality.Mixing(i);
        var tank = _session.TankList.Span[more.Tank];
        return new Tank
        {
            Id = draft.Id,
            Position = draft.HasPosition ? new MapPoint(draft.X, draft.Y) : null,
            Tag = more.Tag,
            Comment = more.Comment,
            Elevation = draft.Elevation * _length,
            InitialLevel = tank.InitialLevel * _length,
            MinimumLevel = tank.MinimumLevel * _length,
            MaximumLevel = tank.MaximumLevel * _length,
            Diameter = tank.Diameter * _length,
            MinimumVolume = _units.ToSI(Quantity.Volume, tank.MinimumVolume),
            VolumeCurveId = _curves.Use(tank.Curve, CurveKind.TankVolume),
            CanOverflow = tank.CanOverflow,
            InitialQuality = _quality.Initial(i),
            Source = _quality.Source(i),
            Mixing = mixing.Model,
            MixingFraction = mixing.Fraction,
            BulkCoefficient = _quality.TankBulk(i),
        };
    }

    private ImmutableArray<Demand> Demands(in NodeDraft node)
    {
        if (node.HasOwnDemand)
        {
            return One(node.Demand, node.Pattern, category: null);
        }

        if (node.LastDemand < 0)
        {
            return [];
        }

        var demands = _session.Demands;
        var first = demands[node.LastDemand].Next;
        if (first == node.LastDemand)
        {
            return One(demands[first].Base, demands[first].Pattern, demands[first].Category);
        }

        var made = ImmutableArray.CreateBuilder<Demand>();
        for (var i = first; ; i = demands[i].Next)
        {
            made.Add(new Demand(demands[i].Base * _flow, PatternId(demands[i].Pattern), demands[i].Category));
            if (i == node.LastDemand)
            {
                return made.DrainToImmutable();
            }
        }
    }

    // What is too small to be told from 0 in SI is nothing.
    private ImmutableArray<Demand> One(double demand, int pattern, string? category) =>
        demand * _flow == 0 && pattern < 0 && category is null
            ? []
            : [new Demand(demand * _flow, PatternId(pattern), category)];

    private ImmutableArray<Link> Links(ImmutableArray<Node> nodes)
    {
        var links = new Link[_session.LinkList.Count];
        for (var i = 0; i < links.Length; i++)
        {
            ref readonly var draft = ref _session.Links[i];
            var from = draft.From < 0 ? "" : nodes[draft.From].Id;
            var to = draft.To < 0 ? "" : nodes[draft.To].Id;
            var more = draft.More < 0 ? MoreOfLink.None : _session.MoreOfLinks.Span[draft.More];
            var leak = _quality.Leak(i);
            links[i] = draft.Kind switch
            {
                LinkKind.Pipe => new Pipe
                {
                    Id = draft.Id,
                    FromNode = from,
                    ToNode = to,
                    Vertices = Vertices(more),
                    Tag = more.Tag,
                    Comment = more.Comment,
                    Length = draft.Length * _length,
                    Diameter = draft.Diameter * _diameter,
                    Roughness = draft.Roughness * _roughness,
                    MinorLoss = draft.MinorLoss,
                    LeakArea = leak.Area,
                    LeakExpansion = leak.Expansion,
                    BulkCoefficient = _quality.Bulk(i),
                    WallCoefficient = _quality.Wall(i),
                    HasCheckValve = draft.HasCheckValve,
                    InitialStatus = draft.Status,
                },
                LinkKind.Pump => Pump(draft, more, from, to),
                _ => new Valve
                {
                    Id = draft.Id,
                    FromNode = from,
                    ToNode = to,
                    Vertices = Vertices(more),
                    Tag = more.Tag,
                    Comment = more.Comment,
                    Kind = draft.Valve,
                    Diameter = draft.Diameter * _diameter,
                    Setting = _units.ToSI(QuantityOf.Setting(draft.Valve), more.Setting),
                    CurveId = _curves.Use(
                        more.Curve,
                        draft.Valve == ValveKind.GeneralPurpose ? CurveKind.ValveHeadLoss : CurveKind.ValveOpening),
                    MinorLoss = draft.MinorLoss,
                    InitialStatus = draft.Status,
                },
            };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(links);
    }

    private LinkEnds Ends()
    {
        var ends = new LinkEnds(new int[_session.LinkList.Count], new int[_session.LinkList.Count]);
        for (var i = 0; i < ends.From.Length; i++)
        {
            (ends.From[i], ends.To[i]) = (_session.Links[i].From, _session.Links[i].To);
        }

        return ends;
    }

    private Pump Pump(in LinkDraft draft, in MoreOfLink more, string from, string to)
    {
        var pump = _session.Pumps[more.Pump];
        return new Pump
        {
            Id = draft.Id,
            FromNode = from,
            ToNode = to,
            Vertices = Vertices(more),
            Tag = more.Tag,
            Comment = more.Comment,
            HeadCurveId = _curves.Use(more.Curve, CurveKind.PumpHead),
            Power = pump.Power is { } power ? _units.ToSI(Quantity.Power, power) : null,
            Speed = more.Setting,
            SpeedPatternId = PatternId(pump.SpeedPattern),
            InitialStatus = draft.Status,
            EfficiencyCurveId = _curves.Use(pump.EfficiencyCurve, CurveKind.PumpEfficiency),
            EnergyPrice = pump.Price,
            PricePatternId = PatternId(pump.PricePattern),
        };
    }

    private ImmutableArray<MapPoint> Vertices(in MoreOfLink more)
    {
        if (more.VertexCount == 0)
        {
            return [];
        }

        var points = new MapPoint[more.VertexCount];
        var vertices = _session.Vertices;
        var at = more.LastVertex;
        for (var k = 0; k < points.Length; k++)
        {
            at = vertices[at].Next;
            points[k] = vertices[at].At;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(points);
    }

    private string? PatternId(int pattern) => pattern < 0 ? null : _session.Patterns[pattern].Id;
}
