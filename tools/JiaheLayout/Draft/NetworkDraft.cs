namespace JiaheLayout.Draft;

/// <summary>The network while it is being laid out: lists in the order in which the file will show them.</summary>
internal sealed class NetworkDraft
{
    private readonly Dictionary<string, Point> _places = new(StringComparer.Ordinal);

    public List<DraftJunction> Junctions { get; } = [];

    public List<DraftReservoir> Reservoirs { get; } = [];

    public List<DraftTank> Tanks { get; } = [];

    public List<DraftPipe> Pipes { get; } = [];

    public List<DraftPump> Pumps { get; } = [];

    public List<DraftValve> Valves { get; } = [];

    public List<DraftDemand> Demands { get; } = [];

    public List<DraftCurve> Curves { get; } = [];

    public List<string> Controls { get; } = [];

    public List<Community> Communities { get; } = [];

    public Point Place(string node) => _places[node];

    public double Ground(string node) => Junctions.Find(j => j.Id == node)!.GroundM;

    public void AddJunction(string id, double groundM, Point place, string tag)
    {
        _places.Add(id, place);
        Junctions.Add(new(id, Math.Round(groundM, 1), place, tag));
    }

    public void AddReservoir(string id, double levelM, Point place, string tag)
    {
        _places.Add(id, place);
        Reservoirs.Add(new(id, levelM, place, tag));
    }

    public void AddTank(DraftTank tank)
    {
        _places.Add(tank.Id, tank.Place);
        Tanks.Add(tank);
    }

    /// <summary>Adds a pipe as long as its drawn line.</summary>
    public void AddPipe(
        string id, string from, string to, PipeSize size, string tag, IReadOnlyList<Point>? bends = null, string state = "Open",
        double minor = 0, double? lengthM = null)
    {
        bends ??= [];
        var length = lengthM ?? Math.Max(5, LineLength(from, to, bends));
        Pipes.Add(new(id, from, to, Math.Round(length, 1), size, minor, state, bends, tag));
    }

    /// <summary>Adds a valve between two new junctions: one 10 m from <paramref name="at"/>, the other 10 m further on.</summary>
    public void AddValveStation(
        string id, string inlet, string outlet, Point at, Point toward, double groundM, double diameterMm, string kind,
        double setting, string tag)
    {
        AddJunction(inlet, groundM, at, tag);
        AddJunction(outlet, groundM, at.Toward(toward, 20), tag);
        Valves.Add(new(id, inlet, outlet, diameterMm, kind, Math.Round(setting, 2), tag));
    }

    public double LineLength(string from, string to, IReadOnlyList<Point> bends)
    {
        var length = 0.0;
        var last = Place(from);
        foreach (var next in bends.Append(Place(to)))
        {
            length += last.DistanceTo(next);
            last = next;
        }

        return length;
    }
}
