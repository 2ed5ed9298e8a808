using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using WaterSim.Model;

namespace WaterSim.Generation;

/// <summary>Sizes the pipes of a county and makes the network.</summary>
/// <remarks>
/// Each number is made from the decimal number that a file writes and the factor of its unit, as a reader makes it: what
/// is written reads back as the same network.
/// </remarks>
internal sealed class CountyAssembler
{
    // Head of a plant above the land, m.
    private const double PlantHead = 54;

    // A pipe is a little longer than the straight line.
    private const double Detour = 1.03;
    private const double ShortestPipe = 5;
    private const double PlantMain = 40;
    private const double TankMain = 60;

    // Levels of a tank above its bottom, m; half full at the start.
    private const double TankLow = 0.5;
    private const double TankHigh = 7.5;
    private const double TankStart = 4;

    // Volume of a tank, between its levels, over the mean daily demand of its town.
    private const double TankShare = 0.3;
    private const double Pi = 3.141592653589793;

    private readonly CountyDraft _draft;
    private readonly Terrain _terrain;
    private readonly long[] _flow;
    private readonly double[] _head;
    private readonly FileUnits _units;

    private CountyAssembler(CountyDraft draft, Terrain terrain, HydraulicOptions options)
    {
        (_draft, _terrain, _units) = (draft, terrain, FileUnits.Of(options));
        _flow = new long[draft.Count];
        _head = new double[draft.Count];
    }

    /// <summary>Makes the network.</summary>
    public static Network Assemble(CountyDraft draft, Terrain terrain, ImmutableArray<string> title)
    {
        var options = new HydraulicOptions
        {
            FlowUnits = FlowUnits.LitersPerSecond,
            HeadLoss = HeadLossFormula.HazenWilliams,
            Accuracy = 1e-5,
            RequiredPressure = 20,
        };
        var assembler = new CountyAssembler(draft, terrain, options);
        assembler.AddUpFlows();
        assembler.FollowHeads();
        var nodes = assembler.Nodes();
        return new Network
        {
            Title = title,
            Nodes = nodes,
            Links = assembler.Links(nodes),
            Patterns = DailyPatterns.All,
            Options = options,
            Times = new TimeOptions { Duration = TimeSpan.FromHours(24) },
        };
    }

    private void AddUpFlows()
    {
        for (var i = _flow.Length - 1; i >= 0; i--)
        {
            ref readonly var node = ref _draft.Nodes[i];
            _flow[i] += node.Demand;
            if (node.Parent >= 0)
            {
                _flow[node.Parent] += _flow[i];
            }
        }
    }

    // Roughly the head at mean demand, were there no loops.
    private void FollowHeads()
    {
        foreach (var (x, y, gate) in _draft.Plants)
        {
            _head[gate] = HeadOf(x, y);
        }

        for (var i = 0; i < _head.Length; i++)
        {
            ref readonly var node = ref _draft.Nodes[i];
            if (node.Parent >= 0)
            {
                var pipe = PipeCatalogue.Size(node.Main, _flow[i]);
                _head[i] = _head[node.Parent] - (PipeCatalogue.Gradient(pipe, _flow[i]) * Length(node.Parent, i));
            }
        }
    }

    private double HeadOf(double x, double y) => Math.Round(_terrain.Region(x, y) + PlantHead, 1);

    private ImmutableArray<Node> Nodes()
    {
        var nodes = new Node[_draft.Count + _draft.Plants.Count + _draft.Tanks.Count];
        var patterns = DailyPatterns.All;
        var flow = _units.FactorToSI(Quantity.Flow);
        for (var i = 0; i < _draft.Count; i++)
        {
            ref readonly var draft = ref _draft.Nodes[i];
            nodes[i] = new Junction
            {
                Id = Name("J", i),
                Position = new MapPoint(draft.X, draft.Y),
                Elevation = draft.Elevation,
                Demands = draft.Demand > 0
                    ? [new Demand(draft.Demand / 1000.0 * flow, patterns[(int)draft.Kind].Id)]
                    : [],
            };
        }

        for (var k = 0; k < _draft.Plants.Count; k++)
        {
            var (x, y, _) = _draft.Plants[k];
            nodes[_draft.Count + k] = new Reservoir
            {
                Id = Name("Plant", k),
                Position = new MapPoint(x, y),
                Head = HeadOf(x, y),
            };
        }

        for (var k = 0; k < _draft.Tanks.Count; k++)
        {
            nodes[_draft.Count + _draft.Plants.Count + k] = Tank(k);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(nodes);
    }

    private Tank Tank(int k)
    {
        var (at, first, end) = _draft.Tanks[k];
        long demand = 0;
        foreach (ref readonly var node in _draft.Nodes[first..end])
        {
            demand += node.Demand;
        }

        var area = TankShare * demand * 1e-6 * 86_400 / (TankHigh - TankLow);
        var draft = _draft.Nodes[at];
        return new Tank
        {
            Id = Name("Tank", k),
            Position = new MapPoint(Math.Round(draft.X + TankMain, 1), draft.Y),
            Elevation = Math.Round(_head[at] - TankStart, 1),
            InitialLevel = TankStart,
            MinimumLevel = TankLow,
            MaximumLevel = TankHigh,
            Diameter = Math.Max(5, Math.Round(Math.Sqrt(4 * area / Pi), 1)),
        };
    }

    private ImmutableArray<Link> Links(ImmutableArray<Node> nodes)
    {
        var (plants, tanks) = (_draft.Plants, _draft.Tanks);
        var links = new Link[_draft.Count + _draft.Loops.Count + tanks.Count];
        var count = 0;
        for (var i = 0; i < _draft.Count; i++)
        {
            ref readonly var node = ref _draft.Nodes[i];
            if (node.Parent >= 0)
            {
                Add(nodes[node.Parent], nodes[i], Length(node.Parent, i), node.Main, PipeCatalogue.Size(node.Main, _flow[i]));
            }
        }

        foreach (var (from, to, main) in _draft.Loops)
        {
            // As wide as what leads to it, so that a main does not grow narrow halfway between two towns.
            Add(nodes[from], nodes[to], Length(from, to), main, PipeCatalogue.Size(main, _flow[from] - _draft.Nodes[from].Demand));
        }

        for (var k = 0; k < plants.Count; k++)
        {
            var gate = plants[k].Gate;
            Add(
                nodes[_draft.Count + k], nodes[gate], PlantMain, MainClass.Trunk,
                PipeCatalogue.Size(MainClass.Trunk, _flow[gate]));
        }

        for (var k = 0; k < tanks.Count; k++)
        {
            var at = tanks[k].Junction;
            Add(
                nodes[at], nodes[_draft.Count + plants.Count + k], TankMain, MainClass.Trunk,
                PipeCatalogue.Size(MainClass.Trunk, _flow[at]));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(links);

        void Add(Node from, Node to, double length, MainClass main, int pipe) => links[count] = new Pipe
        {
            Id = Name("P", count++),
            FromNode = from.Id,
            ToNode = to.Id,
            Length = length,
            Diameter = PipeCatalogue.Diameter(pipe) * _units.FactorToSI(Quantity.PipeDiameter),
            Roughness = PipeCatalogue.Roughness(main),
        };
    }

    private double Length(int from, int to)
    {
        var (a, b) = (_draft.Nodes[from], _draft.Nodes[to]);
        var (x, y) = (a.X - b.X, a.Y - b.Y);
        return Math.Max(ShortestPipe, Math.Round(Detour * Math.Sqrt((x * x) + (y * y)), 1));
    }

    private static string Name(string prefix, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{index + 1}");
}
