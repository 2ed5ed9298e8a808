using WaterSim.Model;
using WaterSim.Numerics;
using WaterSim.Quality;

namespace WaterSim.Simulation;

/// <summary>Runs a network over its duration, step by step.</summary>
public static class ExtendedPeriod
{
    /// <summary>Runs a network over its whole duration and keeps every reported time.</summary>
    /// <param name="network">The network; its own options and times hold.</param>
    /// <param name="progress">Told the share of the duration that is done, 0 to 1; or null.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The results. A step that does not converge is told there, not thrown.</returns>
    /// <exception cref="ArgumentException">The network is not valid: what its validator would report as an error.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SimulationResults Run(
        Network network, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        return Run(CompiledNetwork.Of(network), progress, cancellation);
    }

    /// <summary>Runs a network over its whole duration and follows what is asked for through it.</summary>
    /// <param name="network">The network; its own options and times hold.</param>
    /// <param name="options">What to follow, and what of it to keep.</param>
    /// <param name="progress">Told the share of the duration that is done, 0 to 1; or null.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The results. A step that does not converge is told there, not thrown.</returns>
    /// <exception cref="ArgumentException">
    /// The network is not valid, or an analysis does not fit it: what <see cref="AnalysisChecks"/> would report as an error.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SimulationResults Run(
        Network network, RunOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        return Run(CompiledNetwork.Of(network), options, progress, cancellation);
    }

    /// <summary>Runs a compiled network over its whole duration and keeps every reported time.</summary>
    /// <param name="compiled">The network; its own options and times hold.</param>
    /// <param name="progress">Told the share of the duration that is done, 0 to 1; or null.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The results. A step that does not converge is told there, not thrown.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SimulationResults Run(
        CompiledNetwork compiled, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        return Run(compiled, RunOptions.Default, progress, cancellation);
    }

    /// <summary>Runs a compiled network over its whole duration and follows what is asked for through it.</summary>
    /// <param name="compiled">The network; its own options and times hold.</param>
    /// <param name="options">What to follow, and what of it to keep.</param>
    /// <param name="progress">Told the share of the duration that is done, 0 to 1; or null.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The results. A step that does not converge is told there, not thrown.</returns>
    /// <exception cref="ArgumentException">
    /// An analysis does not fit the network: what <see cref="AnalysisChecks"/> would report as an error.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SimulationResults Run(
        CompiledNetwork compiled,
        RunOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(options);
        AnalysisChecks.Refuse(compiled.Network, options.Quality);
        var runner = new LaneRunner<Lanes1>(compiled, options: options);
        runner.Begin(0, LaneChanges.None, record: true);
        while (true)
        {
            runner.Step();
            if (!runner.IsActive(0))
            {
                break;
            }

            cancellation.ThrowIfCancellationRequested();
            progress?.Report(runner[0].Progress);
        }

        progress?.Report(1);
        return runner[0].Results();
    }
}
