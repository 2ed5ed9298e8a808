using WaterSim.Cli.Output;
using WaterSim.Planning.Results;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary>Writes a run's tables and summary into its staging folder.</summary>
internal sealed class RunOutputs(string folder, Phases phases, CancellationToken cancellation)
{
    /// <summary>Begins to write.</summary>
    public Task Begin(SimulationResults results, RunSummary summary) =>
        Task.Run(() => phases.Time("tables", () => Tables(results, summary)), CancellationToken.None);

    private void Tables(SimulationResults results, RunSummary summary)
    {
        using (var file = File.Create(Path.Combine(folder, RunSummaryJson.FileName)))
        {
            RunSummaryJson.Write(summary, file);
        }

        RunTables.Write(folder, results, summary, cancellation);
    }
}
