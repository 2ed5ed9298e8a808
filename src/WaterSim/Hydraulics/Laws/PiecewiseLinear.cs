namespace WaterSim.Hydraulics.Laws;

/// <summary>Straight lines between the points of a curve.</summary>
internal static class PiecewiseLinear
{
    /// <summary>The line y = intercept + slope x of the segment that holds x; the end segments are prolonged.</summary>
    /// <param name="xs">Abscissas, rising; at least two.</param>
    /// <param name="ys">Ordinates, one per abscissa.</param>
    /// <param name="x">Where.</param>
    /// <param name="intercept">y at x = 0 of that line.</param>
    /// <param name="slope">Slope of that line.</param>
    public static void Line(double[] xs, double[] ys, double x, out double intercept, out double slope)
    {
        var k = 1;
        while (k < xs.Length - 1 && xs[k] < x)
        {
            k++;
        }

        slope = (ys[k] - ys[k - 1]) / (xs[k] - xs[k - 1]);
        intercept = ys[k - 1] - (slope * xs[k - 1]);
    }

    /// <summary>y at x; beyond the ends the value there.</summary>
    /// <param name="xs">Abscissas, rising; at least one.</param>
    /// <param name="ys">Ordinates, one per abscissa.</param>
    /// <param name="x">Where.</param>
    public static double Value(double[] xs, double[] ys, double x)
    {
        if (x <= xs[0])
        {
            return ys[0];
        }

        for (var k = 1; k < xs.Length; k++)
        {
            if (xs[k] >= x)
            {
                return ys[k] - ((xs[k] - x) * (ys[k] - ys[k - 1]) / (xs[k] - xs[k - 1]));
            }
        }

        return ys[^1];
    }
}
