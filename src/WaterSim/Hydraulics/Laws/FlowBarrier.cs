namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A smooth wall that keeps a flow on one side of a bound, added to a law so that Newton's method meets no corner:
/// <code>
/// h = (a - sqrt(a^2 + s^2)) / 2  above,   h = (a + sqrt(a^2 + s^2)) / 2  below,    a = B x
/// </code>
/// h headloss added (m), x flow less the bound (m3/s), B slope (s/m2), s softness (m). On the free side it fades to
/// nothing; beyond the bound it is a pipe of enormous resistance. Form and constants are EPANET 2.2's.
/// </summary>
internal static class FlowBarrier
{
    /// <summary>Keeps x at or above 0: adds to headloss (m) and slope (s/m2).</summary>
    public static void KeepAbove(double x, ref double h, ref double dhdq)
    {
        var a = Constants.BarrierGradient * x;
        var b = Math.Sqrt((a * a) + (Constants.BarrierSoftness * Constants.BarrierSoftness));
        h += (a - b) / 2;
        dhdq += Constants.BarrierGradient / 2 * (1 - (a / b));
    }

    /// <summary>Keeps x at or below 0: adds to headloss (m) and slope (s/m2).</summary>
    public static void KeepBelow(double x, ref double h, ref double dhdq)
    {
        var a = Constants.BarrierGradient * x;
        var b = Math.Sqrt((a * a) + (Constants.BarrierSoftness * Constants.BarrierSoftness));
        h += (a + b) / 2;
        dhdq += Constants.BarrierGradient / 2 * (1 + (a / b));
    }
}
