using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Commands;

/// <summary>Runs the years of several scenarios of one county side by side.</summary>
internal sealed class YearsJob(Terminal terminal, YearRequest request, IYearRunner runner, CancellationToken cancellation)
    : SideBySideJob<YearOutcome>(terminal, request, cancellation)
{
    private readonly Terminal _terminal = terminal;
    private readonly CancellationToken _cancellation = cancellation;

    protected override string Noun => "year";

    protected override string SummaryFile => YearSummaryJson.FileName;

    protected override string Suffix => "-years";

    protected override NetworkInput Read() => runner.Read(request.County);

    protected override YearOutcome RunOne(NetworkInput input, string file, string name, string place, IProgress<double> progress)
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
        var job = new YearJob(nowhere, alone, runner, _cancellation) { Input = input, Progress = progress };
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

    protected override YearOutcome Stopped(string file, string name) =>
        new() { File = file, FolderName = name, Code = ExitCode.Interrupted };

    protected override IEnumerable<TextTable> Tables(IReadOnlyList<YearOutcome> outcomes) => [YearsTable.Of(outcomes, request.Language)];

    protected override void PrintJson(IReadOnlyList<YearOutcome> outcomes) => YearsReport.Write(_terminal, outcomes);
}
