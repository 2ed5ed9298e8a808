namespace WaterSim.Planning.Results;

/// <summary>The solver's work over a run, and how well its solutions close.</summary>
public sealed record SolverEffort
{
    /// <summary>Hydraulic solutions.</summary>
    public required int Steps { get; init; }

    /// <summary>Iterations of all of them.</summary>
    public required int Iterations { get; init; }

    /// <summary>Most iterations of one.</summary>
    public required int WorstIterations { get; init; }

    /// <summary>Time of the first solution with that many, since the start.</summary>
    public required TimeSpan WorstTime { get; init; }

    /// <summary>Solutions that did not reach their accuracy.</summary>
    public required int Unconverged { get; init; }

    /// <summary>Largest imbalance of water at a node in any solution, m3/s.</summary>
    public required double MassResidual { get; init; }

    /// <summary>Id of its node, or null.</summary>
    public required string? MassResidualNode { get; init; }

    /// <summary>Largest difference at a link between head difference and law in any solution, m.</summary>
    public required double EnergyResidual { get; init; }

    /// <summary>Id of its link, or null.</summary>
    public required string? EnergyResidualLink { get; init; }

    /// <summary>Largest relative flow change left by any solution, -.</summary>
    public required double RelativeFlowChange { get; init; }

    /// <summary>Iterations per solution, -; 0 where there is none.</summary>
    public double IterationsPerStep => Steps == 0 ? 0 : (double)Iterations / Steps;
}
