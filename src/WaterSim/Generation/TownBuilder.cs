namespace WaterSim.Generation;

/// <summary>
/// Lays a town: streets in a grid of loops that hang on a main street, some blocks without a street, junctions halfway
/// along streets, and lanes that end blind.
/// </summary>
internal sealed class TownBuilder
{
    /// <summary>Fewest junctions of a town, the one where it begins left out.</summary>
    public const int Fewest = 4;

    private const double StreetsKept = 0.75;
    private const int PercentCrossings = 45;
    private const int PercentHalfway = 42;

    private readonly CountyDraft _draft;
    private readonly RandomStream _random;
    private readonly Direction _along;
    private readonly double _block;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _mainRow;
    private readonly int[] _crossings;
    private readonly bool[] _hasStreet;
    private readonly int _lanes;
    private int _streetsLeft;
    private int _halfwayLeft;

    private TownBuilder(CountyDraft draft, RandomStream random, int begin, int count)
    {
        (_draft, _random) = (draft, random);
        _along = Direction.Any(random);
        _block = random.Between(110, 170);

        var crossings = 1 + (count * PercentCrossings / 100);
        _rows = Math.Max(2, (int)Math.Sqrt(crossings * random.Between(0.5, 1.1)));
        _columns = Math.Max(2, crossings / _rows);
        _mainRow = _rows / 2;
        _crossings = new int[_rows * _columns];
        _crossings[_mainRow * _columns] = begin;

        // Streets beside the main street, each closing a loop; then how many of all have a junction halfway.
        _hasStreet = new bool[_crossings.Length];
        _streetsLeft = _crossings.Length - 1;
        for (var i = 0; i < _hasStreet.Length; i++)
        {
            _hasStreet[i] = i % _columns > 0 && i / _columns != _mainRow && random.Chance(StreetsKept);
            _streetsLeft += _hasStreet[i] ? 1 : 0;
        }

        var left = count - (_crossings.Length - 1);
        _halfwayLeft = Math.Min(left * PercentHalfway / 100, _streetsLeft);
        _lanes = left - _halfwayLeft;
    }

    /// <summary>Lays a town.</summary>
    /// <param name="draft">The county.</param>
    /// <param name="random">The town's own random numbers.</param>
    /// <param name="begin">The junction where its trunk main arrives.</param>
    /// <param name="count">How many junctions to add.</param>
    /// <returns>The far end of its main street, and how far it reaches, m.</returns>
    public static (int FarEnd, double Reach) Build(CountyDraft draft, RandomStream random, int begin, int count)
    {
        var town = new TownBuilder(draft, random, begin, count);
        var first = draft.Count;
        town.Streets();
        town.Lanes(first);
        for (var i = first; i < draft.Count; i++)
        {
            town.Demand(ref draft.Nodes[i]);
        }

        var farEnd = town._crossings[((town._mainRow + 1) * town._columns) - 1];
        return (farEnd, town._columns * town._block);
    }

    private void Streets()
    {
        for (var column = 0; column < _columns; column++)
        {
            if (column > 0)
            {
                Crossing(_mainRow, column, _mainRow, column - 1, MainClass.MainStreet);
            }

            for (var row = _mainRow + 1; row < _rows; row++)
            {
                Crossing(row, column, row - 1, column, MainClass.Street);
            }

            for (var row = _mainRow - 1; row >= 0; row--)
            {
                Crossing(row, column, row + 1, column, MainClass.Street);
            }

            for (var row = 0; row < _rows; row++)
            {
                var here = (row * _columns) + column;
                if (_hasStreet[here])
                {
                    var from = Halfway(_crossings[here - 1], _crossings[here], MainClass.Street);
                    _draft.Loops.Add((from, _crossings[here], MainClass.Street));
                }
            }
        }
    }

    private void Crossing(int row, int column, int fromRow, int fromColumn, MainClass main)
    {
        var from = _crossings[(fromRow * _columns) + fromColumn];
        var origin = _draft.Nodes[_crossings[_mainRow * _columns]];
        var (u, v) = (column + _random.Between(-0.12, 0.12), row - _mainRow + _random.Between(-0.12, 0.12));
        var across = _along.Left;
        var x = origin.X + (_block * ((u * _along.X) + (v * across.X)));
        var y = origin.Y + (_block * ((u * _along.Y) + (v * across.Y)));
        from = TakesHalfway() ? Between(from, x, y, main) : from;
        _crossings[(row * _columns) + column] = _draft.Add(x, y, from, main);
    }

    private int Halfway(int from, int to, MainClass main) =>
        TakesHalfway() ? Between(from, _draft.Nodes[to].X, _draft.Nodes[to].Y, main) : from;

    private int Between(int from, double toX, double toY, MainClass main)
    {
        var (start, share) = (_draft.Nodes[from], _random.Between(0.35, 0.65));
        return _draft.Add(start.X + (share * (toX - start.X)), start.Y + (share * (toY - start.Y)), from, main);
    }

    // So many of so many streets, each as likely as the others.
    private bool TakesHalfway()
    {
        var takes = _random.Below(_streetsLeft--) < _halfwayLeft;
        _halfwayLeft -= takes ? 1 : 0;
        return takes;
    }

    private void Lanes(int first)
    {
        for (var k = 0; k < _lanes; k++)
        {
            var from = _random.Whole(first, _draft.Count - 1);
            var (start, way, length) = (_draft.Nodes[from], Direction.Any(_random), _random.Between(30, 80));
            _draft.Add(start.X + (length * way.X), start.Y + (length * way.Y), from, MainClass.Lane);
        }
    }

    // Somebody lives at the end of every lane: water stands in no pipe.
    private void Demand(ref DraftNode node)
    {
        if (_random.Chance(0.01))
        {
            (node.Kind, node.Demand) = (DemandKind.Industry, _random.Whole(800, 4_000));
        }
        else if (_random.Chance(0.88) || !node.LeadsOn)
        {
            (node.Kind, node.Demand) = (DemandKind.Town, _random.Whole(40, 300));
        }
    }
}
