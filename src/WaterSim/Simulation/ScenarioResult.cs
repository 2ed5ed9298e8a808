using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>What became of one scenario of an <see cref="Ensemble"/>.</summary>
public sealed record ScenarioResult
{
    /// <summary>Its position in the list of scenarios.</summary>
    public required int Index { get; init; }

    /// <summary>The scenario.</summary>
    public required ScenarioInput Scenario { get; init; }

    /// <summary>
    /// What was computed, or null where the scenario was refused: <see cref="Diagnostics"/> say why. Reported times are in it
    /// only where <see cref="EnsembleOptions.KeepTimes"/> asks for them.
    /// </summary>
    public SimulationResults? Results { get; init; }

    /// <summary>Errors of a scenario that was refused; else warnings and notices of its run.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>
    /// Lowest pressure head that each node had at any solution, m, in the order of the network's nodes; NaN at reservoirs, at
    /// tanks and at junctions that no pipe joins to a source. Empty where <see cref="EnsembleOptions.KeepLowestPressures"/>
    /// does not ask for it.
    /// </summary>
    public ImmutableArray<double> LowestPressures { get; init; } = [];

    /// <summary>True where every step converged and the whole duration was run.</summary>
    public bool IsComplete => Results is { Outcome: SimulationOutcome.Completed };
}
