using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace WaterSim.Planning.Results;

/// <summary>How far an unfinished year has come: <c>state.json</c> of its folder, and all that going on with it needs.</summary>
internal sealed record YearState
{
    public const string FileName = "state.json";

    private const string Schema = "watersim-unfinished-year/1";
    private const string Hash = "sha256";
    private const int Largest = 256 * 1024 * 1024;

    public required YearIdentity Identity { get; init; }

    /// <summary>Days that are kept.</summary>
    public required int Days { get; init; }

    /// <summary>Bytes of each CSV up to the end of the last whole month, in the order of <see cref="YearTables.Names"/>; 0 of a table that has none.</summary>
    public required ImmutableArray<long> WholeMonths { get; init; }

    /// <summary>Rows of each table in the month that is not whole; 0 where the last one is.</summary>
    public required ImmutableArray<int> Rows { get; init; }

    /// <summary>The run after those days, as it saved itself.</summary>
    public required byte[] Run { get; init; }

    /// <summary>Writes it beside its place and renames it into it: the place always holds a whole state.</summary>
    public void Save(string folder)
    {
        var place = Path.Combine(folder, FileName);
        var beside = place + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            Write(file, HashOf());
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, place, overwrite: true);
    }

    /// <summary>Reads the state of a folder.</summary>
    /// <returns>The state, or null where none can be made out: absent, damaged, or of something else.</returns>
    public static YearState? Load(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists || file.Length > Largest)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            var root = json.RootElement;
            if (root.GetProperty("schema").GetString() != Schema)
            {
                return null;
            }

            var state = Read(root);
            return state.IsSound && root.GetProperty(Hash).GetString() == state.HashOf() ? state : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private bool IsSound =>
        Identity.Days >= 1 && Days >= 0 && Days <= Identity.Days
        && WholeMonths.Length > 0 && WholeMonths.All(n => n >= 0)
        && Rows.Length == WholeMonths.Length && Rows.All(n => n >= 0);

    private static YearState Read(JsonElement root) => new()
    {
        Identity = new YearIdentity
        {
            ToolVersion = root.GetProperty("version").GetString()!,
            From = Date(root.GetProperty("from")),
            Days = root.GetProperty("days").GetInt32(),
            Options = [.. root.GetProperty("options").EnumerateObject().Select(o => KeyValuePair.Create(o.Name, o.Value.GetString()))],
            Inputs =
            [
                .. root.GetProperty("inputs").EnumerateArray().Select(f => new HashedFile(
                    f.GetProperty("name").GetString()!, f.GetProperty("bytes").GetInt64(), f.GetProperty(Hash).GetString()!)),
            ],
        },
        Days = root.GetProperty("days_kept").GetInt32(),
        WholeMonths = [.. root.GetProperty("csv_bytes_of_whole_months").EnumerateArray().Select(n => n.GetInt64())],
        Rows = [.. root.GetProperty("rows_of_begun_month").EnumerateArray().Select(n => n.GetInt32())],
        Run = root.GetProperty("run").GetBytesFromBase64(),
    };

    private void Write(Stream to, string? hash)
    {
        using var json = new Utf8JsonWriter(to, RunJson.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("version", Identity.ToolVersion);
        json.WriteString("from", YearTables.Text(Identity.From));
        json.WriteNumber("days", Identity.Days);
        json.WriteNumber("days_kept", Days);
        json.WriteString("last_day_kept", Days == 0 ? null : YearTables.Text(Identity.From.AddDays(Days - 1)));
        json.WriteStartObject("options");
        foreach (var (name, value) in Identity.Options)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        ManifestJson.WriteFiles(json, "inputs", Identity.Inputs);
        json.WriteStartArray("csv_bytes_of_whole_months");
        foreach (var bytes in WholeMonths)
        {
            json.WriteNumberValue(bytes);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows_of_begun_month");
        foreach (var rows in Rows)
        {
            json.WriteNumberValue(rows);
        }

        json.WriteEndArray();
        json.WriteBase64String("run", Run);
        if (hash is not null)
        {
            json.WriteString(Hash, hash);
        }

        json.WriteEndObject();
    }

    // Of all the rest: a state that was cut off or written into is no state.
    private string HashOf()
    {
        using var text = new MemoryStream();
        Write(text, hash: null);
        return Convert.ToHexStringLower(SHA256.HashData(text.GetBuffer().AsSpan(0, (int)text.Length)));
    }

    private static DateOnly Date(JsonElement text) =>
        DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
