using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>
/// Writes a run as a text report (.rpt) with the sections, columns and units of EPANET's, as the network's [REPORT]
/// section asks for them.
/// </summary>
/// <remarks>
/// Deviation from EPANET: there are no pages; the balance of a substance says its unit and not the number of segments; a warning stands once for each element, with the time at which it first
/// held and in how many steps, where EPANET repeats it at every step; a node that no source reaches has a dash for its
/// head and pressure.
/// </remarks>
public static class EpanetReport
{
    private const int Rule = 66;

    /// <summary>Writes the report of a run.</summary>
    /// <param name="results">The run.</param>
    /// <param name="writer">Where to; it stays open.</param>
    /// <param name="options">What stands beside the run, or null.</param>
    /// <exception cref="IOException">The writer cannot write.</exception>
    public static void Write(SimulationResults results, TextWriter writer, EpanetReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(writer);
        options ??= new EpanetReportOptions();
        var quality = EpanetQuality.Of(results);
        var request = ReportRequest.Of(results.Network, quality);
        var asked = results.Network.Report;
        var lines = new ReportLines(writer);
        Head(lines, options);
        if (asked.Summary)
        {
            ReportSummary.Write(lines, results.Network, request, quality, options.InputFile);
        }

        Moment(lines, "Analysis begun", options.Begun);
        if (asked.Status != ReportStatus.None)
        {
            ReportCourse.Write(lines, results);
        }

        if (asked.Messages)
        {
            Warnings(lines, results.Diagnostics);
        }

        ReportCourse.WriteBalance(lines, results);
        ReportCourse.WriteBalance(lines, quality);
        Moment(lines, "Analysis ended", options.Ended);
        if (asked.Energy)
        {
            ReportTables.WriteEnergy(lines, results);
        }

        ReportTables.WriteResults(lines, results, request);
    }

    /// <summary>Writes the report of an input that could not be run: its errors, one to a line.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="writer">Where to; it stays open.</param>
    /// <param name="options">What stands beside the errors, or null.</param>
    public static void WriteErrors(
        IEnumerable<Diagnostic> diagnostics, TextWriter writer, EpanetReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(writer);
        var lines = new ReportLines(writer);
        Head(lines, options ?? new EpanetReportOptions());
        foreach (var error in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            var at = error.Location is null ? "" : $"{error.Location}: ";
            var element = error.Element is null ? "" : $"{error.Element}: ";
            lines.Add($"Error {error.Code}: {at}{element}{error.Message}");
        }

        lines.Add("");
        lines.Add("Error 200: one or more errors in input file");
    }

    private static void Head(ReportLines lines, EpanetReportOptions options)
    {
        lines.Add(new string('*', Rule));
        lines.Add($"*{Centred(options.Program)}*");
        lines.Add($"*{Centred("Hydraulics of water supply networks")}*");
        lines.Add($"*{Centred("Report in the form of EPANET's")}*");
        lines.Add(new string('*', Rule));
        lines.Add("");
    }

    private static string Centred(string text)
    {
        var shown = text.Length > Rule - 2 ? text[..(Rule - 2)] : text;
        return shown.PadLeft((Rule - 2 + shown.Length) / 2).PadRight(Rule - 2);
    }

    private static void Moment(ReportLines lines, string what, DateTimeOffset? time)
    {
        if (time is { } at)
        {
            lines.Add($"{what} {at.ToString("ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture)}");
            lines.Add("");
        }
    }

    private static void Warnings(ReportLines lines, ImmutableArray<Diagnostic> diagnostics)
    {
        var count = 0;
        foreach (var d in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning))
        {
            count++;
            lines.Add($"WARNING: {(d.Element is null ? "" : d.Element + ": ")}{d.Message}");
        }

        if (count > 0)
        {
            lines.Add("");
        }
    }
}
