using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>The <see cref="GradientSolver{T}"/> for one scenario alone, whose pipes are evaluated many at a time.</summary>
internal sealed class ScalarSolver
{
    private static readonly bool[] Active = [true];

    private readonly GradientSolver<Lanes1> _solver;

    /// <summary>A solver with its own workspace; one per thread.</summary>
    /// <param name="arrays">The network.</param>
    /// <param name="width">How many chains are evaluated at a time: 8, 4 or 1; null: what the machine does best.</param>
    public ScalarSolver(NetworkArrays arrays, int? width = null) =>
        _solver = new GradientSolver<Lanes1>(arrays, width ?? LaneWidth.Preferred);

    /// <summary>As <see cref="GradientSolver{T}.Solve"/>.</summary>
    public SolveReport Solve(HydraulicState state) => _solver.Solve(state.All, Active)[0];

    /// <summary>As <see cref="GradientSolver{T}.Residuals"/>.</summary>
    public (double Mass, int Node, double Energy, int Link) Residuals(HydraulicState state) => _solver.Residuals(state);
}
