namespace WaterSim.Planning.Resources;

/// <summary>
/// Settles an <see cref="AllocationModel"/> exactly from a start near its solution: the primal active set method for convex
/// quadratic programmes (Nocedal and Wright, Numerical Optimization, 2nd ed. 2006, algorithm 16.3).
/// </summary>
/// <remarks>
/// Variables are free or held at a bound. With F the free ones, Q their slopes, g = Q x + c and r = b - A x, a step p solves
/// <code>
/// Q p - A_F' y = -g,  A_F p = r   ->   (A_F Q^-1 A_F') y = r + A_F Q^-1 g,  p = Q^-1 (A_F' y - g)
/// </code>
/// It goes as far as bounds allow; a free variable that meets one is held. After a whole step, the held variable whose z = g - A' y
/// would most have it leave its bound is freed. The matrix is symmetric and is factored by Cholesky, rows that depend on others
/// left out. A degenerate corner only changes y, not x; the number of steps is bounded.
/// </remarks>
internal sealed class AllocationRefinement(AllocationModel model)
{
    // yuan/m3 by which a held variable must wish to leave.
    private const double Tolerance = 1e-8;

    private readonly int _rows = model.RowNames.Count;
    private readonly bool[] _isFree = new bool[model.VariableNames.Count];
    private readonly double[] _step = new double[model.VariableNames.Count];
    private readonly double[] _matrix = new double[model.RowNames.Count * model.RowNames.Count];
    private readonly double[] _right = new double[model.RowNames.Count];

    /// <summary>What a m3 more needed in each row would cost, yuan/m3.</summary>
    public double[] Worth { get; } = new double[model.RowNames.Count];

    /// <summary>Steps taken by the last call.</summary>
    public int Steps { get; private set; }

    /// <summary>Moves x to the solution; false where the steps did not suffice, x then being better than it was.</summary>
    public bool Refine(AllocationTerms terms, double[] x)
    {
        for (var j = 0; j < x.Length; j++)
        {
            var near = 1e-7 * (1 + terms.Upper[j]);
            x[j] = x[j] <= near ? 0 : x[j] >= terms.Upper[j] - near ? terms.Upper[j] : x[j];
            _isFree[j] = x[j] > 0 && x[j] < terms.Upper[j];
        }

        for (Steps = 1; Steps <= 20 * x.Length; Steps++)
        {
            FindStep(terms, x);
            if (Move(terms, x) && !Free(terms, x))
            {
                // Rounding of the last steps.
                FindStep(terms, x);
                Move(terms, x);
                return true;
            }
        }

        return false;
    }

    /// <summary>What one m3 more of a variable would save, yuan: positive where its upper bound holds it back.</summary>
    public double Saving(AllocationTerms terms, double[] x, int variable) => -Pull(terms, x, variable);

    private double Pull(AllocationTerms terms, double[] x, int j)
    {
        var z = terms.Price[j] + (terms.Slope[j] * x[j]);
        for (var e = model.Start[j]; e < model.Start[j + 1]; e++)
        {
            z -= model.Value[e] * Worth[model.Row[e]];
        }

        return z;
    }

    private void FindStep(AllocationTerms terms, double[] x)
    {
        Array.Clear(_matrix);
        terms.Need.CopyTo(_right, 0);
        for (var j = 0; j < x.Length; j++)
        {
            var g = terms.Price[j] + (terms.Slope[j] * x[j]);
            for (var e = model.Start[j]; e < model.Start[j + 1]; e++)
            {
                var (row, value) = (model.Row[e], model.Value[e]);
                _right[row] -= value * x[j];
                if (!_isFree[j])
                {
                    continue;
                }

                _right[row] += value * g / terms.Slope[j];
                for (var f = model.Start[j]; f <= e; f++)
                {
                    var (a, b) = (Math.Max(row, model.Row[f]), Math.Min(row, model.Row[f]));
                    _matrix[(a * _rows) + b] += value * model.Value[f] / terms.Slope[j];
                }
            }
        }

        DenseCholesky.Solve(_matrix, _right, Worth);
        for (var j = 0; j < x.Length; j++)
        {
            _step[j] = _isFree[j] ? -Pull(terms, x, j) / terms.Slope[j] : 0;
        }
    }

    // True where the step was taken whole.
    private bool Move(AllocationTerms terms, double[] x)
    {
        var (length, blocking) = (1.0, -1);
        for (var j = 0; j < x.Length; j++)
        {
            var room = _step[j] > 0 ? terms.Upper[j] - x[j] : -x[j];
            if (_isFree[j] && Math.Abs(_step[j]) * length > Math.Abs(room))
            {
                (length, blocking) = (room / _step[j], j);
            }
        }

        for (var j = 0; j < x.Length; j++)
        {
            x[j] = _isFree[j] ? Math.Clamp(x[j] + (length * _step[j]), 0, terms.Upper[j]) : x[j];
        }

        if (blocking < 0)
        {
            return true;
        }

        x[blocking] = _step[blocking] > 0 ? terms.Upper[blocking] : 0;
        _isFree[blocking] = false;
        return false;
    }

    // False where no held variable would leave its bound.
    private bool Free(AllocationTerms terms, double[] x)
    {
        var (most, which) = (Tolerance, -1);
        for (var j = 0; j < x.Length; j++)
        {
            if (!_isFree[j] && terms.Upper[j] > 0)
            {
                var z = Pull(terms, x, j);
                var wish = x[j] > 0 ? z : -z;
                (most, which) = wish > most ? (wish, j) : (most, which);
            }
        }

        if (which >= 0)
        {
            _isFree[which] = true;
        }

        return which >= 0;
    }
}
