using System.Globalization;
using System.Text;
using System.Text.Json;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>A run's map on a grid that is <see cref="Width"/> wide, y downwards.</summary>
internal sealed class MapData
{
    public const double Width = 1000;

    private const double LeastRadius = 3.2;
    private const double MostRadius = 17;
    private const double JunctionRadius = 3.5;
    private const double Margin = 34;
    private const double LeastHeight = 420;
    private const double MostHeight = 1400;

    private int _mostPeople;

    private MapData()
    {
    }

    /// <summary>Height of the grid.</summary>
    public double Height { get; private set; }

    /// <summary>Length of a unit of the grid, m, or null where the map is a schematic.</summary>
    public double? MetresPerUnit { get; private set; }

    /// <summary>Nodes of the network: rows per time in the table <c>nodes</c>.</summary>
    public int Nodes { get; private set; }

    /// <summary>Towns by name.</summary>
    public List<MapMark> Towns { get; } = [];

    /// <summary>Communities, of a plain network junctions with demand.</summary>
    public List<MapPlace> Places { get; } = [];

    /// <summary>Plants, tanks, boosters and sources.</summary>
    public List<MapMark> Facilities { get; } = [];

    /// <summary>Pipes of one diameter, m, the widest first, as the data of a path.</summary>
    public List<(double Diameter, string Path)> Pipes { get; } = [];

    /// <summary>True where places are communities.</summary>
    public bool IsCounty { get; private set; }

    /// <summary>Radius of a place's circle: its area is as its people, but for the smallest.</summary>
    public double RadiusOf(MapPlace place) => !IsCounty ? JunctionRadius
        : Math.Max(LeastRadius, MostRadius * Math.Sqrt(place.People / (double)Math.Max(1, _mostPeople)));

    /// <summary>Reads a map.</summary>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static MapData Of(JsonElement json, Phrases phrases)
    {
        if (!json.Text("schema").StartsWith("watersim-map/", StringComparison.Ordinal))
        {
            throw new InvalidDataException("map.json is not one of watersim");
        }

        var paths = json.List("pipes").Select(g => (Diameter: g.Number("diameter_m"), Paths: g.List("paths").Select(Numbers).ToList())).ToList();
        var map = new MapData { Nodes = (int)json.Number("nodes") };
        var frame = new Frame(paths.SelectMany(g => g.Paths).Concat(
            json.List("communities").Concat(json.List("places")).Concat(json.List("facilities")).Select(At)));
        map.Height = frame.Height;
        map.MetresPerUnit = json.IsTrue("is_metres") ? 1 / frame.Scale : null;
        foreach (var (diameter, group) in paths)
        {
            map.Pipes.Add((diameter, frame.Path(group)));
        }

        map.AddPlaces(json, phrases, frame);
        map._mostPeople = map.Places.Select(p => p.People).DefaultIfEmpty().Max();
        foreach (var facility in json.List("facilities"))
        {
            map.Facilities.Add(Mark(facility, facility.Text("kind"), phrases, frame));
        }

        foreach (var town in json.List("towns"))
        {
            map.Towns.Add(Mark(town, "town", phrases, frame));
        }

        return map;
    }

    private void AddPlaces(JsonElement json, Phrases phrases, Frame frame)
    {
        foreach (var c in json.List("communities"))
        {
            IsCounty = true;
            var (x, y) = frame.Point(At(c));
            Places.Add(new MapPlace(
                c.Text("id"), c.Name("name", phrases), c.Text("town"), c.Text("class") == "urban", (int)c.Number("people"), c.Number("service_head_m"),
                x, y, [.. c.List("rows").Select(r => r.GetInt32())]));
        }

        foreach (var p in json.List("places"))
        {
            var (x, y) = frame.Point(At(p));
            Places.Add(new MapPlace(p.Text("id"), p.Text("id"), "", false, 0, double.NaN, x, y, [(int)p.Number("row")]));
        }

        if (Places.Any(p => p.Rows.Any(r => r < 0 || r >= Nodes)))
        {
            throw new InvalidDataException("map.json names rows that there are not");
        }
    }

    private static MapMark Mark(JsonElement of, string kind, Phrases phrases, Frame frame)
    {
        var (x, y) = frame.Point(At(of));
        return new MapMark(kind, of.Text("id"), of.Name("name", phrases) is { Length: > 0 } name ? name : of.Text("id"), x, y);
    }

    private static double[] At(JsonElement of) => of.Find("at") is { } at ? Numbers(at) : [];

    private static double[] Numbers(JsonElement list)
    {
        var numbers = new double[list.GetArrayLength()];
        var i = 0;
        foreach (var n in list.EnumerateArray())
        {
            numbers[i++] = n.GetDouble();
        }

        return numbers;
    }

    /// <summary>From the network's coordinates to the grid's.</summary>
    private sealed class Frame
    {
        private readonly double _left = double.PositiveInfinity;
        private readonly double _top = double.NegativeInfinity;
        private readonly double _shift;

        public Frame(IEnumerable<double[]> paths)
        {
            var (right, bottom) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var path in paths)
            {
                for (var i = 0; i + 1 < path.Length; i += 2)
                {
                    (_left, right) = (Math.Min(_left, path[i]), Math.Max(right, path[i]));
                    (bottom, _top) = (Math.Min(bottom, path[i + 1]), Math.Max(_top, path[i + 1]));
                }
            }

            var (across, down) = (Math.Max(right - _left, 0), Math.Max(_top - bottom, 0));
            if (!double.IsFinite(across) || across + down == 0)
            {
                (_left, _top, across, down) = (double.IsFinite(_left) ? _left : 0, double.IsFinite(_top) ? _top : 0, 1, 1);
            }

            // A tall map is as high as it may be, and stands in the middle.
            var room = Width - (2 * Margin);
            Scale = across * (MostHeight - (2 * Margin)) < down * room ? (MostHeight - (2 * Margin)) / down : room / across;
            _shift = (Width - (across * Scale)) / 2;
            Height = Math.Max(LeastHeight, Math.Ceiling((down * Scale) + (2 * Margin)));
            _lower = (Height - (down * Scale)) / 2;
        }

        private readonly double _lower;

        public double Scale { get; }

        public double Height { get; }

        public (double X, double Y) Point(double[] at) => at.Length < 2
            ? (double.NaN, double.NaN)
            : (Math.Round(_shift + ((at[0] - _left) * Scale), 1), Math.Round(_lower + ((_top - at[1]) * Scale), 1));

        public string Path(List<double[]> paths)
        {
            var text = new StringBuilder();
            foreach (var path in paths)
            {
                for (var i = 0; i + 1 < path.Length; i += 2)
                {
                    var (x, y) = Point(path[i..(i + 2)]);
                    text.Append(i == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{x} {y}");
                }
            }

            return text.ToString();
        }
    }
}
