using System.Collections.Immutable;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.Results;
using WaterSim.Plots;

namespace WaterSim.Cli.Commands;

/// <summary>Carries out one <see cref="CompareRequest"/>: verify, compare, draw, write, print.</summary>
internal sealed class CompareJob(Terminal terminal, CompareRequest request, CancellationToken cancellation)
{
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly Phases _phases = new();
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Does it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        try
        {
            return CompareAndWrite();
        }
        catch (RunFolderException e)
        {
            Tell([e.Diagnostic]);
            return End(ExitCode.InputOutput, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Tell([RunNotes.NotWritten(e.Message)]);
            return End(ExitCode.InputOutput, null);
        }
    }

    private int CompareAndWrite()
    {
        var (comparison, found) = _phases.Time("read", () => RunComparison.Of(request.Runs));
        Tell(found);
        if (comparison is null)
        {
            return End(ExitCode.Input, null);
        }

        RunFolder.RefuseRun(request.Out);
        using var folder = RunFolder.Begin(request.Out);
        _phases.Time("tables", () => ComparisonFiles.Write(folder.StagingPath, comparison));
        if (request.Figures != FigureFiles.None)
        {
            Tell(_phases.Time("figures", () => Figures(folder.StagingPath, comparison)));
        }

        cancellation.ThrowIfCancellationRequested();
        folder.Commit(ManifestOf(comparison));
        if (folder.LeftBehind is { } left)
        {
            Tell([RunNotes.LeftBehind(left)]);
        }

        var warns = request.Strict && _diagnostics.Any(d => d.Severity == DiagnosticSeverity.Warning);
        return End(warns ? ExitCode.NotConverged : ExitCode.Ok, comparison);
    }

    private ImmutableArray<Diagnostic> Figures(string folder, RunComparison comparison)
    {
        var figures = ComparisonFigures.Draw(
            comparison,
            ComparisonSeries.Read(comparison),
            ReadMap.Of(comparison.Runs[0].Run),
            new FigureOptions { Language = request.Language == "zh" ? FigureLanguage.Chinese : FigureLanguage.English });
        figures.SaveAll(Path.Combine(folder, RunOutputs.FiguresFolder), request.Figures);
        return figures.Diagnostics;
    }

    private ComparisonManifest ManifestOf(RunComparison comparison) => new()
    {
        ToolVersion = CommandLineTool.Version,
        Options =
        [
            .. request.Runs.Select((r, i) => new KeyValuePair<string, string?>($"run {i + 1}", r)),
            new("figures", FigureChoice.Word(request.Figures)),
            new("lang", request.Language),
        ],
        Inputs = [.. comparison.Runs.Select(r => HashedFile.Of(Path.Combine(r.Run.Folder, "manifest.json"), r.Folder.TrimEnd('/', '\\') + "/manifest.json"))],
        Started = _started,
        Timings = _phases.Notes,
    };

    private int End(int code, RunComparison? comparison)
    {
        if (request.Json)
        {
            ComparisonReport.Write(terminal, code, comparison is null ? null : request.Out, _diagnostics, _phases.Notes, comparison);
        }
        else if (comparison is not null && !request.Quiet)
        {
            new ComparisonPrinter(terminal.OutputConsole(), comparison, request.Language).Print();
            var facts = new FactList();
            facts.Add("Time", $"{Say.Number(_phases.Total.TotalSeconds, 2)} s");
            facts.Add("Comparison", request.Out);
            facts.WriteTo(terminal.OutputConsole());
        }

        return code;
    }

    private void Tell(IReadOnlyList<Diagnostic> found)
    {
        _diagnostics.AddRange(found);
        DiagnosticWriter.Write(terminal, request.Quiet ? [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)] : found);
    }
}
