using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>What <c>--json</c> prints: one object, of a run that failed too.</summary>
internal static class RunReport
{
    /// <summary>Prints the object.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="code">The exit code that will follow.</param>
    /// <param name="runFolder">The run folder, or null where none was written.</param>
    /// <param name="diagnostics">Everything found.</param>
    /// <param name="timings">Phases and how long each took.</param>
    /// <param name="summary">The summary, or null where nothing was run.</param>
    public static void Write(
        Terminal terminal,
        int code,
        string? runFolder,
        IEnumerable<Diagnostic> diagnostics,
        ImmutableArray<KeyValuePair<string, TimeSpan>> timings,
        RunSummary? summary)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "watersim-report/1");
            json.WriteString("version", CommandLineTool.Version);
            json.WriteNumber("exit_code", code);
            json.WriteString("run_folder", runFolder);
            json.WriteStartObject("timings_s");
            foreach (var (phase, took) in timings)
            {
                json.WriteNumber(phase, Math.Round(took.TotalSeconds, 6));
            }

            json.WriteEndObject();
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in diagnostics)
            {
                Write(json, diagnostic);
            }

            json.WriteEndArray();
            json.WritePropertyName("summary");
            Write(json, summary);
            json.WriteEndObject();
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
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

    // The summary as the run folder has it, so that there is one form of it.
    private static void Write(Utf8JsonWriter json, RunSummary? summary)
    {
        if (summary is null)
        {
            json.WriteNullValue();
            return;
        }

        using var written = new MemoryStream();
        RunSummaryJson.Write(summary, written);
        using var document = JsonDocument.Parse(written.GetBuffer().AsMemory(0, (int)written.Length));
        document.RootElement.WriteTo(json);
    }
}
