namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A valve that lets water through without regulating: its minor loss, or where it has none a slope so small that it
/// hardly counts (1e-6 ft per ft3/s, EPANET's):
/// <code>
/// h = m q |q|   or   h = s q
/// </code>
/// h headloss (m), q flow (m3/s), m minor loss resistance (m/(m3/s)^2), s slope (s/m2).
/// </summary>
internal static class OpenValve
{
    /// <summary>Headloss (m, with the flow's sign) and its derivative by flow (s/m2).</summary>
    /// <param name="m">Minor loss resistance, m/(m3/s)^2; 0: none.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative of headloss by flow, s/m2.</param>
    public static double HeadLoss(double m, double q, out double dhdq)
    {
        if (m <= 0)
        {
            dhdq = Constants.OpenGradient;
            return dhdq * q;
        }

        var h = MinorLoss.HeadLoss(m, q, out dhdq);
        if (dhdq < Constants.LeastGradient)
        {
            dhdq = Constants.LeastGradient / 2;
            return dhdq * q;
        }

        return h;
    }
}
