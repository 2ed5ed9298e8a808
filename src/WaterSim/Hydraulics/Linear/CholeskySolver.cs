using System.Runtime.CompilerServices;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics.Linear;

/// <summary>
/// Solves A x = b for a sparse symmetric positive definite A, as A = L D L^T, for as many systems of one structure at a
/// time as there are lanes:
/// <code>
/// column j:  d_j = a_jj,  l_ij = a_ij / d_j,  then a_ik -= l_ij d_j l_kj for all i, k below   (right-looking)
/// forward:   b_i -= l_ij b_j                                                                  (in the same pass)
/// backward:  x_j = b_j / d_j - sum over i of l_ij x_i
/// </code>
/// The updates follow the program that <see cref="SymbolicFactor"/> wrote: no searching, no allocation.
/// Source: Davis, T. A. (2006), Direct Methods for Sparse Linear Systems, SIAM, chapter 4.
/// </summary>
/// <typeparam name="T">The systems side by side.</typeparam>
internal sealed class CholeskySolver<T>
    where T : struct, ILanes<T>
{
    private readonly SymbolicFactor _symbolic;
    private readonly double[] _inverse;
    private readonly int[] _failed = new int[T.Count];

    /// <summary>A workspace.</summary>
    /// <param name="symbolic">The structure.</param>
    /// <param name="knowns">
    /// Places behind the unknowns, so that what concerns a known value needs no question: it is written there and ignored.
    /// </param>
    public CholeskySolver(SymbolicFactor symbolic, int knowns = 0)
    {
        _symbolic = symbolic;
        _inverse = new double[symbolic.Size * T.Count];
        Diagonal = new double[(symbolic.Size + knowns) * T.Count];
        RightSide = new double[(symbolic.Size + knowns) * T.Count];
        OffDiagonal = new double[(symbolic.Rows.Length + 1) * T.Count];
    }

    /// <summary>Diagonal of A, to be filled before a solve, which overwrites it; one per unknown and lane.</summary>
    public double[] Diagonal { get; }

    /// <summary>
    /// Entries of A below the diagonal, to be filled before a solve, which overwrites them; one per entry of the factor and
    /// lane, and a last one that is ignored.
    /// </summary>
    public double[] OffDiagonal { get; }

    /// <summary>
    /// The right side b before a solve, the solution x after it, 0 at the places behind; one per unknown and lane.
    /// </summary>
    public double[] RightSide { get; }

    /// <summary>
    /// After a solve that says so: per lane -1, or the unknown whose pivot is not positive. A is singular or not
    /// definite there, and that lane's x is void.
    /// </summary>
    public ReadOnlySpan<int> Failed => _failed;

    /// <summary>Sets A and b to zero.</summary>
    public void Clear()
    {
        Array.Clear(Diagonal);
        Array.Clear(OffDiagonal);
        Array.Clear(RightSide);
    }

    /// <summary>Solves in place.</summary>
    /// <returns>True where every lane has a solution.</returns>
    public bool Solve()
    {
        Array.Fill(_failed, -1);
        var solved = Factor();
        Array.Clear(RightSide, _symbolic.Size * T.Count, RightSide.Length - (_symbolic.Size * T.Count));
        BackSubstitute();
        return solved;
    }

    private bool Factor()
    {
        var start = _symbolic.ColumnStart;
        var rows = _symbolic.Rows;
        var targets = _symbolic.Targets;
        var diagonal = Diagonal;
        var off = OffDiagonal;
        var b = RightSide;
        var inverses = _inverse;
        var solved = true;
        var t = 0;
        for (var j = 0; j < start.Length - 1; j++)
        {
            var d = T.Load(in diagonal[j * T.Count]);
            if (!T.AllPositive(d))
            {
                solved = false;
                d = Replace(j);
            }

            var inverse = T.Of(1) / d;
            T.Store(inverse, ref inverses[j * T.Count]);
            var y = T.Load(in b[j * T.Count]);
            var end = start[j + 1];
            for (var p = start[j]; p < end; p++)
            {
                var a = T.Load(in off[p * T.Count]);
                var l = a * inverse;
                var row = rows[p] * T.Count;
                T.Store(T.Load(in diagonal[row]) - (l * a), ref diagonal[row]);
                T.Store(T.Load(in b[row]) - (l * y), ref b[row]);
                for (var q = p + 1; q < end; q++)
                {
                    ref var target = ref off[targets[t++] * T.Count];
                    T.Store(T.Load(in target) - (l * T.Load(in off[q * T.Count])), ref target);
                }

                T.Store(l, ref off[p * T.Count]);
            }
        }

        return solved;
    }

    private void BackSubstitute()
    {
        var start = _symbolic.ColumnStart;
        var rows = _symbolic.Rows;
        var x = RightSide;
        var lower = OffDiagonal;
        var inverses = _inverse;
        for (var j = start.Length - 2; j >= 0; j--)
        {
            var sum = T.Load(in x[j * T.Count]) * T.Load(in inverses[j * T.Count]);
            for (var p = start[j]; p < start[j + 1]; p++)
            {
                sum -= T.Load(in lower[p * T.Count]) * T.Load(in x[rows[p] * T.Count]);
            }

            T.Store(sum, ref x[j * T.Count]);
        }
    }

    // A pivot that is not positive is noted, and 1 put in its place so that the other lanes can go on.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Replace(int j)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            ref var pivot = ref Diagonal[(j * T.Count) + lane];
            if (!(pivot > 0))
            {
                _failed[lane] = _failed[lane] < 0 ? j : _failed[lane];
                pivot = 1;
            }
        }

        return T.Load(in Diagonal[j * T.Count]);
    }
}
