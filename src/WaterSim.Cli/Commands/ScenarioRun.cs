using System.Collections.Immutable;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary>Reads, applies, runs and writes one of several scenarios. What goes wrong with it is its outcome.</summary>
internal sealed class ScenarioRun(RunRequest request, NetworkInput input, string file, string folderName, string place, CancellationToken cancellation)
{
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly Phases _phases = new();
    private readonly List<Diagnostic> _found = [];
    private Scenario? _scenario;
    private RunSummary? _summary;
    private CountyIndicators? _indicators;

    /// <summary>Does it.</summary>
    /// <param name="progress">Is told the share that has been simulated, 0 to 1.</param>
    /// <exception cref="OperationCanceledException">The command was stopped; nothing of this scenario was written.</exception>
    public ScenarioOutcome Do(IProgress<double> progress)
    {
        try
        {
            return ReadAndRun(progress);
        }
        catch (RunFolderException e)
        {
            return Failed(ExitCode.InputOutput, e.Diagnostic);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(ExitCode.InputOutput, RunNotes.NotWritten(e.Message));
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // The others are to finish, whatever it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failed(ExitCode.Internal, ScenarioNotes.Defect(e));
        }
    }

    private ScenarioOutcome ReadAndRun(IProgress<double> progress)
    {
        var (system, original) = (input.System!, input.Network!);
        var read = _phases.Time("read", () => ScenarioReader.Load(file, system, original));
        _found.AddRange(read.Diagnostics);
        if (read.Scenario is null)
        {
            return Failed(ExitCode.Input);
        }

        _scenario = read.Scenario;
        var applied = _phases.Time("apply", () => ScenarioApplication.Apply(_scenario, system, original));
        var network = request.Apply(applied.Network);
        ImmutableArray<QualityAnalysis> analyses = request.Quality is null && _scenario.Quality is { } wanted ? wanted : request.AnalysesOf(network);
        if (analyses.Contains(QualityAnalysis.Chemical) && applied.System.Chlorine is not null)
        {
            network = applied.System.WithChlorine(network);
        }

        _found.AddRange(AnalysisChecks.Check(network, analyses));
        if (_found.Exists(d => d.Severity == DiagnosticSeverity.Error))
        {
            return Failed(ExitCode.Input);
        }

        using var folder = RunFolder.Begin(place);
        var compiled = _phases.Time("compile", () => CompiledNetwork.Of(network));
        var options = new RunOptions
        {
            Quality = analyses,
            ExpectsShortage = network.Options.DemandModel == DemandModel.PressureDriven,
        };
        var results = _phases.Time(
            RunProfile.Simulate, () => ExtendedPeriod.Run(compiled, options, progress, cancellation));
        _found.AddRange(results.Diagnostics);
        _summary = _phases.Time("summarise", () => RunSummary.Of(results, applied.System));
        _found.AddRange(_summary.Warnings.Except(results.Diagnostics));
        _indicators = _phases.Time("indicators", () => CountyIndicators.Of(results, applied.System, _summary)) with
        {
            Asked = _scenario.Indicators,
        };
        var outputs = new RunOutputs(folder.StagingPath, request, _phases, cancellation);
        outputs.Begin(results, _summary, applied.System, _indicators);
        _found.AddRange(outputs.End());
        cancellation.ThrowIfCancellationRequested();
        folder.Commit(RunManifests.Of(
            request, compiled, results, _summary, _phases, _started, [.. input.Files, .. read.Files],
            [ScenarioWords.FileOf(file), .. ScenarioWords.Told(_scenario)]));
        if (folder.LeftBehind is { } left)
        {
            _found.Add(RunNotes.LeftBehind(left));
        }

        var isWorse = results.Outcome != SimulationOutcome.Completed
            || (request.Strict && _found.Exists(d => d.Severity == DiagnosticSeverity.Warning));
        return Outcome(isWorse ? ExitCode.NotConverged : ExitCode.Ok) with { RunFolder = place };
    }

    private ScenarioOutcome Failed(int code, params ReadOnlySpan<Diagnostic> because)
    {
        _found.AddRange(because);
        return Outcome(code);
    }

    private ScenarioOutcome Outcome(int code) => new()
    {
        File = file,
        FolderName = folderName,
        Code = code,
        Diagnostics = [.. _found],
        Scenario = _scenario,
        Summary = _summary,
        Indicators = _indicators,
    };
}
