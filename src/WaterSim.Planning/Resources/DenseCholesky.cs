using System.Runtime.CompilerServices;

namespace WaterSim.Planning.Resources;

/// <summary>Solves small symmetric equations M y = r of which some may depend on others.</summary>
/// <remarks>Optimised at its first call: a year of allocations is done before the runtime would come to it.</remarks>
internal static class DenseCholesky
{
    // Share of a row's own diagonal below which what is left of it is rounding.
    private const double Dependent = 1e-11;

    /// <summary>Factors M = L L' in place; rows that depend on those before them are left out.</summary>
    /// <param name="matrix">The lower triangle, row by row; overwritten by L.</param>
    /// <param name="n">Number of rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Factor(double[] matrix, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var row = matrix.AsSpan(i * n, i + 1);
            var whole = row[i];
            for (var j = 0; j < i; j++)
            {
                var other = matrix.AsSpan(j * n, j + 1);
                var sum = row[j];
                for (var k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                row[j] = other[j] > 0 ? sum / other[j] : 0;
                row[i] -= row[j] * row[j];
            }

            row[i] = row[i] > Dependent * whole ? Math.Sqrt(row[i]) : 0;
        }
    }

    /// <summary>Solves L L' y = r; y is 0 of rows that are left out.</summary>
    /// <param name="factor">L.</param>
    /// <param name="right">r; overwritten by y.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(double[] factor, Span<double> right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            var row = factor.AsSpan(i * n, i + 1);
            var left = right[i];
            for (var k = 0; k < i; k++)
            {
                left -= row[k] * right[k];
            }

            right[i] = row[i] > 0 ? left / row[i] : 0;
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var row = factor.AsSpan(i * n, i + 1);
            right[i] = row[i] > 0 ? right[i] / row[i] : 0;
            for (var k = 0; k < i; k++)
            {
                right[k] -= row[k] * right[i];
            }
        }
    }
}
