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
            nodes[i] = draft.Kind switch
            {
                NodeKind.Junction => new Junction
                {
                    Id = draft.Id,
                    Position = draft.Position,
                    Tag = draft.Tag,
                    Comment = draft.Comment,
                    Elevation = draft.Elevation * _length,
                    Demands = Demands(draft.FirstDemand),
                    EmitterCoefficient = draft.Emitter * _emitter,
                    InitialQuality = _quality.Initial(i),
                    Source = _quality.Source(i),
                },
                NodeKind.Reservoir => new Reservoir
                {
                    Id = draft.Id,
                    Position = draft.Position,
                    Tag = draft.Tag,
                    Comment = draft.Comment,
                    Head = draft.Elevation * _length,
                    HeadPatternId = PatternId(draft.Pattern),
                    InitialQuality = _quality.Initial(i),
                    Source = _quality.Source(i),
                },
                _ => Tank(i, draft),
            };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(nodes);
    }

    private Tank Tank(int i, in NodeDraft draft)
    {
        var mixing = _quality.Mixing(i);
        var tank = _session.TankList.Span[draft.Tank];
        return new Tank
        {
            Id = draft.Id,
            Position = draft.Position,
            Tag = draft.Tag,
            Comment = draft.Comment,
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

    private ImmutableArray<Demand> Demands(int first)
    {
        if (first < 0)
        {
            return [];
        }

        var demands = _session.Demands;
        var count = 0;
        for (var i = first; i >= 0; i = demands[i].Next)
        {
            count++;
        }

        // What is too small to be told from 0 in SI is nothing.
        if (count == 1 && demands[first].Base * _flow == 0 && demands[first] is { Pattern: < 0, Category: null })
        {
            return [];
        }

        var made = new Demand[count];
        for (int i = first, k = 0; i >= 0; i = demands[i].Next, k++)
        {
            made[k] = new Demand(demands[i].Base * _flow, PatternId(demands[i].Pattern), demands[i].Category);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

    private ImmutableArray<Link> Links(ImmutableArray<Node> nodes)
    {
        var links = new Link[_session.LinkList.Count];
        for (var i = 0; i < links.Length; i++)
        {
            ref readonly var draft = ref _session.Links[i];
            var from = draft.From < 0 ? "" : nodes[draft.From].Id;
            var to = draft.To < 0 ? "" : nodes[draft.To].Id;
            var leak = _quality.Leak(i);
            links[i] = draft.Kind switch
            {
                LinkKind.Pipe => new Pipe
                {
                    Id = draft.Id,
                    FromNode = from,
                    ToNode = to,
                    Vertices = Vertices(draft),
                    Tag = draft.Tag,
                    Comment = draft.Comment,
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
                LinkKind.Pump => Pump(draft, from, to),
                _ => new Valve
                {
                    Id = draft.Id,
                    FromNode = from,
                    ToNode = to,
                    Vertices = Vertices(draft),
                    Tag = draft.Tag,
                    Comment = draft.Comment,
                    Kind = draft.Valve,
                    Diameter = draft.Diameter * _diameter,
                    Setting = _units.ToSI(QuantityOf.Setting(draft.Valve), draft.Setting),
                    CurveId = _curves.Use(
                        draft.Curve,
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

    private Pump Pump(in LinkDraft draft, string from, string to)
    {
        var more = _session.Pumps[draft.Pump];
        return new Pump
        {
            Id = draft.Id,
            FromNode = from,
            ToNode = to,
            Vertices = Vertices(draft),
            Tag = draft.Tag,
            Comment = draft.Comment,
            HeadCurveId = _curves.Use(draft.Curve, CurveKind.PumpHead),
            Power = more.Power is { } power ? _units.ToSI(Quantity.Power, power) : null,
            Speed = draft.Setting,
            SpeedPatternId = PatternId(more.SpeedPattern),
            InitialStatus = draft.Status,
            EfficiencyCurveId = _curves.Use(more.EfficiencyCurve, CurveKind.PumpEfficiency),
            EnergyPrice = more.Price,
            PricePatternId = PatternId(more.PricePattern),
        };
    }

    private ImmutableArray<MapPoint> Vertices(in LinkDraft draft)
    {
        if (draft.VertexCount == 0)
        {
            return [];
        }

        var points = new MapPoint[draft.VertexCount];
        var vertices = _session.Vertices;
        for (int i = draft.FirstVertex, k = 0; i >= 0; i = vertices[i].Next, k++)
        {
            points[k] = vertices[i].At;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(points);
    }

    private string? PatternId(int pattern) => pattern < 0 ? null : _session.Patterns[pattern].Id;
}
