using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// Runs many scenarios of one network: eight side by side in the lanes of a vector, and as many of these batches at a time as
/// there are threads. A scenario's results are the same bits whatever its neighbours and however many threads there are. What goes wrong with
/// one scenario is told in its result and touches no other.
/// </summary>
public static class Ensemble
{
    /// <summary>Runs scenarios and hands out their results in the order of the list, as they become ready.</summary>
    /// <param name="network">The network; its own options and times hold for all scenarios.</param>
    /// <param name="scenarios">What each scenario changes.</param>
    /// <param name="options">How to run them and what to keep; null: the defaults.</param>
    /// <param name="progress">Told the share of the scenarios that are done, 0 to 1; or null.</param>
    /// <param name="cancellation">Stops the work; the enumeration then ends with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// One result per scenario. Work begins with the enumeration, runs only so far ahead of it, and ends with it.
    /// </returns>
    /// <exception cref="ArgumentException">The network is not valid: what its validator would report as an error.</exception>
    public static IEnumerable<ScenarioResult> Run(
        Network network,
        IReadOnlyList<ScenarioInput> scenarios,
        EnsembleOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(scenarios);
        options ??= new EnsembleOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads, nameof(options));
        var plan = new EnsemblePlan(network, scenarios);
        return Stream(plan, options, progress, cancellation);
    }

    private static IEnumerable<ScenarioResult> Stream(
        EnsemblePlan plan, EnsembleOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var work = new EnsembleWork(plan, options, cancellation);
        for (var i = 0; i < plan.Scenarios.Count; i++)
        {
            yield return work.Take(i);
            progress?.Report((i + 1.0) / plan.Scenarios.Count);
        }
    }
}
