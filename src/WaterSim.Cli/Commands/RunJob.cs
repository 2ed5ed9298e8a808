using System.Collections.Immutable;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary>Carries out one <see cref="RunRequest"/>: read, simulate, print, write.</summary>
internal sealed class RunJob(Terminal terminal, RunRequest request, CancellationToken cancellation)
{
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly Phases _phases = new(measuresMemory: request.Profile);
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Does it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        try
        {
            return ReadAndRun();
        }
        catch (RunFolderException e)
        {
            Tell([e.Diagnostic]);
            return End(ExitCode.InputOutput);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Tell([RunNotes.NotWritten(e.Message)]);
            return End(ExitCode.InputOutput);
        }
    }

    private int ReadAndRun()
    {
        var input = _phases.Time("read", () => NetworkInput.Read(request.Network));
        Tell(input.Diagnostics);
        if (input.HasErrors)
        {
            return EndWithErrors();
        }

        var network = request.Apply(input.Network!);
        var analyses = request.AnalysesOf(network);
        if (analyses.Contains(QualityAnalysis.Chemical) && input.System is { Chlorine: not null } county)
        {
            network = county.WithChlorine(network);
        }

        Tell(AnalysisChecks.Check(network, analyses));
        if (_diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            return EndWithErrors();
        }

        var place = request.Out ?? Path.Combine("runs", input.Name);
        using var folder = RunFolder.Begin(place);
        using var files = EpanetFiles.Begin(request.BinaryFile, request.ReportFile);
        var compiled = _phases.Time("compile", () => CompiledNetwork.Of(network));
        var results = Simulate(compiled, analyses);
        Tell(results.Diagnostics);
        var summary = _phases.Time("summarise", () => RunSummary.Of(results, input.System));
        Tell([.. summary.Warnings.Except(results.Diagnostics)]);
        var indicators = input.System is { } system
            ? _phases.Time("indicators", () => CountyIndicators.Of(results, system, summary))
            : null;

        _phases.TimeTogether("outputs", () => WriteAndPrint(folder.StagingPath, input, results, summary, indicators));
        if (request.BinaryFile is not null || request.ReportFile is not null)
        {
            Tell(_phases.Time("epanet files", () => files.Write(results, input.NetworkFile, _started)));
        }

        cancellation.ThrowIfCancellationRequested();
        _phases.Time("commit", () =>
        {
            folder.Commit(RunManifests.Of(request, compiled, results, summary, _phases, _started, input.Files, []));
            files.Commit();
        });
        if (folder.LeftBehind is { } left)
        {
            Tell([RunNotes.LeftBehind(left)]);
        }

        return End(
            CodeOf(results),
            place,
            summary,
            indicators,
            request.Profile
                ? RunProfile.Of(_phases, summary, network.Nodes.Length, network.Links.Length, compiled.UnknownHeads)
                : null,
            network.Times.StartClockTime);
    }

    private SimulationResults Simulate(CompiledNetwork compiled, ImmutableArray<QualityAnalysis> analyses)
    {
        var clock = new QualityClock();
        var options = new RunOptions { Quality = analyses, QualityWatch = clock.Turn };
        var results = _phases.Time(RunProfile.Simulate, () => ProgressDisplay.Run(
            terminal, !request.Quiet, "Simulating", bar => ExtendedPeriod.Run(compiled, options, bar, cancellation)));
        if (!analyses.IsEmpty)
        {
            _phases.TakeOut(RunProfile.Simulate, RunProfile.Quality, clock.Spent);
        }

        return results;
    }

    // Figures and tables are written while the summary is printed.
    private void WriteAndPrint(
        string folder, NetworkInput input, SimulationResults results, RunSummary summary, CountyIndicators? indicators)
    {
        var outputs = new RunOutputs(folder, request, _phases, cancellation);
        outputs.Begin(results, summary, input.System, indicators);
        try
        {
            if (!request.Json && !request.Quiet)
            {
                _phases.TimeBeside("print", () => Print(input.Name, results, summary, indicators));
            }
        }
        finally
        {
            // The staging folder may go only when nobody writes into it any more.
            Tell(outputs.End());
        }
    }

    private void Print(string name, SimulationResults results, RunSummary summary, CountyIndicators? indicators)
    {
        new SummaryPrinter(terminal.OutputConsole(), summary, indicators, results.Network, request.Language).Print(name);
        if (request.LogControls)
        {
            ControlsSection.Decisions(results).WriteTo(terminal.OutputConsole());
        }
    }

    private int EndWithErrors()
    {
        var errors = _diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        terminal.Error.WriteLine($"{CommandLineTool.Name}: {Say.Counted(errors, "error")}; nothing was run.");
        return End(ExitCode.Input);
    }

    private int CodeOf(SimulationResults results)
    {
        if (results.Outcome != SimulationOutcome.Completed)
        {
            return ExitCode.NotConverged;
        }

        var warnings = _diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning);
        if (warnings > 0 && request.Strict)
        {
            terminal.Error.WriteLine(
                $"{CommandLineTool.Name}: {Say.Counted(warnings, "warning")}, and --strict asks for none.");
            return ExitCode.NotConverged;
        }

        return ExitCode.Ok;
    }

    private void Tell(IReadOnlyList<Diagnostic> found)
    {
        _diagnostics.AddRange(found);
        DiagnosticWriter.Write(
            terminal,
            request.Quiet ? [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)] : found);
    }

    private int End(
        int code,
        string? place = null,
        RunSummary? summary = null,
        CountyIndicators? indicators = null,
        RunProfile? profile = null,
        TimeSpan startClock = default)
    {
        if (request.Json)
        {
            RunReport.Write(terminal, code, place, _diagnostics, _phases.Notes, summary, indicators, request.Profile, profile);
        }
        else if (place is not null && !request.Quiet)
        {
            var took = string.Join(", ", _phases.Notes.Select(n => $"{n.Key} {Say.Number(n.Value.TotalSeconds, 2)}"));
            var facts = new FactList();
            facts.Add("Time", $"{Say.Number(_phases.Total.TotalSeconds, 2)} s: {took}");
            facts.Add("Run folder", place);
            facts.WriteTo(terminal.OutputConsole());
            if (profile is not null)
            {
                ProfileSection.Write(terminal.OutputConsole(), profile, startClock);
            }
        }

        return code;
    }
}
