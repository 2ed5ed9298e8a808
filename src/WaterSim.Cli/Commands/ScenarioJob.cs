using WaterSim.Cli.Output;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Commands;

/// <summary>Runs several scenarios of one county side by side, for hours or days.</summary>
internal sealed class ScenarioJob(Terminal terminal, RunRequest request, CancellationToken cancellation)
    : SideBySideJob<ScenarioOutcome>(terminal, request, cancellation)
{
    private readonly Terminal _terminal = terminal;
    private readonly CancellationToken _cancellation = cancellation;

    protected override string Noun => "scenario";

    protected override string SummaryFile => RunSummaryJson.FileName;

    protected override string Suffix => "-scenarios";

    protected override NetworkInput Read() => NetworkInput.Read(request.Network);

    protected override ScenarioOutcome RunOne(NetworkInput input, string file, string name, string place, IProgress<double> progress)
    {
        try
        {
            return new ScenarioRun(request, input, file, name, place, _cancellation).Do(progress);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return Stopped(file, name);
        }
    }

    protected override ScenarioOutcome Stopped(string file, string name) =>
        new() { File = file, FolderName = name, Code = ExitCode.Interrupted };

    protected override IEnumerable<TextTable> Tables(IReadOnlyList<ScenarioOutcome> outcomes) =>
        [ScenarioTable.Of(outcomes, request.Language), ScenarioTable.FourSames(outcomes, request.Language)];

    protected override void PrintJson(IReadOnlyList<ScenarioOutcome> outcomes) => ScenarioReport.Write(_terminal, outcomes);
}
