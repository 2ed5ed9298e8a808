using System.Collections.Immutable;
using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.Indicators;
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
    /// <param name="indicators">A county's indicators, or null.</param>
    /// <param name="isProfiled">True where a profile was asked for.</param>
    /// <param name="profile">The profile, or null where nothing was run.</param>
    public static void Write(
        Terminal terminal,
        int code,
        string? runFolder,
        IEnumerable<Diagnostic> diagnostics,
        ImmutableArray<KeyValuePair<string, TimeSpan>> timings,
        RunSummary? summary,
        CountyIndicators? indicators,
        bool isProfiled,
        RunProfile? profile)
    {
        Write(
            terminal,
            code,
            runFolder,
            diagnostics,
            timings,
            summary is null ? null : to => RunSummaryJson.Write(summary, to, indicators),
            !isProfiled ? null : json =>
            {
                json.WritePropertyName("profile");
                ProfileSection.Write(json, profile);
            });
    }

    /// <summary>Prints the object with a summary of any kind.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="code">The exit code that will follow.</param>
    /// <param name="runFolder">The run folder, or null where none was written.</param>
    /// <param name="diagnostics">Everything found.</param>
    /// <param name="timings">Phases and how long each took.</param>
    /// <param name="summary">Writes the summary as the run folder has it, so that there is one form of it; null where nothing was run.</param>
    /// <param name="more">Writes what there is besides, or null.</param>
    public static void Write(
        Terminal terminal,
        int code,
        string? runFolder,
        IEnumerable<Diagnostic> diagnostics,
        ImmutableArray<KeyValuePair<string, TimeSpan>> timings,
        Action<Stream>? summary,
        Action<Utf8JsonWriter>? more = null)
    {
        JsonOutput.Print(terminal, json =>
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
            json.WritePropertyName("diagnostics");
            DiagnosticJson.WriteArray(json, diagnostics);
            json.WritePropertyName("summary");
            Write(json, summary);
            more?.Invoke(json);
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, Action<Stream>? summary)
    {
        if (summary is null)
        {
            json.WriteNullValue();
            return;
        }

        using var written = new MemoryStream();
        summary(written);
        using var document = JsonDocument.Parse(written.GetBuffer().AsMemory(0, (int)written.Length));
        document.RootElement.WriteTo(json);
    }
}
