namespace WaterSim.Hydraulics;

/// <summary>How one solve went.</summary>
internal readonly record struct SolveReport
{
    /// <summary>Iterations made.</summary>
    public required int Iterations { get; init; }

    /// <summary>True where the accuracy was reached and no status was left to change.</summary>
    public required bool Converged { get; init; }

    /// <summary>Sum of the last flow changes over the sum of flows, -.</summary>
    public required double RelativeFlowChange { get; init; }

    /// <summary>Links whose status kept changing while the solve did not converge, most restless first; null else.</summary>
    public int[]? RestlessLinks { get; init; }

    /// <summary>Solver node whose equation has no solution, or -1.</summary>
    public required int SingularNode { get; init; }
}
