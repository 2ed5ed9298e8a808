namespace WaterSim.Model;

/// <summary>
/// The power law of a pump's head curve that is given by one or three points:
/// <code>
/// h = h0 - r q^n    through (0, h0), (q1, h1), (q2, h2),  0 &lt; n &lt;= 20
/// </code>
/// h lift (m), q flow (m3/s). One point (q1, h1) stands for (0, 4/3 h1), (q1, h1), (2 q1, 0).
/// Used by the validator and by the pump law, so that what the one accepts the other can run.
/// Source: EPANET 2.2 manual, 3.1.4; limits of EPANET's powercurve().
/// </summary>
/// <param name="ShutoffHead">h0, m.</param>
/// <param name="Resistance">r, m/(m3/s)^n.</param>
/// <param name="Exponent">n, -.</param>
/// <param name="DesignFlow">q1, m3/s.</param>
internal readonly record struct PowerLawFit(double ShutoffHead, double Resistance, double Exponent, double DesignFlow)
{
    // EPANET's 1e-6 ft and ft3/s: closer points give no slope.
    private const double LeastHead = 1e-6 * 0.3048;
    private const double LeastFlow = 1e-6 * 0.3048 * 0.3048 * 0.3048;

    /// <summary>True where points are taken as a power law, not as a line from point to point.</summary>
    public static bool IsAskedFor(ReadOnlySpan<CurvePoint> points) =>
        points.Length == 1 || (points.Length == 3 && points[0].X == 0);

    /// <summary>The law through one or three points, or null where there is none.</summary>
    public static PowerLawFit? Through(ReadOnlySpan<CurvePoint> points) => points.Length == 1
        ? Through(1.33334 * points[0].Y, points[0], new CurvePoint(2 * points[0].X, 0))
        : Through(points[0].Y, points[1], points[2]);

    private static PowerLawFit? Through(double h0, CurvePoint first, CurvePoint second)
    {
        var ((q1, h1), (q2, h2)) = (first, second);
        if (!(h0 >= LeastHead && h0 - h1 >= LeastHead && h1 - h2 >= LeastHead && q1 >= LeastFlow && q2 - q1 >= LeastFlow))
        {
            return null;
        }

        var n = Math.Log((h0 - h2) / (h0 - h1)) / Math.Log(q2 / q1);
        var r = (h0 - h1) / Math.Pow(q1, n);
        return n is > 0 and <= 20 && r > 0 && double.IsFinite(r)
            ? new PowerLawFit(h0, r, Math.Abs(n - 1) < 1e-6 ? 1 : n, q1)
            : null;
    }
}
