namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A general purpose valve loses head along a curve given by the engineer, the same in both directions:
/// <code>
/// h = sign(q) h(|q|), straight lines between the curve's points, the end lines prolonged
/// </code>
/// h headloss (m), q flow (m3/s).
/// </summary>
internal static class GeneralPurposeValve
{
    private const double LeastFlow = 1e-6 * Constants.CubicFoot;
    private const double LeastSlope = 1e-6 * Constants.GradientUnit;

    /// <summary>Headloss (m, with the flow's sign) and its derivative by flow (s/m2).</summary>
    /// <param name="flows">Flows of the curve, m3/s, rising.</param>
    /// <param name="losses">Headlosses of the curve, m, one per flow.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative, s/m2.</param>
    public static double HeadLoss(double[] flows, double[] losses, double q, out double dhdq)
    {
        var flow = Math.Max(Math.Abs(q), LeastFlow);
        PiecewiseLinear.Line(flows, losses, flow, out var intercept, out var slope);
        dhdq = Math.Max(slope, LeastSlope);
        return Math.CopySign(intercept + (dhdq * flow), q);
    }
}
