using System.Runtime.CompilerServices;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Demand that falls with pressure, after Wagner, Shamir and Marks (1988):
/// <code>
/// q = 0                                        p &lt;= pmin
/// q = D ((p - pmin) / (preq - pmin))^e         between
/// q = D                                        p >= preq
/// </code>
/// q delivered (m3/s), D asked for (m3/s), p pressure head (m). The solver needs it the other way round, as the head
/// p - pmin = (preq - pmin) (q/D)^(1/e) that a flow takes, with barriers at q = 0 and q = D.
/// Source: Wagner, J. M. et al. (1988), J. Water Resour. Plan. Manage. 114(3); inverse form as EPANET 2.2 manual, 12.2.
/// </summary>
internal static class PressureDrivenDemand
{
    /// <summary>Delivered flow at a pressure, m3/s: the published law.</summary>
    /// <param name="demand">Asked for, m3/s, positive.</param>
    /// <param name="pressure">Pressure head, m.</param>
    /// <param name="minimum">pmin, m.</param>
    /// <param name="required">preq, m, above pmin.</param>
    /// <param name="exponent">e, -.</param>
    public static double Delivered(double demand, double pressure, double minimum, double required, double exponent)
    {
        if (pressure <= minimum)
        {
            return 0;
        }

        return pressure >= required ? demand : demand * Math.Pow((pressure - minimum) / (required - minimum), exponent);
    }

    /// <summary>Head above pmin (m) that a delivered flow takes, and its derivative by flow (s/m2).</summary>
    /// <param name="demand">Asked for, m3/s, positive.</param>
    /// <param name="range">preq - pmin, m.</param>
    /// <param name="inverseExponent">1/e, -.</param>
    /// <param name="q">Delivered, m3/s.</param>
    /// <param name="dhdq">Derivative, s/m2.</param>
    public static double HeadLoss(double demand, double range, double inverseExponent, double q, out double dhdq)
    {
        var h = HeadLoss<Lanes1>(new(demand), new(range), inverseExponent, new(q), out var slope);
        dhdq = slope.Value;
        return h.Value;
    }

    /// <summary>The same for many nodes, or many scenarios of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HeadLoss<T>(T demand, T range, double inverseExponent, T q, out T dhdq)
        where T : struct, ILanes<T>
    {
        // The usual exponent, 1/2, needs no power.
        var share = T.Abs(q) / demand;
        share = inverseExponent == 2 ? share : LaneMath.Power(share, T.Of(inverseExponent - 1));
        dhdq = T.Of(inverseExponent) * range * share / demand;
        var h = dhdq * q / T.Of(inverseExponent);
        FlowBarrier.KeepAbove(q, ref h, ref dhdq);
        FlowBarrier.KeepBelow(q - demand, ref h, ref dhdq);
        return h;
    }
}
