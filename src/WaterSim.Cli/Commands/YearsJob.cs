using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Cli.Commands;

/// <summary>Runs the years of several scenarios of one county side by side, each into a run folder of its own, and compares them.</summary>
internal sealed class YearsJob(Terminal terminal, YearRequest request, IYearRunner runner, CancellationToken cancellation)
{
    // Of one scenario; its run folder has them all.
    private const int MostPerCode = 3;

    private readonly Phases _phases = new();

    /// <summary>Does it.</summary>
    /// <returns>The worst of the scenarios' exit codes, each one of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        var input = runner.Read(request.County);
        DiagnosticWriter.Write(terminal, Shown(input.Diagnostics));
        if (input.HasErrors)
        {
            return ExitCode.Input;
        }

        if (input.System is null)
        {
            return Refuse(ScenarioNotes.NoCounty(request.County));
        }

        var folder = Path.GetDirectoryName(input.Files[0]) is { Length: > 0 } beside ? beside : ".";
        IEnumerable<string> all = request.AllScenarios ? ScenarioReader.FilesOf(folder) : [];
        string[] files = [.. all.Concat(request.Scenarios).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            return Refuse(ScenarioNotes.NoScenarios(Path.Combine(folder, ScenarioReader.FolderName)));
        }

        var place = request.Out ?? Path.Combine("runs", input.Name + "-years");
        if (File.Exists(Path.Combine(place, "manifest.json")))
        {
            return Refuse(ScenarioNotes.PlaceIsRun(place));
        }

        var outcomes = RunAll(input, files, place);
        Tell(outcomes, place);
        return outcomes.Max(o => o.Code);
    }

    private YearOutcome[] RunAll(NetworkInput input, string[] files, string place)
    {
        var names = ScenarioFolders.Of(files);
        var outcomes = new YearOutcome[files.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads ?? Environment.ProcessorCount };
        return ProgressDisplay.Run(terminal, !request.Quiet, $"Running {Say.Counted(files.Length, "year")}", bar =>
        {
            var progress = new SharedProgress(files.Length, bar);
            Parallel.For(0, files.Length, options, i =>
            {
                outcomes[i] = cancellation.IsCancellationRequested
                    ? new YearOutcome { File = files[i], FolderName = names[i], Code = ExitCode.Interrupted }
                    : RunOne(input, files[i], names[i], Path.Combine(place, names[i]), progress.Of(i));
                progress.Of(i).Report(1);
            });
            return outcomes;
        });
    }

    private YearOutcome RunOne(NetworkInput input, string file, string name, string place, IProgress<double> progress)
    {
        var nowhere = new Terminal { Output = TextWriter.Null, Error = TextWriter.Null };
        var alone = request with
        {
            Scenarios = [file],
            AllScenarios = false,
            Out = place,
            Json = false,
            Quiet = true,

            // Of those that were stopped some had not begun, or were complete and are run again.
            Resume = request.Resume && Directory.Exists(Path.TrimEndingDirectorySeparator(place) + YearFolder.Suffix),
        };
        var job = new YearJob(nowhere, alone, runner, cancellation) { Input = input, Progress = progress };
        var code = ExitCode.Internal;
        List<Diagnostic> found = [];
        try
        {
            code = job.Run();
        }
#pragma warning disable CA1031 // The others are to finish, whatever it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            found.Add(ScenarioNotes.Defect(e));
        }

        return new YearOutcome
        {
            File = file,
            FolderName = name,
            Code = code,
            Diagnostics = [.. job.Diagnostics, .. found],
            Scenario = job.Scenario,
            RunFolder = job.Written,
            Summary = job.Written is null ? null : job.Summary,
        };
    }

    private void Tell(YearOutcome[] outcomes, string place)
    {
        foreach (var outcome in outcomes)
        {
            if (Shown(outcome.Diagnostics) is { Count: > 0 } shown)
            {
                terminal.Error.WriteLine($"{outcome.FolderName}:");
                DiagnosticWriter.Write(
                    terminal, shown, outcome.RunFolder is null ? null : Path.Combine(outcome.RunFolder, YearSummaryJson.FileName), MostPerCode);
            }
        }

        if (request.Json)
        {
            YearsReport.Write(terminal, outcomes);
        }
        else if (!request.Quiet)
        {
            YearsTable.Of(outcomes, request.Language).WriteTo(terminal.OutputConsole());
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
