using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using WaterSim.Hydraulics.Linear;
using WaterSim.Numerics;

namespace WaterSim.Tests.Hydraulics.Linear;

public sealed class CholeskySolverTests
{
    // A random graph with conductances over nine powers of ten, grounded at every node: symmetric positive definite.
    private static readonly Gen<(int Size, (int A, int B)[] Edges, double[] Conductances, double[] RightSide)> Systems =
        from size in Gen.Int[1, 30]
        from edges in Gen.Select(Gen.Int[0, size - 1], Gen.Int[0, size - 1]).Array[0, 60]
        let proper = edges.Where(e => e.Item1 != e.Item2).ToArray()
        from exponents in Gen.Double[-3, 6].Array[proper.Length]
        from rightSide in Gen.Double[-1, 1].Array[size]
        select (size, proper, exponents.Select(e => Math.Pow(10, e)).ToArray(), rightSide);

    [Fact]
    public void Solution_is_that_of_a_dense_solver() => Systems.Sample(
        system =>
        {
            var symbolic = SymbolicFactor.Analyze(system.Size, system.Edges);
            var solver = new CholeskySolver<Lanes1>(symbolic);
            var dense = Matrix<double>.Build.Dense(system.Size, system.Size);
            Fill(system, symbolic, solver, dense);
            Assert.True(solver.Solve());
            var expected = dense.Cholesky().Solve(Vector<double>.Build.Dense(system.RightSide));
            for (var i = 0; i < system.Size; i++)
            {
                Assert.Equal(expected[i], solver.RightSide(symbolic.Position[i]), 1e-8 * (1 + expected.InfinityNorm()));
            }
        },
        iter: 500);

    [Fact]
    public void Every_unknown_is_eliminated_once() => Systems.Sample(
        system => Assert.Equal(
            Enumerable.Range(0, system.Size), SymbolicFactor.Analyze(system.Size, system.Edges).Order.Order()),
        iter: 200);

    [Fact]
    public void A_tree_has_no_fill()
    {
        var edges = Enumerable.Range(1, 200).Select(i => (i, (i - 1) / 3)).ToArray();
        Assert.Equal(200, SymbolicFactor.Analyze(201, edges).Rows.Length);
    }

    [Fact]
    public void A_singular_matrix_names_the_unknown_it_fails_at()
    {
        var symbolic = SymbolicFactor.Analyze(3, [(0, 1)]);
        var solver = new CholeskySolver<Lanes1>(symbolic);
        solver.Diagonal(symbolic.Position[0]) = 2;
        solver.Diagonal(symbolic.Position[1]) = 2;
        solver.OffDiagonal[symbolic.EntryOf(symbolic.Position[0], symbolic.Position[1])] = -1;
        Assert.False(solver.Solve());
        Assert.Equal(symbolic.Position[2], solver.Failed[0]);
    }

    private static void Fill(
        (int Size, (int A, int B)[] Edges, double[] Conductances, double[] RightSide) system,
        SymbolicFactor symbolic,
        CholeskySolver<Lanes1> solver,
        Matrix<double> dense)
    {
        for (var i = 0; i < system.Size; i++)
        {
            dense[i, i] = 1;
            solver.Diagonal(symbolic.Position[i]) = 1;
            solver.RightSide(symbolic.Position[i]) = system.RightSide[i];
        }

        for (var e = 0; e < system.Edges.Length; e++)
        {
            var (a, b) = system.Edges[e];
            var p = system.Conductances[e];
            dense[a, a] += p;
            dense[b, b] += p;
            dense[a, b] -= p;
            dense[b, a] -= p;
            var (i, j) = (symbolic.Position[a], symbolic.Position[b]);
            solver.Diagonal(i) += p;
            solver.Diagonal(j) += p;
            solver.OffDiagonal[symbolic.EntryOf(i, j)] -= p;
        }
    }
}
