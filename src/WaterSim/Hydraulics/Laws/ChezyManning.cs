namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Friction by Chezy and Manning, for full pipes:
/// <code>
/// h = r q^2,    r = (4 n / (k pi d^2))^2 (d / 4)^(-1.333) L
/// </code>
/// h headloss, q flow, L length, d inside diameter, n Manning's coefficient (s/m^(1/3)); k = 1.49 with lengths in ft.
/// Exponent and k are EPANET's (EPANET 2.2 manual, table 3.1); the result is in m and m3/s.
/// </summary>
internal static class ChezyManning
{
    /// <summary>Exponent of flow, -.</summary>
    public const double Exponent = 2;

    /// <summary>Resistance r of a pipe, m/(m3/s)^2.</summary>
    /// <param name="length">Length, m.</param>
    /// <param name="diameter">Inside diameter, m.</param>
    /// <param name="n">Manning's n, s/m^(1/3).</param>
    public static double Resistance(double length, double diameter, double n)
    {
        var d = diameter / Constants.Foot;
        var velocityFactor = 4 * n / (1.49 * Math.PI * d * d);
        return velocityFactor * velocityFactor * Math.Pow(d / 4, -1.333) * length
            / (Constants.CubicFoot * Constants.CubicFoot);
    }

    /// <summary>Headloss (m, with the flow's sign) and its derivative by flow (s/m2, positive).</summary>
    /// <param name="resistance">r of <see cref="Resistance"/>.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative of headloss by flow, s/m2.</param>
    public static double HeadLoss(double resistance, double q, out double dhdq) =>
        PowerLaw.HeadLoss(resistance, Exponent, Math.Abs(q), q, out dhdq);
}
