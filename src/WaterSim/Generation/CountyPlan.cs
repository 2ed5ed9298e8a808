namespace WaterSim.Generation;

/// <summary>Where towns and plants lie, and which trunk mains join them.</summary>
/// <remarks>
/// Towns lie on a lattice, one a cell, moved about. Every fifth has a plant, so placed that each of the others has one
/// beside it (towns a knight's move apart: the cells and their neighbours fill the plane); some plants are left out
/// again. Trunk mains go out from the plants, nearest towns first; others between neighbours close loops, and at least
/// so many that no part of the county is by itself.
/// </remarks>
internal sealed class CountyPlan
{
    /// <summary>Distance of towns, m.</summary>
    public const double Cell = 4_500;

    private const int NodesPerTown = 350;
    private const int FewestNodesWithTank = 150;
    private const ulong Stream = ulong.MaxValue;

    private readonly int _columns = 1;
    private readonly RandomStream _random;

    public CountyPlan(int nodes, ulong seed)
    {
        _random = new RandomStream(seed, Stream);
        var towns = Math.Max(1, (nodes + (NodesPerTown / 2)) / NodesPerTown);
        while (_columns * _columns < towns)
        {
            _columns++;
        }

        Towns = new TownSite[towns];
        Supplier = new int[towns];
        for (var i = 0; i < towns; i++)
        {
            Towns[i] = Site(i, nodes);
            Plants += Towns[i].HasPlant ? 1 : 0;
            Tanks += Towns[i].HasTank ? 1 : 0;
        }

        Order = SpreadFromPlants();
        Ties = FindTies();
    }

    /// <summary>The towns.</summary>
    public TownSite[] Towns { get; }

    /// <summary>Per town the one its trunk main comes from; -1: its own plant.</summary>
    public int[] Supplier { get; }

    /// <summary>The towns in an order in which each stands after its supplier.</summary>
    public int[] Order { get; }

    /// <summary>Towns that a further trunk main joins.</summary>
    public (int From, int To)[] Ties { get; }

    /// <summary>How many towns have a plant.</summary>
    public int Plants { get; }

    /// <summary>How many towns have an elevated tank.</summary>
    public int Tanks { get; }

    private TownSite Site(int i, int nodes)
    {
        var (column, row) = (i % _columns, i / _columns);
        var hasPlant = (column + (2 * row)) % 5 == 0 && (i == 0 || _random.Chance(0.85));
        var hasTank = Towns.Length == 1 ? nodes >= FewestNodesWithTank : !hasPlant && (i == 1 || _random.Chance(0.5));
        return new TownSite(
            ((column + 0.5) * Cell) + _random.Between(-600, 600),
            ((row + 0.5) * Cell) + _random.Between(-600, 600),
            hasPlant,
            hasTank,
            _random.Whole(50, 150));
    }

    private int[] SpreadFromPlants()
    {
        var order = new List<int>(Towns.Length);
        Array.Fill(Supplier, int.MinValue);
        for (var i = 0; i < Towns.Length; i++)
        {
            if (Towns[i].HasPlant)
            {
                Supplier[i] = -1;
                order.Add(i);
            }
        }

        for (var k = 0; k < order.Count; k++)
        {
            var first = _random.Below(4);
            for (var side = 0; side < 4; side++)
            {
                var other = Neighbour(order[k], (first + side) % 4);
                if (other >= 0 && Supplier[other] == int.MinValue)
                {
                    Supplier[other] = order[k];
                    order.Add(other);
                }
            }
        }

        return [.. order];
    }

    private (int From, int To)[] FindTies()
    {
        var part = new int[Towns.Length];
        foreach (var town in Order)
        {
            part[town] = Supplier[town] < 0 ? town : part[Supplier[town]];
        }

        var ties = new List<(int From, int To)>();
        for (var i = 0; i < Towns.Length; i++)
        {
            for (var side = 0; side < 2; side++)
            {
                var other = Neighbour(i, side);
                if (other < 0 || Supplier[other] == i || Supplier[i] == other)
                {
                    continue;
                }

                var (a, b) = (Root(part, i), Root(part, other));
                var isLucky = _random.Chance(0.3);
                if (a != b || isLucky)
                {
                    part[a] = b;
                    ties.Add((i, other));
                }
            }
        }

        return [.. ties];
    }

    // To the east, north, west or south; -1: there is none.
    private int Neighbour(int town, int side)
    {
        var column = town % _columns;
        var other = side switch
        {
            0 => column + 1 < _columns ? town + 1 : -1,
            1 => town + _columns,
            2 => column > 0 ? town - 1 : -1,
            _ => town - _columns,
        };
        return other < Towns.Length ? other : -1;
    }

    private static int Root(int[] part, int i)
    {
        while (part[i] != i)
        {
            i = part[i] = part[part[i]];
        }

        return i;
    }
}
