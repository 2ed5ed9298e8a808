using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
/// The updates follow the program that <see cref="SymbolicFactor"/> wrote: no searching, no allocation. A row's diagonal and
/// right side stand side by side, since whatever adds to one adds to the other.
/// Source: Davis, T. A. (2006), Direct Methods for Sparse Linear Systems, SIAM, chapter 4.
/// </summary>
/// <typeparam name="T">The systems side by side.</typeparam>
internal sealed class CholeskySolver<T>
    where T : struct, ILanes<T>
{
    private readonly SymbolicFactor _symbolic;
    private readonly double[] _rows;
    private readonly double[] _offDiagonal;
    private readonly double[] _second;
    private readonly int[] _failed = new int[T.Count];

    /// <summary>A workspace.</summary>
    /// <param name="symbolic">The structure.</param>
    /// <param name="knowns">
    /// Rows behind the unknowns, so that what concerns a known value needs no question: it is written there and ignored.
    /// </param>
    public CholeskySolver(SymbolicFactor symbolic, int knowns = 0)
    {
        _symbolic = symbolic;
        _rows = LaneMemory.Zeros(2 * (symbolic.Size + knowns), T.Count);
        _offDiagonal = LaneMemory.Zeros(symbolic.Rows.Length + 1, T.Count);
        _second = LaneMemory.Zeros(symbolic.Size + knowns, T.Count);
    }

    /// <summary>
    /// Diagonal and right side by turns, to be filled before a solve, which overwrites them; after it the solution x stands in
    /// the right side's place, 0 in the rows behind the unknowns. Element 2 i and 2 i + 1 of row i, one per lane each.
    /// </summary>
    public double[] Rows => _rows;

    /// <summary>
    /// Entries of A below the diagonal, to be filled before a solve, which overwrites them; one per entry of the factor and
    /// lane, and a last one that is ignored.
    /// </summary>
    public double[] OffDiagonal => _offDiagonal;

    /// <summary>
    /// After a solve: per lane -1, or the unknown whose pivot is not positive. A is singular or not definite there, and that
    /// lane's x is void.
    /// </summary>
    public ReadOnlySpan<int> Failed => _failed;

    /// <summary>One lane's diagonal in a row.</summary>
    public ref double Diagonal(int row, int lane = 0) => ref _rows[(2 * row * T.Count) + lane];

    /// <summary>One lane's right side in a row.</summary>
    public ref double RightSide(int row, int lane = 0) => ref _rows[(((2 * row) + 1) * T.Count) + lane];

    /// <summary>Sets A and b to zero.</summary>
    public void Clear()
    {
        Array.Clear(_rows);
        Array.Clear(_offDiagonal);
    }

    /// <summary>Adds to the diagonal and the right side of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(LaneView<T> rows, int row, T diagonal, T rightSide)
    {
        if (T.Count == 1)
        {
            ref var place = ref rows.At(2 * row, 2);
            var both = Vector128.LoadUnsafe(ref place)
                + Vector128.Create(Unsafe.BitCast<T, double>(diagonal), Unsafe.BitCast<T, double>(rightSide));
            both.StoreUnsafe(ref place);
            return;
        }

        rows[2 * row] += diagonal;
        rows[(2 * row) + 1] += rightSide;
    }

    /// <summary>Solves in place.</summary>
    /// <returns>True where every lane has a solution.</returns>
    public bool Solve()
    {
        Array.Fill(_failed, -1);
        var solved = Factor();
        Array.Clear(_rows, 2 * _symbolic.Size * T.Count, _rows.Length - (2 * _symbolic.Size * T.Count));
        BackSubstitute();
        return solved;
    }

    /// <summary>A second right side b' for the matrix that has just been factored, and then its solution, 0 in the rows behind the unknowns; one per row and lane.</summary>
    public double[] SecondRightSide => _second;

    /// <summary>Solves A x' = b' in place.</summary>
    public void SolveSecond()
    {
        var start = new IndexView(_symbolic.ColumnStart);
        var below = new IndexView(_symbolic.Rows);
        var rows = new LaneView<T>(_rows);
        var lower = new LaneView<T>(_offDiagonal);
        var x = new LaneView<T>(_second);
        for (var j = 0; j < _symbolic.Size; j++)
        {
            var y = x[j];
            var end = start[j + 1];
            for (var p = start[j]; p < end; p++)
            {
                x[below[p]] = T.MultiplyAdd(lower[p], y, x[below[p]]);
            }
        }

        for (var j = _symbolic.Size - 1; j >= 0; j--)
        {
            var sum = x[j] * rows[2 * j];
            var end = start[j + 1];
            for (var p = start[j]; p < end; p++)
            {
                sum = T.MultiplyAdd(lower[p], x[below[p]], sum);
            }

            x[j] = sum;
        }
    }

    private bool Factor()
    {
        var start = new IndexView(_symbolic.ColumnStart);
        var below = new IndexView(_symbolic.Rows);
        var targets = new IndexView(_symbolic.Targets);
        var rows = new LaneView<T>(_rows);
        var off = new LaneView<T>(_offDiagonal);
        var size = _symbolic.Size;
        var solved = true;
        var t = 0;
        var p = 0;
        for (var j = 0; j < size; j++)
        {
            var d = rows[2 * j];
            if (!T.AllPositive(d))
            {
                solved = false;
                d = Replace(j);
            }

            var inverse = T.Of(1) / d;
            rows[2 * j] = inverse;
            var y = rows[(2 * j) + 1];
            var end = start[j + 1];

            // Most columns are short: without loops inside them the processor need not guess how long.
            switch (end - p)
            {
                case 0:
                    break;

                case 1:
                    {
                        var a = off[p];
                        var l = T.Of(0) - (a * inverse);
                        Subtract(rows, below[p], l, a, y);
                        off[p] = l;
                        break;
                    }

                case 2:
                    {
                        var (a, b) = (off[p], off[p + 1]);
                        var (l, m) = (T.Of(0) - (a * inverse), T.Of(0) - (b * inverse));
                        Subtract(rows, below[p], l, a, y);
                        Subtract(rows, below[p + 1], m, b, y);
                        var target = targets[t];
                        off[target] = T.MultiplyAdd(l, b, off[target]);
                        (off[p], off[p + 1]) = (l, m);
                        t++;
                        break;
                    }

                case 3:
                    {
                        var (a, b, c) = (off[p], off[p + 1], off[p + 2]);
                        var (l, m, n) = (T.Of(0) - (a * inverse), T.Of(0) - (b * inverse), T.Of(0) - (c * inverse));
                        Subtract(rows, below[p], l, a, y);
                        Subtract(rows, below[p + 1], m, b, y);
                        Subtract(rows, below[p + 2], n, c, y);
                        var (first, second, third) = (targets[t], targets[t + 1], targets[t + 2]);
                        off[first] = T.MultiplyAdd(l, b, off[first]);
                        off[second] = T.MultiplyAdd(l, c, off[second]);
                        off[third] = T.MultiplyAdd(m, c, off[third]);
                        (off[p], off[p + 1], off[p + 2]) = (l, m, n);
                        t += 3;
                        break;
                    }

                default:
                    t = LongColumn(rows, off, p, end, t, inverse, y);
                    break;
            }

            p = end;
        }

        return solved;
    }

    private int LongColumn(LaneView<T> rows, LaneView<T> off, int start, int end, int target, T inverse, T y)
    {
        var below = new IndexView(_symbolic.Rows);
        var targets = new IndexView(_symbolic.Targets);
        for (var p = start; p < end; p++)
        {
            var a = off[p];
            var l = T.Of(0) - (a * inverse);
            Subtract(rows, below[p], l, a, y);
            for (var q = p + 1; q < end; q++)
            {
                var place = targets[target++];
                off[place] = T.MultiplyAdd(l, off[q], off[place]);
            }

            off[p] = l;
        }

        return target;
    }

    // Leaves in each entry -l, by which the solution of the row is then to be multiplied.
    private void BackSubstitute()
    {
        var start = new IndexView(_symbolic.ColumnStart);
        var below = new IndexView(_symbolic.Rows);
        var rows = new LaneView<T>(_rows);
        var lower = new LaneView<T>(_offDiagonal);
        for (var j = _symbolic.Size - 1; j >= 0; j--)
        {
            var sum = rows[(2 * j) + 1] * rows[2 * j];
            var end = start[j + 1];
            for (var p = start[j]; p < end; p++)
            {
                sum = T.MultiplyAdd(lower[p], rows[(2 * below[p]) + 1], sum);
            }

            rows[(2 * j) + 1] = sum;
        }
    }

    // l is negative here: (diagonal, right side) += l (a, y)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(LaneView<T> rows, int row, T l, T a, T y)
    {
        if (T.Count == 1)
        {
            ref var place = ref rows.At(2 * row, 2);
            var both = Vector128.FusedMultiplyAdd(
                Vector128.Create(Unsafe.BitCast<T, double>(l)),
                Vector128.Create(Unsafe.BitCast<T, double>(a), Unsafe.BitCast<T, double>(y)),
                Vector128.LoadUnsafe(ref place));
            both.StoreUnsafe(ref place);
            return;
        }

        rows[2 * row] = T.MultiplyAdd(l, a, rows[2 * row]);
        rows[(2 * row) + 1] = T.MultiplyAdd(l, y, rows[(2 * row) + 1]);
    }

    // A pivot that is not positive is noted, and 1 put in its place so that the other lanes can go on.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Replace(int j)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            ref var pivot = ref Diagonal(j, lane);
            if (!(pivot > 0))
            {
                _failed[lane] = _failed[lane] < 0 ? j : _failed[lane];
                pivot = 1;
            }
        }

        return new LaneView<T>(_rows)[2 * j];
    }
}
