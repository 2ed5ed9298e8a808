using WaterSim.Hydraulics;
using WaterSim.Hydraulics.Linear;
using WaterSim.Numerics;

namespace WaterSim.Benchmarks;

/// <summary>Made-up systems with the structure of a network's matrix, to be solved again and again.</summary>
/// <typeparam name="T">The systems side by side.</typeparam>
internal sealed class LinearSystem<T>
    where T : struct, ILanes<T>
{
    private readonly CholeskySolver<T> _solver;
    private readonly double[] _rows;
    private readonly double[] _offDiagonal;

    /// <summary>Systems whose conductances differ from one lane to the next.</summary>
    public LinearSystem(NetworkArrays arrays)
    {
        _solver = new CholeskySolver<T>(arrays.Factor, arrays.FixedEnd - arrays.UnknownCount);
        for (var lane = 0; lane < T.Count; lane++)
        {
            for (var i = 0; i < arrays.UnknownCount; i++)
            {
                _solver.RightSide(i, lane) = 1;
            }

            for (var k = 0; k < arrays.EdgeCount; k++)
            {
                var conductance = 1 + ((k + lane) % 7);
                _solver.Diagonal(arrays.EdgeFrom[k], lane) += conductance;
                _solver.Diagonal(arrays.EdgeTo[k], lane) += conductance;
                _solver.OffDiagonal[(arrays.Entry[k] * T.Count) + lane] -= conductance;
            }
        }

        _rows = [.. _solver.Rows];
        _offDiagonal = [.. _solver.OffDiagonal];
    }

    /// <summary>Fills the matrices again, as an iteration does, factors and solves them; the first unknown.</summary>
    public double Solve()
    {
        _rows.CopyTo(_solver.Rows, 0);
        _offDiagonal.CopyTo(_solver.OffDiagonal, 0);
        return _solver.Solve()
            ? _solver.RightSide(0)
            : throw new InvalidOperationException("The matrix is singular.");
    }
}
