using System.Collections.Immutable;
using System.Text.Json;
using WaterSim.Model;

namespace WaterSim.Planning.Results;

/// <summary>
/// A run folder that is whole: its manifest, and every file it lists as the manifest has it. Only such files are read again.
/// </summary>
public sealed record FinishedRun
{
    private const int LargestManifest = 4 * 1024 * 1024;

    /// <summary>Full path of the folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What the manifest calls itself, such as <c>watersim-run/1</c>.</summary>
    public required string Schema { get; init; }

    /// <summary>Version of the program that wrote it.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Start of the run, UTC, as ISO 8601 has it.</summary>
    public required string StartedUtc { get; init; }

    /// <summary>Day on which the run was started, UTC.</summary>
    public string StartedOn => StartedUtc.Length >= 10 ? StartedUtc[..10] : StartedUtc;

    /// <summary>How the run ended, such as <c>completed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The options it was run with, in their order.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Options { get; init; } = [];

    /// <summary>The files that were read.</summary>
    public ImmutableArray<HashedFile> Inputs { get; init; } = [];

    /// <summary>The files of the folder, the manifest apart.</summary>
    public ImmutableArray<HashedFile> Files { get; init; } = [];

    /// <summary>SHA-256 of the manifest, 64 lower-case hexadecimal digits: with it every file of the folder is vouched for.</summary>
    public required string ManifestSha256 { get; init; }

    /// <summary>True where the manifest lists such a file.</summary>
    /// <param name="name">Its name in the folder.</param>
    public bool Has(string name) => Files.Any(f => f.Name == name);

    /// <summary>An option's value, or null.</summary>
    /// <param name="name">Its name.</param>
    public string? OptionOf(string name) => Options.FirstOrDefault(o => o.Key == name).Value;

    /// <summary>Full path of a file that the manifest lists.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <exception cref="ArgumentException">The manifest does not list it.</exception>
    public string PathOf(string name) => Has(name)
        ? Path.Combine(Folder, name)
        : throw new ArgumentException($"The manifest lists no file '{name}'.", nameof(name));

    /// <summary>Reads a folder's manifest. Files are not looked at: <see cref="Check"/> does that.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The run, or null and why not.</returns>
    /// <exception cref="IOException">The manifest cannot be read.</exception>
    public static (FinishedRun? Run, ImmutableArray<Diagnostic> Diagnostics) Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            return Refuse(folder, File.Exists(folder) ? "is a file" : "does not exist");
        }

        var path = Path.Combine(folder, ManifestJson.FileName);
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            return Refuse(
                folder,
                File.Exists(Path.Combine(folder, YearState.FileName)) ? "is a year that is not finished" : "has no manifest.json");
        }

        if (info.Length > LargestManifest)
        {
            return Refuse(folder, "has a manifest.json beyond 4 MB");
        }

        var bytes = File.ReadAllBytes(path);
        try
        {
            return (Read(Path.GetFullPath(folder), bytes), []);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or InvalidDataException)
        {
            return Refuse(folder, "has a manifest.json that is not one of a run");
        }
    }

    /// <summary>Compares every file with the manifest.</summary>
    /// <returns>One diagnostic for each that is missing or not as it was written.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public ImmutableArray<Diagnostic> Check() =>
        [.. Files.AsParallel().AsOrdered().Select(Compare).Where(d => d is not null).Select(d => d!)];

    private Diagnostic? Compare(HashedFile file)
    {
        var info = new FileInfo(Path.Combine(Folder, file.Name));
        if (!info.Exists)
        {
            return Error("WS4112", $"'{file.Name}' is missing from '{Folder}'", "Make the run again, or copy its folder whole.");
        }

        return info.Length == file.Size && HashedFile.Of(info.FullName).Sha256 == file.Sha256
            ? null
            : Error(
                "WS4113", $"'{file.Name}' in '{Folder}' is not as the run wrote it (the manifest has another hash)",
                "Make the run again, or copy its folder whole.");
    }

    private static FinishedRun Read(string folder, byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var root = json.RootElement;
        var schema = Text(root, "schema");
        if (!schema.StartsWith("watersim-", StringComparison.Ordinal))
        {
            throw new InvalidDataException("It is of another program.");
        }

        var files = Hashed(root.GetProperty("files"));
        foreach (var file in files)
        {
            // What leads out of the folder is none of its files.
            if (Path.IsPathRooted(file.Name) || file.Name.Contains('\\') || file.Name.Split('/').Any(p => p is "" or "." or ".."))
            {
                throw new InvalidDataException("A file lies elsewhere.");
            }
        }

        return new FinishedRun
        {
            Folder = folder,
            Schema = schema,
            ToolVersion = Text(root, "version"),
            StartedUtc = Text(root, "started_utc"),
            Outcome = root.TryGetProperty("outcome", out var outcome) ? outcome.GetString() ?? "" : "",
            Options = root.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Object
                ? [.. options.EnumerateObject().Select(o => new KeyValuePair<string, string?>(o.Name, ValueOf(o.Value)))]
                : [],
            Inputs = root.TryGetProperty("inputs", out var inputs) ? Hashed(inputs) : [],
            Files = files,
            ManifestSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
        };
    }

    private static string? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static ImmutableArray<HashedFile> Hashed(JsonElement list) =>
        [.. list.EnumerateArray().Select(f => new HashedFile(Text(f, "name"), f.GetProperty("bytes").GetInt64(), Text(f, "sha256")))];

    private static string Text(JsonElement of, string key) => of.GetProperty(key).GetString() ?? throw new InvalidDataException($"{key} is null.");

    private static (FinishedRun? Run, ImmutableArray<Diagnostic> Diagnostics) Refuse(string folder, string what) =>
        (null, [Error("WS4111", $"'{folder}' {what}: it is no run folder", "Name a folder that watersim run, year or compare has written.")]);

    private static Diagnostic Error(string code, string message, string remedy) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        Element = "run folder",
        Message = message,
        Remedy = remedy,
    };
}
