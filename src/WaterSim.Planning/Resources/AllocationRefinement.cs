using System.Runtime.CompilerServices;

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
/// left out.
/// <para>
/// The least slope is 1e-9, so that rounding of y by 1e-16 moves p by 1e-7 m3, off the rows. It is brought back by
/// <c>p += Q^-1 A_F' y'</c>, <c>(A_F Q^-1 A_F') y' = r - A_F p</c>: without that, a variable which its rows hold at a bound is freed, blocked
/// by rounding and held again, for ever. A corner where more bounds meet than there are free variables changes only y, not x; after
/// <see cref="Patience"/> steps that move nothing the first variable that wishes is freed, not that which most does, against going in a
/// circle (R. G. Bland, New finite pivoting rules for the simplex method, 1977). The number of steps is bounded in any case.
/// </para>
/// </remarks>
internal sealed class AllocationRefinement(AllocationModel model)
{
    // yuan/m3 by which a held variable must wish to leave; and the same of its prices, -.
    private const double Tolerance = 1e-8;
    private const double Rounding = 1e-10;

    // Share of a bound, or m3, by which a step may pass it and still be whole.
    private const double Slack = 1e-10;

    // m3 by which a row may be open by rounding.
    private const double Closed = 1e-7;

    private const int Patience = 20;

    private readonly int _rows = model.RowNames.Count;
    private readonly int[] _variables = new int[model.VariableNames.Count];
    private readonly bool[] _isFree = new bool[model.VariableNames.Count];
    private readonly double[] _step = new double[model.VariableNames.Count];
    private readonly double[] _matrix = new double[model.RowNames.Count * model.RowNames.Count];
    private readonly double[] _left = new double[model.RowNames.Count];
    private readonly double[] _right = new double[model.RowNames.Count];
    private int _count;
    private int _idle;

    /// <summary>What a m3 more needed in each row would cost, yuan/m3.</summary>
    public double[] Worth { get; } = new double[model.RowNames.Count];

    /// <summary>Steps taken by the last call.</summary>
    public int Steps { get; private set; }

    /// <summary>Moves x to the solution; false where the steps did not suffice or rows stay open.</summary>
    /// <param name="terms">The day.</param>
    /// <param name="x">Where it begins: within its bounds; rows may be open.</param>
    /// <param name="mostSteps">Steps at most.</param>
    public bool Refine(AllocationTerms terms, double[] x, int mostSteps)
    {
        _count = 0;
        for (var j = 0; j < x.Length; j++)
        {
            var near = 1e-7 * (1 + terms.Upper[j]);
            x[j] = x[j] <= near ? 0 : x[j] >= terms.Upper[j] - near ? terms.Upper[j] : x[j];
            _isFree[j] = x[j] > 0 && x[j] < terms.Upper[j];
            _step[j] = 0;
            if (terms.Upper[j] > 0)
            {
                _variables[_count++] = j;
            }
        }

        _idle = 0;
        for (Steps = 1; Steps <= mostSteps; Steps++)
        {
            FindStep(terms, x);
            if (Move(terms, x) && !Free(terms, x))
            {
                // Rounding of the last steps.
                FindStep(terms, x);
                Move(terms, x);
                return AreRowsClosed(terms, x);
            }
        }

        return false;
    }

    /// <summary>What one m3 more of a variable would save, yuan: positive where its upper bound holds it back.</summary>
    public double Saving(AllocationTerms terms, double[] x, int variable) => -Pull(terms, x, variable);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Pull(AllocationTerms terms, double[] x, int j) => terms.Price[j] + (terms.Slope[j] * x[j]) - Sum(Worth, j);

    // A_j' y.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Sum(double[] y, int j)
    {
        var sum = 0.0;
        for (var e = model.Start[j]; e < model.Start[j + 1]; e++)
        {
            sum += model.Value[e] * y[model.Row[e]];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindStep(AllocationTerms terms, double[] x)
    {
        Array.Clear(_matrix);
        terms.Need.CopyTo(_left, 0);
        Array.Clear(Worth);
        foreach (var j in _variables.AsSpan(0, _count))
        {
            if (!_isFree[j] && x[j] == 0)
            {
                continue;
            }

            var g = terms.Price[j] + (terms.Slope[j] * x[j]);
            for (var e = model.Start[j]; e < model.Start[j + 1]; e++)
            {
                var (row, value) = (model.Row[e], model.Value[e]);
                _left[row] -= value * x[j];
                if (!_isFree[j])
                {
                    continue;
                }

                Worth[row] += value * g / terms.Slope[j];
                for (var f = model.Start[j]; f <= e; f++)
                {
                    var (a, b) = (Math.Max(row, model.Row[f]), Math.Min(row, model.Row[f]));
                    _matrix[(a * _rows) + b] += value * model.Value[f] / terms.Slope[j];
                }
            }
        }

        for (var i = 0; i < _rows; i++)
        {
            Worth[i] += _left[i];
        }

        DenseCholesky.Factor(_matrix, _rows);
        DenseCholesky.Solve(_matrix, Worth);
        foreach (var j in _variables.AsSpan(0, _count))
        {
            _step[j] = _isFree[j] ? -Pull(terms, x, j) / terms.Slope[j] : 0;
        }

        BringBack(terms);
    }

    // p += Q^-1 A_F' y' of what p leaves in the rows; y + y' are then their worth.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BringBack(AllocationTerms terms)
    {
        _left.CopyTo(_right, 0);
        foreach (var j in _variables.AsSpan(0, _count))
        {
            for (var e = model.Start[j]; _isFree[j] && e < model.Start[j + 1]; e++)
            {
                _right[model.Row[e]] -= model.Value[e] * _step[j];
            }
        }

        DenseCholesky.Solve(_matrix, _right);
        foreach (var j in _variables.AsSpan(0, _count))
        {
            _step[j] += _isFree[j] ? Sum(_right, j) / terms.Slope[j] : 0;
        }

        for (var i = 0; i < _rows; i++)
        {
            Worth[i] += _right[i];
        }
    }

    private bool AreRowsClosed(AllocationTerms terms, double[] x)
    {
        terms.Need.CopyTo(_left, 0);
        foreach (var j in _variables.AsSpan(0, _count))
        {
            for (var e = model.Start[j]; e < model.Start[j + 1]; e++)
            {
                _left[model.Row[e]] -= model.Value[e] * x[j];
            }
        }

        var largest = 0.0;
        for (var i = 0; i < _rows; i++)
        {
            largest = Math.Max(largest, Math.Abs(_left[i]));
        }

        return largest < Closed;
    }

    // True where the step was taken whole.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Move(AllocationTerms terms, double[] x)
    {
        var (length, blocking) = (1.0, -1);
        foreach (var j in _variables.AsSpan(0, _count))
        {
            var room = _step[j] > 0 ? terms.Upper[j] - x[j] : x[j];
            var way = Math.Abs(_step[j]);
            if (_isFree[j] && way * length > room + (Slack * (1 + terms.Upper[j])))
            {
                (length, blocking) = (room / way, j);
            }
        }

        foreach (var j in _variables.AsSpan(0, _count))
        {
            x[j] = _isFree[j] ? Math.Clamp(x[j] + (length * _step[j]), 0, terms.Upper[j]) : x[j];
        }

        if (blocking < 0)
        {
            return true;
        }

        _idle = length > 0 ? 0 : _idle + 1;
        x[blocking] = _step[blocking] > 0 ? terms.Upper[blocking] : 0;
        _isFree[blocking] = false;
        return false;
    }

    // False where no held variable would leave its bound.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Free(AllocationTerms terms, double[] x)
    {
        var (most, which) = (0.0, -1);
        foreach (var j in _variables.AsSpan(0, _count))
        {
            if (_isFree[j] || (which >= 0 && _idle > Patience))
            {
                continue;
            }

            var z = Pull(terms, x, j);
            var wish = (x[j] > 0 ? z : -z) - Tolerance - (Rounding * Math.Abs(terms.Price[j]));
            (most, which) = wish > most ? (wish, j) : (most, which);
        }

        if (which >= 0)
        {
            _isFree[which] = true;
        }

        return which >= 0;
    }
}
