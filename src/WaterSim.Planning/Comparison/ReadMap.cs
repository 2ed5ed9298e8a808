using System.Collections.Immutable;
using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Comparison;

/// <summary>A run's map as <see cref="RunMap"/> wrote it, as far as communities are drawn on it. Places are in the network's map units.</summary>
/// <param name="IsMetres">Whether a map unit is a metre, with x to the east.</param>
/// <param name="Communities">Places of communities, by id.</param>
/// <param name="Towns">Names and places of towns.</param>
/// <param name="Facilities">Kind, id, name and place of plants, tanks, boosters and sources.</param>
/// <param name="Pipes">Pipes, the widest first.</param>
/// <param name="Origin">Where on Earth the point (0, 0) lies, or null where that is not known.</param>
public sealed record ReadMap(
    bool IsMetres,
    ImmutableDictionary<string, MapPoint> Communities,
    ImmutableArray<(LocalizedName Name, MapPoint At)> Towns,
    ImmutableArray<MapFacility> Facilities,
    ImmutableArray<MapPath> Pipes,
    MapOrigin? Origin = null)
{
    /// <summary>Treatment plants.</summary>
    public IEnumerable<MapFacility> Plants => Facilities.Where(f => f.Kind == "plant");

    /// <summary>Reads a run's map.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The map, or null where the run has none or gives no community a place.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no such map.</exception>
    public static ReadMap? Of(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!run.Has(RunMap.FileName))
        {
            return null;
        }

        var path = run.PathOf(RunMap.FileName);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var map = Of(json.RootElement);
            return map.Communities.IsEmpty ? null : map;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"'{path}' is no map of a run: {e.Message}", e);
        }
    }

    private static ReadMap Of(JsonElement root) => new(
        root.GetProperty("is_metres").GetBoolean(),
        root.GetProperty("communities").EnumerateArray()
            .Select(c => (Id: c.GetProperty("id").GetString() ?? "", At: At(c)))
            .Where(c => c.At is not null)
            .DistinctBy(c => c.Id, StringComparer.Ordinal)
            .ToImmutableDictionary(c => c.Id, c => c.At!.Value, StringComparer.Ordinal),
        Named(root.GetProperty("towns").EnumerateArray()),
        [
            .. root.GetProperty("facilities").EnumerateArray()
                .Select(f => (Of: f, Name: SummaryFacts.Name(f, "name"), At: At(f)))
                .Where(f => f is { Name: not null, At: not null })
                .Select(f => new MapFacility(
                    f.Of.GetProperty("kind").GetString() ?? "", f.Of.GetProperty("id").GetString() ?? "", f.Name!, f.At!.Value)),
        ],
        [
            .. root.GetProperty("pipes").EnumerateArray().SelectMany(g =>
                g.GetProperty("paths").EnumerateArray().Zip(
                    g.GetProperty("ids").EnumerateArray(),
                    (path, id) => new MapPath(id.GetString() ?? "", g.GetProperty("diameter_m").GetDouble(), Points(path)))),
        ],
        root.GetProperty("origin") is { ValueKind: JsonValueKind.Object } origin
            ? new MapOrigin(origin.GetProperty("longitude").GetDouble(), origin.GetProperty("latitude").GetDouble())
            : null);

    private static ImmutableArray<(LocalizedName Name, MapPoint At)> Named(IEnumerable<JsonElement> of) =>
    [
        .. of.Select(t => (Name: SummaryFacts.Name(t, "name"), At: At(t)))
            .Where(t => t is { Name: not null, At: not null })
            .Select(t => (t.Name!, t.At!.Value)),
    ];

    private static MapPoint? At(JsonElement of) =>
        of.GetProperty("at") is { ValueKind: JsonValueKind.Array } at ? new MapPoint(at[0].GetDouble(), at[1].GetDouble()) : null;

    private static ImmutableArray<MapPoint> Points(JsonElement path)
    {
        var numbers = path.EnumerateArray().Select(n => n.GetDouble()).ToArray();
        return [.. Enumerable.Range(0, numbers.Length / 2).Select(i => new MapPoint(numbers[2 * i], numbers[(2 * i) + 1]))];
    }
}
