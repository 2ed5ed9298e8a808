using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>The scenarios of the measured ensembles: the network with all its demands smaller or greater.</summary>
internal static class EnsembleScenarios
{
    private const double Least = 0.8;
    private const double Most = 1.2;

    /// <summary>Demand factors from 0.8 to 1.2, -, in equal steps about 1: the middles of so many equal parts.</summary>
    public static double[] Factors(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Least + ((Most - Least) * (i + 0.5) / count))];

    /// <summary>Scenarios with these factors.</summary>
    public static ImmutableArray<ScenarioInput> Of(double[] factors) =>
        [.. factors.Select(f => new ScenarioInput { DemandFactor = f })];

    /// <summary>Runs an ensemble to its end; what it took altogether.</summary>
    public static RunEffort Run(Network network, ImmutableArray<ScenarioInput> scenarios, int threads)
    {
        var effort = default(RunEffort);
        foreach (var result in Ensemble.Run(network, scenarios, new EnsembleOptions { Threads = threads }))
        {
            var results = result.Results ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
            foreach (var step in results.Steps)
            {
                effort = effort.With(step.Iterations);
            }
        }

        return effort;
    }
}
