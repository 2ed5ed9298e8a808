using System.Collections.Immutable;

namespace WaterSim.Simulation;

/// <summary>How one hydraulic solution went.</summary>
public readonly record struct StepReport
{
    /// <summary>Time since the start, s.</summary>
    public required long Time { get; init; }

    /// <summary>Time until the next solution, s; 0 for the last.</summary>
    public required long Length { get; init; }

    /// <summary>Iterations of the solver.</summary>
    public required int Iterations { get; init; }

    /// <summary>True where the solver reached its accuracy.</summary>
    public required bool Converged { get; init; }

    /// <summary>Sum of the last flow changes over the sum of flows, -.</summary>
    public required double RelativeFlowChange { get; init; }

    /// <summary>Largest imbalance of water at any node, m3/s.</summary>
    public required double MassResidual { get; init; }

    /// <summary>Node of <see cref="MassResidual"/>, a position in the network's nodes; -1: none.</summary>
    public required int WorstNode { get; init; }

    /// <summary>Largest difference at any link between its head difference and its law, m.</summary>
    public required double EnergyResidual { get; init; }

    /// <summary>What deserves a look, element by element; empty where nothing does.</summary>
    public ImmutableArray<StepFinding> Findings { get; init; }

    /// <summary>Link of <see cref="EnergyResidual"/>, a position in the network's links; -1: none.</summary>
    public required int WorstLink { get; init; }
}
