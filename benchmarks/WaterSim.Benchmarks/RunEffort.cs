using WaterSim.Simulation;

namespace WaterSim.Benchmarks;

/// <summary>What a run took: without it a ratio of times says little.</summary>
/// <param name="Solutions">Number of hydraulic solutions.</param>
/// <param name="Iterations">Iterations of them all.</param>
/// <param name="MostIterations">Iterations of the solution that took most.</param>
internal readonly record struct RunEffort(int Solutions, int Iterations, int MostIterations)
{
    /// <summary>The effort of a run of ours.</summary>
    public static RunEffort Of(SimulationResults results)
    {
        var effort = default(RunEffort);
        foreach (var step in results.Steps)
        {
            effort = effort.With(step.Iterations);
        }

        return effort;
    }

    /// <summary>This effort and one solution more.</summary>
    public RunEffort With(int iterations) =>
        new(Solutions + 1, Iterations + iterations, Math.Max(MostIterations, iterations));
}
