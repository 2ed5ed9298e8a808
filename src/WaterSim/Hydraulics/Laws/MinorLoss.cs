namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Loss at bends, fittings and valves:
/// <code>
/// h = m q |q|,    m = K / (2 g A^2)
/// </code>
/// h headloss (m), q flow (m3/s), K loss coefficient (-), A area (m2). EPANET's 0.02517 K/d^4 (ft), converted.
/// </summary>
internal static class MinorLoss
{
    private const double Coefficient = 0.02517 * Constants.Foot
        * (Constants.Foot * Constants.Foot * Constants.Foot * Constants.Foot)
        / (Constants.CubicFoot * Constants.CubicFoot);

    /// <summary>m of a loss coefficient, m/(m3/s)^2.</summary>
    /// <param name="k">Loss coefficient K, -.</param>
    /// <param name="diameter">Diameter, m.</param>
    public static double Resistance(double k, double diameter) =>
        k == 0 ? 0 : Coefficient * k / (diameter * diameter * diameter * diameter);

    /// <summary>Headloss (m, with the flow's sign) and its derivative by flow (s/m2).</summary>
    /// <param name="m">m of <see cref="Resistance"/>, m/(m3/s)^2.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative of headloss by flow, s/m2.</param>
    public static double HeadLoss(double m, double q, out double dhdq)
    {
        var flow = Math.Abs(q);
        dhdq = 2 * m * flow;
        return m * flow * q;
    }
}
