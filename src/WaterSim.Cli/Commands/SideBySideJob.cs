using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Cli.Commands;

/// <summary>
/// Runs several scenarios of one county side by side, each into a run folder of its own, and compares them. One that fails or is
/// stopped keeps none of the others from being told.
/// </summary>
/// <typeparam name="TOutcome">How one of them went.</typeparam>
internal abstract class SideBySideJob<TOutcome>(Terminal terminal, ISideRequest request, CancellationToken cancellation)
    where TOutcome : SideOutcome
{
    // Of one scenario; its run folder has them all.
    private const int MostPerCode = 3;

    private readonly Phases _phases = new();

    /// <summary>What one of them is called.</summary>
    protected abstract string Noun { get; }

    /// <summary>Name of the file in a run folder that has all diagnostics.</summary>
    protected abstract string SummaryFile { get; }

    /// <summary>What is behind the county's name in the folder of the run folders.</summary>
    protected abstract string Suffix { get; }

    /// <summary>Does it.</summary>
    /// <returns>The worst of the scenarios' exit codes, each one of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        var input = Read();
        DiagnosticWriter.Write(terminal, Shown(input.Diagnostics));
        if (input.HasErrors)
        {
            return ExitCode.Input;
        }

        if (input.System is null)
        {
            return Refuse(ScenarioNotes.NoCounty(request.Place));
        }

        var folder = Path.GetDirectoryName(input.Files[0]) is { Length: > 0 } beside ? beside : ".";
        IEnumerable<string> all = request.AllScenarios ? ScenarioReader.FilesOf(folder) : [];
        string[] files = [.. all.Concat(request.Scenarios).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            return Refuse(ScenarioNotes.NoScenarios(Path.Combine(folder, ScenarioReader.FolderName)));
        }

        var place = request.Out ?? Path.Combine("runs", input.Name + Suffix);
        if (File.Exists(Path.Combine(place, "manifest.json")))
        {
            return Refuse(ScenarioNotes.PlaceIsRun(place));
        }

        var outcomes = RunAll(input, files, place);
        Tell(outcomes, place);
        return outcomes.Max(o => o.Code);
    }

    /// <summary>Reads the county.</summary>
    protected abstract NetworkInput Read();

    /// <summary>Runs one of them.</summary>
    /// <param name="input">The county.</param>
    /// <param name="file">The scenario file.</param>
    /// <param name="name">The name of its run folder.</param>
    /// <param name="place">Its run folder.</param>
    /// <param name="progress">Is told the share that is done, 0 to 1.</param>
    protected abstract TOutcome RunOne(NetworkInput input, string file, string name, string place, IProgress<double> progress);

    /// <summary>The outcome of one that was stopped, or not begun.</summary>
    protected abstract TOutcome Stopped(string file, string name);

    /// <summary>The tables that set them side by side.</summary>
    protected abstract IEnumerable<TextTable> Tables(IReadOnlyList<TOutcome> outcomes);

    /// <summary>Prints them as one JSON object.</summary>
    protected abstract void PrintJson(IReadOnlyList<TOutcome> outcomes);

    private TOutcome[] RunAll(NetworkInput input, string[] files, string place)
    {
        var names = ScenarioFolders.Of(files);
        var outcomes = new TOutcome[files.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads ?? Environment.ProcessorCount };
        return ProgressDisplay.Run(terminal, !request.Quiet, $"Running {Say.Counted(files.Length, Noun)}", bar =>
        {
            var progress = new SharedProgress(files.Length, bar);
            Parallel.For(0, files.Length, options, i =>
            {
                outcomes[i] = cancellation.IsCancellationRequested
                    ? Stopped(files[i], names[i])
                    : RunOne(input, files[i], names[i], Path.Combine(place, names[i]), progress.Of(i));
                progress.Of(i).Report(1);
            });
            return outcomes;
        });
    }

    private void Tell(TOutcome[] outcomes, string place)
    {
        foreach (var outcome in outcomes)
        {
            if (Shown(outcome.Diagnostics) is { Count: > 0 } shown)
            {
                terminal.Error.WriteLine($"{outcome.FolderName}:");
                DiagnosticWriter.Write(
                    terminal, shown, outcome.RunFolder is null ? null : Path.Combine(outcome.RunFolder, SummaryFile), MostPerCode);
            }
        }

        if (request.Json)
        {
            PrintJson(outcomes);
        }
        else if (!request.Quiet)
        {
            foreach (var table in Tables(outcomes))
            {
                table.WriteTo(terminal.OutputConsole());
            }

            var facts = new FactList();
            facts.Add("Time", $"{Say.Number(_phases.Total.TotalSeconds, 2)} s");
            facts.Add("Run folders", place);
            facts.WriteTo(terminal.OutputConsole());
        }

        if (Array.Exists(outcomes, o => o.Code == ExitCode.Interrupted))
        {
            terminal.Error.WriteLine($"{CommandLineTool.Name}: stopped. What was complete is in {place}.");
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
