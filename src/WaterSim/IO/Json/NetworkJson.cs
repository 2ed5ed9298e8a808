using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WaterSim.Model;

namespace WaterSim.IO.Json;

/// <summary>
/// Networks as JSON, schema <c>watersim-network/1</c>: the model as it is, in SI, units in the names of properties
/// (<c>elevation_m</c>, <c>base_m3s</c>, <c>duration_s</c>). What is written reads back as the same network.
/// </summary>
/// <remarks>
/// Numbers whose unit depends stand without one: roughness (C; m; or s/m^(1/3), by <c>options.head_loss</c>), a valve's
/// setting (m, m3/s or none, by its kind), points of a curve (by its kind), a rule's value (by its attribute).
/// </remarks>
public static partial class NetworkJson
{
    private const int LargestFile = 1 << 28;
    private const int PatternTimeout = 1000;

    /// <summary>Writes a network in UTF-8.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <exception cref="ArgumentException">A number of the network is not finite; <see cref="NetworkValidator"/> says which.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Network network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        JsonSerializer.Serialize(stream, network, JsonLayout.Options);
        stream.Write("\n"u8);
    }

    /// <summary>The network's JSON.</summary>
    /// <exception cref="ArgumentException">A number of the network is not finite.</exception>
    public static string ToText(Network network)
    {
        using var stream = new MemoryStream();
        Write(network, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file; diagnostics name it so.</param>
    public static NetworkJsonReadResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refused(
                path, JsonCodes.Unreadable, $"the file cannot be read: {e.Message}",
                "Check the path and its permissions.", 1, 0, null);
        }
    }

    /// <summary>Reads a stream to its end. Nothing about its content throws.</summary>
    /// <param name="stream">JSON in UTF-8, at most 256 MiB and 32 levels deep.</param>
    /// <param name="fileName">Name by which diagnostics call it.</param>
    /// <returns>The network, or the first place where the JSON is none and else all that is wrong with the network.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static NetworkJsonReadResult Read(Stream stream, string fileName = "network")
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        using var buffer = new MemoryStream();
        var block = new byte[1 << 16];
        for (int n; (n = stream.Read(block)) > 0;)
        {
            if (buffer.Length + n > LargestFile)
            {
                return Refused(
                    fileName, JsonCodes.TooLarge, "the file is larger than 256 MiB", "Give the network as an INP file.",
                    1, 0, null);
            }

            buffer.Write(block, 0, n);
        }

        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        var mark = Encoding.UTF8.Preamble;
        return Parse(bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes, fileName);
    }

    private static NetworkJsonReadResult Parse(ReadOnlySpan<byte> bytes, string file)
    {
        Network network;
        try
        {
            network = JsonSerializer.Deserialize<Network>(bytes, JsonLayout.Options)
                ?? throw new JsonException("the file holds null, and no network.");
        }
        catch (JsonException e)
        {
            // A reader's error has the reader's exception within, or none of the serializer's path.
            var isSyntax = e.InnerException is JsonException;
            return Refused(
                file, isSyntax ? JsonCodes.NotJson : JsonCodes.NotNetwork, Wording(e),
                isSyntax ? "Mend the JSON there." : "Correct the property or value there.",
                (int)Math.Min(int.MaxValue - 1, e.LineNumber ?? 0) + 1,
                (int)Math.Min(int.MaxValue - 1, e.BytePositionInLine ?? 0) + 1,
                e.Path);
        }
        catch (InvalidOperationException e)
        {
            return Refused(file, JsonCodes.NotNetwork, e.Message, "Correct the file.", 1, 0, null);
        }

        var found = NetworkValidator.Validate(network);
        ImmutableArray<Diagnostic> located =
            [.. found.Select(d => d.Location is null ? d with { Location = new SourceLocation(file, 1) } : d)];
        return new NetworkJsonReadResult
        {
            Network = found.Any(d => d.Severity == DiagnosticSeverity.Error) ? null : network,
            Diagnostics = located,
        };
    }

    // The serializer's sentences without its notes on the place, and with words for types.
    private static string Wording(JsonException error)
    {
        var text = (error.InnerException as JsonException ?? error).Message;
        foreach (var note in (ReadOnlySpan<string>)[" Path: ", " LineNumber: "])
        {
            var at = text.IndexOf(note, StringComparison.Ordinal);
            text = at < 0 ? text : text[..at];
        }

        return TypeName().Replace(text, m => m.Groups["name"].Value switch
        {
            "Double" or "Decimal" => "number",
            "Int32" => "whole number",
            "String" => "text",
            "Boolean" => "true or false",
            var name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name),
        });
    }

    private static NetworkJsonReadResult Refused(
        string file, string code, string message, string remedy, int line, int column, string? element) => new()
        {
            Network = null,
            Diagnostics =
            [
                new Diagnostic
                {
                    Code = code,
                    Severity = DiagnosticSeverity.Error,
                    Element = element is null or "$" ? null : element.TrimStart('$', '.'),
                    Message = message,
                    Remedy = remedy,
                    Location = new SourceLocation(file, line, column),
                },
            ],
        };

    [GeneratedRegex(@"(System\.Nullable`1\[)?(System|WaterSim\.Model)\.(?<name>\w+)\]?", RegexOptions.ExplicitCapture, PatternTimeout)]
    private static partial Regex TypeName();
}
