using System.CommandLine;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Plots;
using WaterSim.Plots.Report;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim report</c>: a run, a year or a comparison as one page to hand on.</summary>
internal static class ReportCommand
{
    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim report runs/jiahe
          watersim report runs/jiahe-year -o dry-year.html --lang zh
          watersim report runs/jiahe-scenarios/w1-out-48h
        """,
        """
          0  the page was written
          1  the command line cannot be used, the folder is no run folder, or files of it are
             missing or altered: each is named
          2  --strict and there was a warning; the page is written
          3  a file could not be read, or the page could not be written
          4  a defect of watersim
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("RUN|COMPARISON")
        {
            Description = "Folder that watersim run, year or compare has written.",
        };
        var output = SharedOptions.Out(
            "FILE", "Page to write, .html; an earlier one is replaced when the new one is whole. Default: beside the folder, FOLDER.html.");
        var language = SharedOptions.Language("Language of the page. Its figures are in the language of the run.");
        var quiet = SharedOptions.Quiet();
        var strict = SharedOptions.Strict();
        var command = new Command("report", "Writes a run, a year or a comparison as one HTML page that stands alone.")
        {
            folder, output, language, quiet, strict,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(folder), parsed.GetValue(output),
            parsed.GetValue(language) == "zh" ? FigureLanguage.Chinese : FigureLanguage.English, parsed.GetValue(quiet), parsed.GetValue(strict)));
        return command;
    }

    private static int Run(Terminal terminal, string folder, string? output, FigureLanguage language, bool quiet, bool strict)
    {
        var phases = new Phases();
        try
        {
            var report = phases.Time("report", () => HtmlReport.Of(folder, language));
            DiagnosticWriter.Write(
                terminal, quiet ? [.. report.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)] : report.Diagnostics);
            if (report.HasErrors)
            {
                return ExitCode.Input;
            }

            // The place is the user's or stands beside the folder; nothing that stands in a file decides it.
            var place = output ?? Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".html";
            if (Path.GetDirectoryName(Path.GetFullPath(place)) is { Length: > 0 } beside)
            {
                Directory.CreateDirectory(beside);
            }

            using (var file = StagedFile.Begin(place))
            {
                file.Stream.Write(report.Html.Span);
                file.Commit();
            }

            if (!quiet)
            {
                terminal.Output.WriteLine(
                    $"{place}: {Say.Number(report.Html.Length / 1e6, 2)} MB in {Say.Number(phases.Total.TotalSeconds, 2)} s");
            }

            return strict && report.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Warning) ? ExitCode.NotConverged : ExitCode.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DiagnosticWriter.Write(
                terminal,
                [
                    new Diagnostic
                    {
                        Code = "WS5020",
                        Severity = DiagnosticSeverity.Error,
                        Element = "report",
                        Message = e.Message.TrimEnd('.'),
                        Remedy = "Free space, check permissions or name another place with --out; an earlier page is as it was.",
                    },
                ]);
            return ExitCode.InputOutput;
        }
    }
}
