using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Exports;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Commands;

/// <summary>Carries out one <c>watersim export</c>: verify, write, tell.</summary>
internal sealed class ExportJob(Terminal terminal, string run, ExportFormat format, string? place, bool quiet, bool strict, CancellationToken cancellation)
{
    /// <summary>Does it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        try
        {
            var (opened, wrong) = FinishedRun.Open(run);
            var found = opened is null ? wrong : [.. wrong, .. opened.Check()];
            if (found.IsEmpty && IsWithin(Place))
            {
                found = [ExportNotes.WithinRun(Place)];
            }

            if (opened is null || !found.IsEmpty)
            {
                DiagnosticWriter.Write(terminal, found);
                return ExitCode.Input;
            }

            return Write(opened);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.Error.WriteLine($"{CommandLineTool.Name}: stopped. Files that were whole are in {Place}.");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            DiagnosticWriter.Write(terminal, [ExportNotes.NotWritten(e.Message)]);
            return ExitCode.InputOutput;
        }
    }

    private string Place => place ?? Path.TrimEndingDirectorySeparator(run) + "-export";

    private int Write(FinishedRun opened)
    {
        Directory.CreateDirectory(Place);
        var (files, found) = RunExport.Write(opened, format, Place, cancellation);
        DiagnosticWriter.Write(terminal, quiet ? [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)] : found);
        if (!quiet)
        {
            foreach (var file in files)
            {
                terminal.Output.WriteLine(Path.Combine(Place, file));
            }
        }

        return found.Any(d => d.Severity == DiagnosticSeverity.Error) ? ExitCode.Input
            : strict && found.Any(d => d.Severity == DiagnosticSeverity.Warning) ? ExitCode.NotConverged
            : ExitCode.Ok;
    }

    // A file more in a run folder, and no later run may replace it.
    private static bool IsWithin(string folder)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder)); at is not null; at = at.Parent)
        {
            if (FinishedRun.Open(at.FullName).Run is not null)
            {
                return true;
            }
        }

        return false;
    }
}
