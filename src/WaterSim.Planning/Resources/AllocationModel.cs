using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// The programme of one day: minimise <c>c x + q x^2 / 2</c> where <c>A x = b</c> and <c>0 &lt;= x &lt;= u</c>. What is x, and which
/// rows there are, the county decides once; <see cref="AllocationTerms"/> fills in a day's <c>u, c, q, b</c>.
/// </summary>
/// <remarks>
/// <code>
/// source s   sum of its draws - taken(s)                                        = 0
/// plant p    (1 - loss) * sum of its draws - output(p)                          = 0
/// zone z     outputs + transfers in - out + shortages + lacking(z) - kept(z)    = demand + extra
/// </code>
/// A transfer is least + more - leastback - back, the least paid for and so given up last; water is m3 of the day, money yuan. No x can be made
/// to fail: with nothing drawn and all of it short the rows hold.
/// </remarks>
internal sealed class AllocationModel
{
    private readonly List<(int Row, int Variable, double Value)> _entries = [];
    private readonly List<string> _variableNames = [];
    private readonly List<string> _rowNames = [];

    public AllocationModel(CountySystem system, SupplyMap map)
    {
        (System, Map) = (system, map);
        var operations = (system.Dispatch?.Plants ?? []).GroupBy(p => p.Plant, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Operations = [.. system.Plants.Select(p => operations.GetValueOrDefault(p.Id) ?? new PlantOperation { Plant = p.Id })];
        var links = (system.Dispatch?.Links ?? []).GroupBy(l => l.Interconnection, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Cost, StringComparer.Ordinal);
        LinkCost = [.. system.Interconnections.Select(x => links.GetValueOrDefault(x.Id))];

        var source = Rows(system.Sources.Select(s => $"source_{s.Id}"));
        var plant = Rows(system.Plants.Select(p => $"plant_{p.Id}"));
        var zone = Rows(map.Zones.Select(z => $"zone_{z.Id}"));
        ZoneRow = zone;
        Draw = Variables(map.Intakes.Select(i => $"draw_{system.Sources[i.Source].Id}_{system.Plants[i.Plant].Id}"));
        Taken = Variables(system.Sources.Select(s => $"taken_{s.Id}"));
        Output = Variables(system.Plants.Select(p => $"output_{p.Id}"));
        Least = Variables(system.Interconnections.Select(x => $"least_{x.Id}"));
        LeastBack = Variables(system.Interconnections.Select(x => $"leastback_{x.Id}"));
        More = Variables(system.Interconnections.Select(x => $"more_{x.Id}"));
        Back = Variables(system.Interconnections.Select(x => $"back_{x.Id}"));
        Shortage = Variables(Enumerable.Range(0, map.GroupCount).Select(g => $"short_{map.Zones[g / SupplyMap.GroupsPerZone].Id}_{GroupName(g)}"));
        Lacking = Variables(map.Zones.Select(z => $"lacking_{z.Id}"));
        Kept = Variables(map.Zones.Select(z => $"kept_{z.Id}"));
        for (var i = 0; i < map.Intakes.Length; i++)
        {
            _entries.Add((source + map.Intakes[i].Source, Draw + i, 1));
            _entries.Add((plant + map.Intakes[i].Plant, Draw + i, 1 - Operations[map.Intakes[i].Plant].Loss));
        }

        Each(system.Sources.Length, s => _entries.Add((source + s, Taken + s, -1)));
        Each(system.Plants.Length, p =>
        {
            _entries.Add((plant + p, Output + p, -1));
            _entries.Add((zone + map.ZoneOfPlant[p], Output + p, 1));
        });
        Each(map.Links.Length, x =>
        {
            foreach (var (variable, sign) in ((int, int)[])[(Least + x, 1), (LeastBack + x, -1), (More + x, 1), (Back + x, -1)])
            {
                _entries.Add((zone + map.Links[x].From, variable, -sign));
                _entries.Add((zone + map.Links[x].To, variable, sign));
            }
        });
        Each(map.GroupCount, g => _entries.Add((zone + (g / SupplyMap.GroupsPerZone), Shortage + g, 1)));
        Each(map.Zones.Length, z =>
        {
            _entries.Add((zone + z, Lacking + z, 1));
            _entries.Add((zone + z, Kept + z, -1));
        });
        (Start, Row, Value) = Columns();
    }

    public CountySystem System { get; }

    public SupplyMap Map { get; }

    /// <summary>How each plant is run, in the system's order.</summary>
    public PlantOperation[] Operations { get; }

    /// <summary>yuan/m3 passed, of each interconnection, in the system's order.</summary>
    public double[] LinkCost { get; }

    public IReadOnlyList<string> VariableNames => _variableNames;

    public IReadOnlyList<string> RowNames => _rowNames;

    // First positions of each kind of variable, and of the zones' rows.
    public int Draw { get; }

    public int Taken { get; }

    public int Output { get; }

    public int Least { get; }

    public int LeastBack { get; }

    public int More { get; }

    public int Back { get; }

    public int Shortage { get; }

    public int Lacking { get; }

    public int Kept { get; }

    public int ZoneRow { get; }

    /// <summary>Where each variable's entries of A start in <see cref="Row"/> and <see cref="Value"/>; one more than variables.</summary>
    public int[] Start { get; }

    public int[] Row { get; }

    public double[] Value { get; }

    private static string GroupName(int group)
    {
        var inZone = group % SupplyMap.GroupsPerZone;
        return $"{(CommunityClass)(inZone / 3)}_{(WaterUse)(inZone % 3)}".ToLowerInvariant();
    }

    private static void Each(int count, Action<int> act)
    {
        for (var i = 0; i < count; i++)
        {
            act(i);
        }
    }

    private static int Add(List<string> all, IEnumerable<string> names)
    {
        var first = all.Count;
        all.AddRange(names);
        return first;
    }

    private int Rows(IEnumerable<string> names) => Add(_rowNames, names);

    private int Variables(IEnumerable<string> names) => Add(_variableNames, names);

    // Entries of one variable and row are one: an interconnection within a zone moves nothing.
    private (int[] Start, int[] Row, double[] Value) Columns()
    {
        var sorted = _entries.GroupBy(e => (e.Variable, e.Row)).OrderBy(g => g.Key)
            .Select(g => (g.Key.Variable, g.Key.Row, Value: g.Sum(e => e.Value))).ToList();
        var start = new int[_variableNames.Count + 1];
        foreach (var entry in sorted)
        {
            start[entry.Variable + 1]++;
        }

        for (var i = 1; i < start.Length; i++)
        {
            start[i] += start[i - 1];
        }

        return (start, [.. sorted.Select(e => e.Row)], [.. sorted.Select(e => e.Value)]);
    }
}
