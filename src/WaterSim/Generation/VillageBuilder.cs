namespace WaterSim.Generation;

/// <summary>
/// Lays the villages around a town: each is a tree of pipes at the end of a main that comes from the nearest trunk main,
/// street or earlier village.
/// </summary>
internal sealed class VillageBuilder
{
    private const int FewestNodes = 12;
    private const int MostNodes = 56;
    private const double Spacing = 350;
    private const double FarthestOut = 1_900;
    private const int MostPlacesInTown = 40;

    private readonly CountyDraft _draft;
    private readonly RandomStream _random;
    private readonly List<int> _places;
    private readonly byte[] _branches = new byte[2 * MostNodes];

    private VillageBuilder(CountyDraft draft, RandomStream random, List<int> places) =>
        (_draft, _random, _places) = (draft, random, places);

    /// <summary>Lays villages.</summary>
    /// <param name="draft">The county.</param>
    /// <param name="random">The town's own random numbers.</param>
    /// <param name="trunk">Junctions of the trunk mains that villages may hang on; first the one where the town begins.</param>
    /// <param name="town">The town's first junction and the one after its last.</param>
    /// <param name="reach">How far the town reaches, m.</param>
    /// <param name="count">How many junctions to add.</param>
    public static void Build(
        CountyDraft draft, RandomStream random, List<int> trunk, (int First, int End) town, double reach, int count)
    {
        List<int> places = [.. trunk];
        var step = Math.Max(1, (town.End - town.First) / MostPlacesInTown);
        for (var i = town.First; i < town.End; i += step)
        {
            places.Add(i);
        }

        var builder = new VillageBuilder(draft, random, places);
        while (count > 0)
        {
            var size = random.Whole(FewestNodes, MostNodes - FewestNodes);
            size = count - size < FewestNodes ? count : size;
            builder.Village(draft.Nodes[trunk[0]].X, draft.Nodes[trunk[0]].Y, reach, size);
            count -= size;
        }
    }

    private void Village(double townX, double townY, double reach, int size)
    {
        var (x, y) = Place(townX, townY, reach);
        var from = Nearest(x, y);
        var first = _draft.Count;
        var centre = Main(from, x, y, size);
        var left = size - (centre - first) - 1;
        Tree(centre, left);
        for (var i = first; i < _draft.Count; i++)
        {
            // Somebody lives at the end of every pipe: water stands in none.
            if (_random.Chance(i < centre ? 0.3 : 0.88) || !_draft.Nodes[i].LeadsOn)
            {
                (_draft.Nodes[i].Kind, _draft.Nodes[i].Demand) = (DemandKind.Village, _random.Whole(6, 60));
            }
        }

        // Later villages may go on from this one's middle and from its end.
        _places.Add(centre);
        _places.Add(_draft.Count - 1);
    }

    // Anywhere around the town, outside it where a few tries find such a place.
    private (double X, double Y) Place(double townX, double townY, double reach)
    {
        double x = 0, y = 0;
        for (var attempt = 0; attempt < 6 && (x * x) + (y * y) < reach * reach; attempt++)
        {
            (x, y) = (_random.Between(-FarthestOut, FarthestOut), _random.Between(-FarthestOut, FarthestOut));
        }

        return (townX + x, townY + y);
    }

    private int Nearest(double x, double y)
    {
        var (nearest, least) = (_places[0], double.MaxValue);
        foreach (var place in _places)
        {
            var (dx, dy) = (_draft.Nodes[place].X - x, _draft.Nodes[place].Y - y);
            if ((dx * dx) + (dy * dy) < least)
            {
                (nearest, least) = (place, (dx * dx) + (dy * dy));
            }
        }

        return nearest;
    }

    // The main from a junction to the village's middle.
    private int Main(int from, double x, double y, int size)
    {
        var (fromX, fromY) = (_draft.Nodes[from].X, _draft.Nodes[from].Y);
        var (dx, dy) = (x - fromX, y - fromY);
        var count = Math.Min((int)(Math.Sqrt((dx * dx) + (dy * dy)) / Spacing), (size - 1) / 3);
        for (var k = 1; k <= count; k++)
        {
            var (share, aside) = ((double)k / (count + 1), _random.Between(-0.05, 0.05));
            from = _draft.Add(
                fromX + (share * dx) - (aside * dy), fromY + (share * dy) + (aside * dx), from, MainClass.Village);
        }

        return _draft.Add(x, y, from, MainClass.Village);
    }

    // Goes on from the last junction, or branches off from any with room for it.
    private void Tree(int centre, int count)
    {
        _branches.AsSpan(0, count + 1).Clear();
        var (tip, ahead) = (centre, Direction.Any(_random));
        for (var k = 1; k <= count; k++)
        {
            if (_random.Chance(0.45))
            {
                tip = centre + _random.Below(k);
                while (_branches[tip - centre] > 2)
                {
                    tip = _draft.Nodes[tip].Parent is var up && up > centre ? up : centre + k - 1;
                }

                ahead = _random.Chance(0.5) ? ahead.Left : ahead.Left.Back;
            }

            ahead = ahead.Turned(_random.Between(-0.2, 0.2));
            var (start, length) = (_draft.Nodes[tip], _random.Between(40, 120));
            _branches[tip - centre]++;
            tip = _draft.Add(start.X + (length * ahead.X), start.Y + (length * ahead.Y), tip, MainClass.Village);
        }
    }
}
