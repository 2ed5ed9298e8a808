using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Cli.Commands;

/// <summary>Runs several scenarios of one county side by side, each into a run folder of its own, and compares them.</summary>
internal sealed class ScenarioJob(Terminal terminal, RunRequest request, CancellationToken cancellation)
{
    // Of one scenario; its run folder has them all.
    private const int MostPerCode = 3;

    private readonly Phases _phases = new();

    /// <summary>Does it.</summary>
    /// <returns>The worst of the scenarios' exit codes, each one of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        var input = NetworkInput.Read(request.Network);
        DiagnosticWriter.Write(terminal, Shown(input.Diagnostics));
        if (input.HasErrors)
        {
            return ExitCode.Input;
        }

        if (input.System is null)
        {
            return Refuse(ScenarioNotes.NoCounty(request.Network));
        }

        var files = FilesOf(Path.GetDirectoryName(input.Files[0]) is { Length: > 0 } folder ? folder : ".");
        if (files.Count == 0)
        {
            return Refuse(ScenarioNotes.NoScenarios(Path.Combine(Path.GetDirectoryName(input.Files[0]) ?? "", ScenarioReader.FolderName)));
        }

        var place = request.Out ?? Path.Combine("runs", input.Name + "-scenarios");
        if (File.Exists(Path.Combine(place, "manifest.json")))
        {
            return Refuse(ScenarioNotes.PlaceIsRun(place));
        }

        try
        {
            var outcomes = RunAll(input, files, place);
            Tell(outcomes, place);
            return outcomes.Max(o => o.Code);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.Error.WriteLine($"{CommandLineTool.Name}: stopped. Scenarios that were complete are in {place}; nothing else was written.");
            return ExitCode.Interrupted;
        }
    }

    private List<string> FilesOf(string folder)
    {
        IEnumerable<string> all = request.AllScenarios ? ScenarioReader.FilesOf(folder) : [];
        return [.. all.Concat(request.Scenarios).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
    }

    private ScenarioOutcome[] RunAll(NetworkInput input, List<string> files, string place)
    {
        var names = ScenarioFolders.Of(files);
        var outcomes = new ScenarioOutcome[files.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads ?? Environment.ProcessorCount, CancellationToken = cancellation };
        return ProgressDisplay.Run(terminal, !request.Quiet, $"Running {Say.Counted(files.Count, "scenario")}", bar =>
        {
            var progress = new SharedProgress(files.Count, bar);
            Parallel.For(0, files.Count, options, i =>
            {
                outcomes[i] = new ScenarioRun(request, input, files[i], names[i], Path.Combine(place, names[i]), cancellation).Do(progress.Of(i));
                progress.Of(i).Report(1);
            });
            return outcomes;
        });
    }

    private void Tell(ScenarioOutcome[] outcomes, string place)
    {
        foreach (var outcome in outcomes)
        {
            if (Shown(outcome.Diagnostics) is { Count: > 0 } shown)
            {
                terminal.Error.WriteLine($"{outcome.FolderName}:");
                DiagnosticWriter.Write(terminal, shown, outcome.RunFolder is null ? null : Path.Combine(outcome.RunFolder, RunSummaryJson.FileName), MostPerCode);
            }
        }

        if (request.Json)
        {
            ScenarioReport.Write(terminal, outcomes);
        }
        else if (!request.Quiet)
        {
            ScenarioTable.Of(outcomes, request.Language).WriteTo(terminal.OutputConsole());
            ScenarioTable.FourSames(outcomes, request.Language).WriteTo(terminal.OutputConsole());
            var facts = new FactList();
            facts.Add("Time", $"{Say.Number(_phases.Total.TotalSeconds, 2)} s");
            facts.Add("Run folders", place);
            facts.WriteTo(terminal.OutputConsole());
        }
    }

    private int Refuse(Diagnostic because)
    {
        DiagnosticWriter.Write(terminal, [because]);
        return ExitCode.Input;
    }

    private IReadOnlyList<Diagnostic> Shown(IReadOnlyList<Diagnostic> found) =>
        request.Quiet ? [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)] : found;
}
