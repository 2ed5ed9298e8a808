using System.Text.Json;
using WaterSim.Model;

namespace WaterSim.Cli.Output;

/// <summary>Diagnostics as data, one form of them for every command's <c>--json</c>.</summary>
internal static class DiagnosticJson
{
    /// <summary>Writes a list of them as an array.</summary>
    public static void WriteArray(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("severity", diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "notice",
        });
        json.WriteString("code", diagnostic.Code);
        json.WriteString("file", diagnostic.Location?.File);
        json.WriteNumber("line", diagnostic.Location?.Line ?? 0);
        json.WriteNumber("column", diagnostic.Location?.Column ?? 0);
        json.WriteString("element", diagnostic.Element);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("remedy", diagnostic.Remedy);
        json.WriteEndObject();
    }
}
