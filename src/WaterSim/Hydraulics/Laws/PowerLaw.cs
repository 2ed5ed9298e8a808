using System.Runtime.CompilerServices;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// The form that Hazen-Williams, Chezy-Manning and emitters share: an odd power of flow,
/// <code>
/// h = r |q|^(n-1) q,    dh/dq = n r |q|^(n-1)
/// </code>
/// made linear where its slope would fall below <see cref="Constants.LeastGradient"/>, because the Newton step divides
/// by the slope. The line meets the law in value, not in slope, as in EPANET 2.2.
/// </summary>
internal static class PowerLaw
{
    /// <summary>Headloss (m, with the flow's sign) and its derivative (s/m2).</summary>
    /// <param name="resistance">r, m/(m3/s)^n.</param>
    /// <param name="exponent">n, -.</param>
    /// <param name="power">|q|^(n-1), given because each law has its own quickest way to it.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative of headloss by flow, s/m2.</param>
    public static double HeadLoss(double resistance, double exponent, double power, double q, out double dhdq)
    {
        var slope = exponent * resistance * power;
        if (slope < Constants.LeastGradient)
        {
            dhdq = Constants.LeastGradient / exponent;
            return dhdq * q;
        }

        dhdq = slope;
        return slope * q / exponent;
    }

    /// <summary>The same for many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HeadLoss<T>(T resistance, T exponent, T power, T q, out T dhdq)
        where T : struct, ILanes<T>
    {
        var slope = exponent * resistance * power;
        var isFlat = T.Less(slope, T.Of(Constants.LeastGradient));
        var least = T.Of(Constants.LeastGradient) / exponent;
        dhdq = T.Select(isFlat, least, slope);
        return T.Select(isFlat, least * q, slope * q / exponent);
    }
}
