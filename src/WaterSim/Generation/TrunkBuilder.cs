namespace WaterSim.Generation;

/// <summary>Lays the trunk mains, from plants to towns and between towns.</summary>
internal sealed class TrunkBuilder
{
    // A trunk main has a junction every so many metres, where villages are joined to it.
    private const double Spacing = 900;
    private const ulong Stream = ulong.MaxValue - 1;

    private readonly CountyPlan _plan;
    private readonly CountyDraft _draft;
    private readonly RandomStream _random;
    private readonly List<int>[] _junctions;

    private TrunkBuilder(CountyPlan plan, CountyDraft draft, ulong seed)
    {
        (_plan, _draft, _random) = (plan, draft, new RandomStream(seed, Stream));
        _junctions = new List<int>[plan.Towns.Length];
        for (var i = 0; i < _junctions.Length; i++)
        {
            _junctions[i] = [];
        }
    }

    /// <summary>Lays them.</summary>
    /// <returns>Per town the junctions of its trunk mains; first the one where the town begins.</returns>
    public static List<int>[] Build(CountyPlan plan, CountyDraft draft, ulong seed)
    {
        var builder = new TrunkBuilder(plan, draft, seed);
        var gate = new int[plan.Towns.Length];
        foreach (var town in plan.Order)
        {
            if (plan.Towns[town].HasPlant)
            {
                gate[town] = builder.Plant(plan.Towns[town]);
            }

            // A plant is a hub: the mains to the towns around begin at its gate.
            var supplier = plan.Supplier[town];
            var from = supplier < 0 ? gate[town]
                : plan.Towns[supplier].HasPlant ? gate[supplier]
                : builder._junctions[supplier][0];
            builder.Arrive(town, from);
        }

        foreach (var (from, to) in plan.Ties)
        {
            builder.Tie(from, to);
        }

        return builder._junctions;
    }

    private int Plant(in TownSite town)
    {
        var aside = Direction.Any(_random);
        var away = _random.Between(700, 1_300);
        var (x, y) = (town.X + (away * aside.X), town.Y + (away * aside.Y));
        var gate = _draft.Add(x, y, -1, MainClass.Trunk);
        _draft.Plants.Add((Math.Round(x + (40 * aside.X), 1), Math.Round(y + (40 * aside.Y), 1), gate));
        return gate;
    }

    private void Arrive(int town, int from)
    {
        var site = _plan.Towns[town];
        var last = Lay(town, from, site.X, site.Y);
        _junctions[town].Insert(0, _draft.Add(site.X, site.Y, last, MainClass.Trunk));
    }

    private void Tie(int from, int to)
    {
        var (start, end) = (_junctions[from][0], _junctions[to][0]);
        var last = Lay(from, start, _draft.Nodes[end].X, _draft.Nodes[end].Y);
        _draft.Loops.Add((last, end, MainClass.Trunk));
    }

    // Junctions between two ends, both left out.
    private int Lay(int town, int from, double toX, double toY)
    {
        var (fromX, fromY) = (_draft.Nodes[from].X, _draft.Nodes[from].Y);
        var (dx, dy) = (toX - fromX, toY - fromY);
        var count = Math.Min((int)(Math.Sqrt((dx * dx) + (dy * dy)) / Spacing), 8);
        var last = from;
        for (var k = 1; k <= count; k++)
        {
            var (share, aside) = ((double)k / (count + 1), _random.Between(-0.03, 0.03));
            last = _draft.Add(
                fromX + (share * dx) - (aside * dy), fromY + (share * dy) + (aside * dx), last, MainClass.Trunk);
            _junctions[town].Add(last);
        }

        return last;
    }
}
