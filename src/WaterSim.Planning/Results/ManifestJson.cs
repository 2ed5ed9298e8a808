using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>Writes and recognises <c>manifest.json</c>.</summary>
internal static class ManifestJson
{
    public const string FileName = "manifest.json";

    private const string Schema = "watersim-run/1";
    private const string SchemaFamily = "watersim-run/";
    private const string ComparisonSchema = "watersim-comparison/1";
    private const string ComparisonFamily = "watersim-comparison/";
    private const int Largest = 4 * 1024 * 1024;

    public static void Write(RunManifest manifest, IReadOnlyList<HashedFile> files, Stream to)
    {
        using var json = new Utf8JsonWriter(to, RunJson.Options);
        json.WriteStartObject();
        Begin(json, Schema, manifest.ToolVersion, manifest.Started);
        json.WriteString("outcome", RunJson.Word(manifest.Outcome));
        Options(json, manifest.Options);
        WriteFiles(json, "inputs", manifest.Inputs);
        RunJson.WriteSize(json, manifest.Size);
        json.WriteNumber("reported_times", manifest.ReportedTimes);
        Timings(json, manifest.Timings);
        json.WriteNumber("processors", manifest.ProcessorCount);
        json.WriteString("runtime", manifest.Runtime);
        json.WriteString("platform", manifest.Platform);
        WriteFiles(json, "files", files);
        json.WriteEndObject();
    }

    public static void Write(ComparisonManifest manifest, IReadOnlyList<HashedFile> files, Stream to)
    {
        using var json = new Utf8JsonWriter(to, RunJson.Options);
        json.WriteStartObject();
        Begin(json, ComparisonSchema, manifest.ToolVersion, manifest.Started);
        Options(json, manifest.Options);
        WriteFiles(json, "inputs", manifest.Inputs);
        Timings(json, manifest.Timings);
        WriteFiles(json, "files", files);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string schema, string version, DateTimeOffset started)
    {
        json.WriteString("schema", schema);
        json.WriteString("tool", "watersim");
        json.WriteString("version", version);
        json.WriteString("started_utc", started.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    private static void Options(Utf8JsonWriter json, ImmutableArray<KeyValuePair<string, string?>> options)
    {
        json.WriteStartObject("options");
        foreach (var (name, value) in options)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void Timings(Utf8JsonWriter json, ImmutableArray<KeyValuePair<string, TimeSpan>> timings)
    {
        json.WriteStartObject("timings_s");
        foreach (var (phase, time) in timings)
        {
            json.WriteNumber(phase, Math.Round(time.TotalSeconds, 6));
        }

        json.WriteEndObject();
    }

    /// <summary>Whether a folder's manifest is that of a run.</summary>
    public static bool IsRun(string folder) => SchemaOf(folder)?.StartsWith(SchemaFamily, StringComparison.Ordinal) == true;

    /// <summary>The names of the files that the manifest of a run or a comparison lists, or null where there is no such manifest.</summary>
    public static IReadOnlySet<string>? FilesOf(string folder) => Read<IReadOnlySet<string>>(
        folder,
        root => IsOurs(root.GetProperty("schema").GetString()!)
            ? root.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal)
            : null);

    private static string? SchemaOf(string folder) => Read(folder, root => root.GetProperty("schema").GetString());

    private static bool IsOurs(string schema) => schema.StartsWith(SchemaFamily, StringComparison.Ordinal)
        || schema.StartsWith(ComparisonFamily, StringComparison.Ordinal);

    private static T? Read<T>(string folder, Func<JsonElement, T?> of)
        where T : class
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists || info.LinkTarget is not null || info.Length > Largest)
            {
                return null;
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return of(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or NullReferenceException)
        {
            // A manifest.json of something else.
            return null;
        }
    }

    public static void WriteFiles(Utf8JsonWriter json, string key, IEnumerable<HashedFile> files)
    {
        json.WriteStartArray(key);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("bytes", file.Size);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
