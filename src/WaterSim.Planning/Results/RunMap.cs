using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>
/// Writes where a run's places lie, <c>map.json</c>, so that a run folder can be drawn without the files it was made from: pipes by
/// diameter, plants, tanks, boosters, sources, towns, and the communities with their people and the rows of their nodes in the table
/// <c>nodes</c>. Coordinates are the network's, in its own units, rounded to a 20,000th of the map.
/// </summary>
/// <remarks>A plain network has its junctions with demand for communities, the <see cref="MostJunctions"/> largest of them.</remarks>
public static class RunMap
{
    /// <summary>Name of the file in a run folder.</summary>
    public const string FileName = "map.json";

    /// <summary>Junctions of a plain network that are told at most.</summary>
    public const int MostJunctions = 3_000;

    /// <summary>Pipes that are told at most, the widest first.</summary>
    public const int MostPipes = 30_000;

    private const double StepsAcross = 20_000;

    /// <summary>Writes the map of a network into a folder.</summary>
    /// <param name="folder">An existing folder without such a file.</param>
    /// <param name="network">The network that was run.</param>
    /// <param name="system">Its county, or null.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string folder, Network network, CountySystem? system)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(network);
        using var file = new FileStream(Path.Combine(folder, FileName), FileMode.CreateNew, FileAccess.Write);

        // Without indentation, which would double it.
        using var json = new Utf8JsonWriter(file, RunJson.Options with { Indented = false });
        var places = new Places(network);
        json.WriteStartObject();
        json.WriteString("schema", "watersim-map/1");
        json.WriteNumber("nodes", network.Nodes.Length);
        json.WriteBoolean("is_metres", system?.Origin is not null);
        Origin(json, system?.Origin);
        RunSummaryJson.Array(json, "towns", system?.Towns ?? [], (_, t) => Town(json, places, system!, t));
        RunSummaryJson.Array(json, "places", system is null ? Junctions(network) : [], (_, n) => Junction(json, places, network, n));
        RunSummaryJson.Array(json, "communities", system?.Communities ?? [], (_, c) => Community(json, places, network, c));
        Facilities(json, places, network, system);
        Pipes(json, places, network);
        json.WriteEndObject();
    }

    // Where on Earth the map's point (0, 0) lies, WGS 84.
    private static void Origin(Utf8JsonWriter json, MapOrigin? origin)
    {
        if (origin is not { } at)
        {
            json.WriteNull("origin");
            return;
        }

        json.WriteStartObject("origin");
        json.WriteNumber("longitude", at.Longitude);
        json.WriteNumber("latitude", at.Latitude);
        json.WriteEndObject();
    }

    private static void Town(Utf8JsonWriter json, Places places, CountySystem system, Town town)
    {
        var centre = system.Communities.Where(c => c.Town == town.Id && c.Class == CommunityClass.Urban).ToList();
        var members = centre.Count > 0 ? centre : [.. system.Communities.Where(c => c.Town == town.Id)];
        json.WriteString("id", town.Id);
        RunSummaryJson.Name(json, "name", town.Name);
        places.Write(json, places.Middle(members.SelectMany(c => c.Nodes)));
    }

    private static void Community(Utf8JsonWriter json, Places places, Network network, Community community)
    {
        json.WriteString("id", community.Id);
        RunSummaryJson.Name(json, "name", community.Name);
        json.WriteString("town", community.Town);
        json.WriteString("class", community.Class == CommunityClass.Urban ? "urban" : "rural");
        json.WriteNumber("people", community.People);
        json.WriteNumber("service_head_m", community.ServiceHead);
        places.Write(json, places.Middle(community.Nodes));
        json.WriteStartArray("rows");
        foreach (var node in community.Nodes)
        {
            json.WriteNumberValue(network.IndexOfNode(node));
        }

        json.WriteEndArray();
    }

    private static IEnumerable<int> Junctions(Network network) => Enumerable.Range(0, network.Nodes.Length)
        .Where(i => network.Nodes[i] is Junction { Position: not null } junction && junction.Demands.Any(d => d.Base != 0))
        .OrderByDescending(i => ((Junction)network.Nodes[i]).Demands.Sum(d => Math.Abs(d.Base)))
        .Take(MostJunctions)
        .Order();

    private static void Junction(Utf8JsonWriter json, Places places, Network network, int node)
    {
        json.WriteString("id", network.Nodes[node].Id);
        places.Write(json, network.Nodes[node].Position);
        json.WriteNumber("row", node);
    }

    private static void Facilities(Utf8JsonWriter json, Places places, Network network, CountySystem? system)
    {
        json.WriteStartArray("facilities");
        foreach (var plant in system?.Plants ?? [])
        {
            Facility("plant", plant.Id, plant.Name, network.FindNode(plant.Node)?.Position);
        }

        foreach (var tank in system?.Tanks ?? [])
        {
            Facility("tank", tank.Id, tank.Name, network.FindNode(tank.Id)?.Position);
        }

        foreach (var booster in system?.Boosters ?? [])
        {
            var pump = booster.Duty.Concat(booster.Standby).Select(network.FindLink).FirstOrDefault(l => l is not null);
            Facility("booster", booster.Id, booster.Name, places.MiddleOf(pump));
        }

        foreach (var source in system?.Sources ?? [])
        {
            Facility(
                source.Duty == SourceDuty.Standby ? "standby" : "source", source.Id, source.Name,
                network.FindNode(source.Id)?.Position);
        }

        if (system is null)
        {
            foreach (var node in network.Nodes.Where(n => n is Tank or Reservoir))
            {
                Facility(node is Tank ? "tank" : "source", node.Id, new LocalizedName(node.Id), node.Position);
            }

            foreach (var pump in network.Links.OfType<Pump>())
            {
                Facility("booster", pump.Id, new LocalizedName(pump.Id), places.MiddleOf(pump));
            }
        }

        json.WriteEndArray();

        void Facility(string kind, string id, LocalizedName name, MapPoint? at)
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteString("id", id);
            RunSummaryJson.Name(json, "name", name);
            places.Write(json, at);
            json.WriteEndObject();
        }
    }

    private static void Pipes(Utf8JsonWriter json, Places places, Network network)
    {
        json.WriteStartArray("pipes");
        foreach (var group in network.Links.OfType<Pipe>().OrderByDescending(p => p.Diameter).Take(MostPipes).GroupBy(p => p.Diameter))
        {
            json.WriteStartObject();
            var drawn = group.Select(p => (p.Id, Path: places.PathOf(p))).Where(p => p.Path.Count > 1).ToList();
            json.WriteNumber("diameter_m", group.Key);
            json.WriteStartArray("ids");
            foreach (var (id, _) in drawn)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            json.WriteStartArray("paths");
            foreach (var (_, path) in drawn)
            {
                json.WriteStartArray();
                foreach (var point in path)
                {
                    places.WriteNumbers(json, point);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Points of a network, rounded for its size.</summary>
    private sealed class Places
    {
        private readonly Network _network;
        private readonly int _decimals;

        public Places(Network network)
        {
            _network = network;
            MapPoint[] points = [.. network.Nodes.Where(n => n.Position is not null).Select(n => n.Position!.Value)];
            var extent = points.Length == 0 ? 0 : Math.Max(points.Max(p => p.X) - points.Min(p => p.X), points.Max(p => p.Y) - points.Min(p => p.Y));
            _decimals = extent > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(extent / StepsAcross)), 0, 12) : 0;
        }

        public MapPoint? Middle(IEnumerable<string> nodes)
        {
            MapPoint[] points = [.. nodes.Select(id => _network.FindNode(id)?.Position).Where(p => p is not null).Select(p => p!.Value)];
            return points.Length == 0 ? null : new MapPoint(points.Average(p => p.X), points.Average(p => p.Y));
        }

        public MapPoint? MiddleOf(Link? link) =>
            link is not null && PathOf(link) is { Count: > 0 } path
                ? new MapPoint((path[0].X + path[^1].X) / 2, (path[0].Y + path[^1].Y) / 2)
                : null;

        public List<MapPoint> PathOf(Link link)
        {
            var from = _network.FindNode(link.FromNode)?.Position;
            var to = _network.FindNode(link.ToNode)?.Position;
            return from is null || to is null ? [] : [from.Value, .. link.Vertices, to.Value];
        }

        public void Write(Utf8JsonWriter json, MapPoint? at)
        {
            if (at is { } point)
            {
                json.WriteStartArray("at");
                WriteNumbers(json, point);
                json.WriteEndArray();
            }
            else
            {
                json.WriteNull("at");
            }
        }

        public void WriteNumbers(Utf8JsonWriter json, MapPoint point)
        {
            json.WriteNumberValue(Math.Round(point.X, _decimals));
            json.WriteNumberValue(Math.Round(point.Y, _decimals));
        }
    }
}
