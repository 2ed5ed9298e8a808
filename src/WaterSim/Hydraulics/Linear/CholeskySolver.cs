namespace WaterSim.Hydraulics.Linear;

/// <summary>
/// Solves A x = b for a sparse symmetric positive definite A, as A = L D L^T:
/// <code>
/// column j:  d_j = a_jj,  l_ij = a_ij / d_j,  then a_ik -= l_ij d_j l_kj for all i, k below   (right-looking)
/// forward:   b_i -= l_ij b_j                                                                  (in the same pass)
/// backward:  x_j = b_j / d_j - sum over i of l_ij x_i
/// </code>
/// The updates follow the program that <see cref="SymbolicFactor"/> wrote: no searching, no allocation.
/// Source: Davis, T. A. (2006), Direct Methods for Sparse Linear Systems, SIAM, chapter 4.
/// </summary>
internal sealed class CholeskySolver(SymbolicFactor symbolic)
{
    private readonly double[] _lower = new double[symbolic.Rows.Length];
    private readonly double[] _inverse = new double[symbolic.Size];

    /// <summary>Diagonal of A, to be filled before a solve, which overwrites it; one per unknown of the factor.</summary>
    public double[] Diagonal { get; } = new double[symbolic.Size];

    /// <summary>Entries of A below the diagonal, to be filled before a solve, which overwrites them; one per entry of the factor.</summary>
    public double[] OffDiagonal { get; } = new double[symbolic.Rows.Length];

    /// <summary>The right side b before a solve, the solution x after it; one per unknown of the factor.</summary>
    public double[] RightSide { get; } = new double[symbolic.Size];

    /// <summary>Sets A and b to zero.</summary>
    public void Clear()
    {
        Array.Clear(Diagonal);
        Array.Clear(OffDiagonal);
        Array.Clear(RightSide);
    }

    /// <summary>Solves in place.</summary>
    /// <returns>-1, or the unknown whose pivot is not positive: A is singular or not definite, and x is void.</returns>
    public int Solve()
    {
        var failed = Factor();
        if (failed < 0)
        {
            BackSubstitute();
        }

        return failed;
    }

    private int Factor()
    {
        var start = symbolic.ColumnStart;
        var rows = symbolic.Rows;
        var targets = symbolic.Targets;
        var diagonal = Diagonal;
        var off = OffDiagonal;
        var b = RightSide;
        var lower = _lower;
        var t = 0;
        for (var j = 0; j < diagonal.Length; j++)
        {
            var d = diagonal[j];
            if (!(d > 0))
            {
                return j;
            }

            var inverse = 1 / d;
            _inverse[j] = inverse;
            var y = b[j];
            var end = start[j + 1];
            for (var p = start[j]; p < end; p++)
            {
                var a = off[p];
                var l = a * inverse;
                lower[p] = l;
                var row = rows[p];
                diagonal[row] -= l * a;
                b[row] -= l * y;
                for (var q = p + 1; q < end; q++)
                {
                    off[targets[t++]] -= l * off[q];
                }
            }
        }

        return -1;
    }

    private void BackSubstitute()
    {
        var start = symbolic.ColumnStart;
        var rows = symbolic.Rows;
        var x = RightSide;
        var lower = _lower;
        for (var j = x.Length - 1; j >= 0; j--)
        {
            var sum = x[j] * _inverse[j];
            for (var p = start[j]; p < start[j + 1]; p++)
            {
                sum -= lower[p] * x[rows[p]];
            }

            x[j] = sum;
        }
    }
}
