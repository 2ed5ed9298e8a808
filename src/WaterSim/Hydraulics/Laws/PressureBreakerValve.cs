namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A pressure breaker valve takes a fixed drop, whatever the flow:
/// <code>
/// h1 - h2 = setting,  or m q |q| where that is more
/// </code>
/// The drop enters the equations as a slope of almost nothing around the setting, 1e-8 ft per ft3/s, as in EPANET.
/// </summary>
internal static class PressureBreakerValve
{
    /// <summary>Headloss (m) and its derivative by flow (s/m2).</summary>
    /// <param name="setting">Drop, m.</param>
    /// <param name="m">Minor loss resistance of the open valve, m/(m3/s)^2.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative, s/m2.</param>
    public static double HeadLoss(double setting, double m, double q, out double dhdq)
    {
        if (setting == 0 || m * q * q > setting)
        {
            return OpenValve.HeadLoss(m, q, out dhdq);
        }

        dhdq = 1e-8 * Constants.GradientUnit;
        return setting;
    }
}
