using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.Results;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary>Tells what made a run, for its folder.</summary>
internal static class RunManifests
{
    /// <summary>The manifest.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="compiled">The network that was run.</param>
    /// <param name="results">The run.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="phases">How long each phase took.</param>
    /// <param name="started">When it began.</param>
    /// <param name="inputs">The files that were read.</param>
    /// <param name="more">Options to be told after the network's.</param>
    public static RunManifest Of(
        RunRequest request,
        CompiledNetwork compiled,
        SimulationResults results,
        RunSummary summary,
        Phases phases,
        DateTimeOffset started,
        ImmutableArray<string> inputs,
        ImmutableArray<KeyValuePair<string, string?>> more)
    {
        var network = compiled.Network;
        return new()
        {
            ToolVersion = CommandLineTool.Version,
            Options =
            [
                new("network", request.Network),
                .. more,
                new("duration", Seconds(network.Times.Duration)),
                new("step", Seconds(network.Times.HydraulicStep)),
                new("start-clock", Seconds(network.Times.StartClockTime)),
                new("accuracy", network.Options.Accuracy.ToString("R", CultureInfo.InvariantCulture)),
                new("trials", network.Options.MaxTrials.ToString(CultureInfo.InvariantCulture)),
                new("demand-model", network.Options.DemandModel == DemandModel.PressureDriven ? "pda" : "dda"),
                new("quality", QualityWords.Of(summary.Quality.Select(q => q.Analysis))),
                .. QualityOptions(compiled, summary),
                new("figures", FigureChoice.Word(request.Figures)),
                new("lang", request.Language),
            ],
            Inputs = [.. inputs.Select(f => HashedFile.Of(f))],
            Started = started,
            Timings = phases.Notes,
            Outcome = results.Outcome,
            Size = summary.Size,
            ReportedTimes = results.Times.Length,
        };
    }

    // Step and tolerances that were taken; none where nothing was followed.
    private static IEnumerable<KeyValuePair<string, string?>> QualityOptions(CompiledNetwork compiled, RunSummary summary)
    {
        if (summary.Quality.IsEmpty)
        {
            yield break;
        }

        yield return new("quality-step", Seconds(compiled.QualityStep));
        foreach (var quality in summary.Quality)
        {
            var unit = quality.Analysis.Kind switch { QualityKind.Age => "s", QualityKind.Chemical => "g/m3", _ => "" };
            yield return new(
                $"quality-tolerance {quality.Analysis}",
                quality.Tolerance.ToString("R", CultureInfo.InvariantCulture) + unit);
        }
    }

    private static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0}s");
}
