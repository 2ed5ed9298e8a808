using System.Collections.Immutable;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Plots;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary>Writes a run's figures, tables and summary into its staging folder, all at once.</summary>
internal sealed class RunOutputs(string folder, RunRequest request, Phases phases, CancellationToken cancellation)
{
    /// <summary>Folder of the figures in a run folder.</summary>
    public const string FiguresFolder = "figures";

    private ImmutableArray<Diagnostic> _ofFigures = [];
    private Task _writing = Task.CompletedTask;

    /// <summary>Begins to write.</summary>
    public void Begin(SimulationResults results, RunSummary summary, CountySystem? system, CountyIndicators? indicators)
    {
        // No token: a task that never starts would hide that the other still writes.
        var tables = Task.Run(() => phases.TimeBeside("tables", () => Tables(results, summary, system, indicators)), CancellationToken.None);
        var figures = request.Figures != FigureFiles.None
            ? Task.Run(() => phases.TimeBeside("figures", () => Figures(results, system)), CancellationToken.None)
            : Task.CompletedTask;
        _writing = Task.WhenAll(figures, tables);
    }

    /// <summary>Waits until nothing is written any more.</summary>
    /// <returns>What there is to say of the figures.</returns>
    /// <exception cref="IOException">Something could not be written.</exception>
    /// <exception cref="OperationCanceledException">The command was stopped.</exception>
    public ImmutableArray<Diagnostic> End()
    {
        _writing.GetAwaiter().GetResult();
        return _ofFigures;
    }

    private void Tables(SimulationResults results, RunSummary summary, CountySystem? system, CountyIndicators? indicators)
    {
        using (var file = File.Create(Path.Combine(folder, RunSummaryJson.FileName)))
        {
            RunSummaryJson.Write(summary, file, indicators);
        }

        RunMap.Write(folder, results.Network, system);
        RunTables.Write(folder, results, summary, indicators, seriesAsCsv: !request.HasScenarios, cancellation);
    }

    private void Figures(SimulationResults results, CountySystem? system)
    {
        cancellation.ThrowIfCancellationRequested();
        var figures = FigureSet.Draw(results, system, new FigureOptions
        {
            Language = request.Language == "zh" ? FigureLanguage.Chinese : FigureLanguage.English,
        });
        _ofFigures = figures.Diagnostics;
        figures.SaveAll(Path.Combine(folder, FiguresFolder), request.Figures);
    }
}
