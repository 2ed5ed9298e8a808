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
    private const int Largest = 4 * 1024 * 1024;

    public static void Write(RunManifest manifest, IReadOnlyList<HashedFile> files, Stream to)
    {
        using var json = new Utf8JsonWriter(to, RunJson.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("tool", "watersim");
        json.WriteString("version", manifest.ToolVersion);
        json.WriteString("started_utc", manifest.Started.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("outcome", RunJson.Word(manifest.Outcome));
        json.WriteStartObject("options");
        foreach (var (name, value) in manifest.Options)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        WriteFiles(json, "inputs", manifest.Inputs);
        RunJson.WriteSize(json, manifest.Size);
        json.WriteNumber("reported_times", manifest.ReportedTimes);
        json.WriteStartObject("timings_s");
        foreach (var (phase, time) in manifest.Timings)
        {
            json.WriteNumber(phase, Math.Round(time.TotalSeconds, 6));
        }

        json.WriteEndObject();
        json.WriteNumber("processors", manifest.ProcessorCount);
        json.WriteString("runtime", manifest.Runtime);
        json.WriteString("platform", manifest.Platform);
        WriteFiles(json, "files", files);
        json.WriteEndObject();
    }

    /// <summary>The names of the files a run folder's manifest lists, or null where there is no such manifest.</summary>
    public static IReadOnlySet<string>? FilesOf(string folder)
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
            var root = json.RootElement;
            return root.GetProperty("schema").GetString()!.StartsWith(SchemaFamily, StringComparison.Ordinal)
                ? root.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal)
                : null;
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
