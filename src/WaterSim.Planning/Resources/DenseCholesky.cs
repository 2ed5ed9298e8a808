namespace WaterSim.Planning.Resources;

/// <summary>Solves small symmetric equations M y = r of which some may depend on others.</summary>
internal static class DenseCholesky
{
    // Share of a row's own diagonal below which what is left of it is rounding.
    private const double Dependent = 1e-11;

    /// <summary>Factors M = L L' in place and solves; y is 0 of rows that depend on those before them.</summary>
    /// <param name="matrix">The lower triangle, row by row; overwritten.</param>
    /// <param name="right">r; overwritten.</param>
    /// <param name="answer">y.</param>
    public static void Solve(double[] matrix, double[] right, double[] answer)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            var row = matrix.AsSpan(i * n, n);
            var whole = row[i];
            for (var j = 0; j < i; j++)
            {
                var other = matrix.AsSpan(j * n, n);
                var sum = row[j];
                for (var k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                row[j] = other[j] > 0 ? sum / other[j] : 0;
                row[i] -= row[j] * row[j];
            }

            row[i] = row[i] > Dependent * whole ? Math.Sqrt(row[i]) : 0;
            var left = right[i];
            for (var k = 0; k < i; k++)
            {
                left -= row[k] * right[k];
            }

            right[i] = row[i] > 0 ? left / row[i] : 0;
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var left = right[i];
            for (var k = i + 1; k < n; k++)
            {
                left -= matrix[(k * n) + i] * answer[k];
            }

            var pivot = matrix[(i * n) + i];
            answer[i] = pivot > 0 ? left / pivot : 0;
        }
    }
}
