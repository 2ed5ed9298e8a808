using System.Runtime.CompilerServices;
using WaterSim.Numerics;

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
        var (head, slope) = (new Lanes1(h), new Lanes1(dhdq));
        KeepAbove(new Lanes1(x), ref head, ref slope);
        (h, dhdq) = (head.Value, slope.Value);
    }

    /// <summary>The same for many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepAbove<T>(T x, ref T h, ref T dhdq)
        where T : struct, ILanes<T>
    {
        var a = T.Of(Constants.BarrierGradient) * x;
        var b = T.Sqrt((a * a) + T.Of(Constants.BarrierSoftness * Constants.BarrierSoftness));
        h += (a - b) * T.Of(0.5);
        dhdq += T.Of(Constants.BarrierGradient / 2) * (T.Of(1) - (a / b));
    }

    /// <summary>Keeps x at or below 0: adds to headloss (m) and slope (s/m2).</summary>
    public static void KeepBelow(double x, ref double h, ref double dhdq)
    {
        var (head, slope) = (new Lanes1(h), new Lanes1(dhdq));
        KeepBelow(new Lanes1(x), ref head, ref slope);
        (h, dhdq) = (head.Value, slope.Value);
    }

    /// <summary>The same for many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepBelow<T>(T x, ref T h, ref T dhdq)
        where T : struct, ILanes<T>
    {
        var a = T.Of(Constants.BarrierGradient) * x;
        var b = T.Sqrt((a * a) + T.Of(Constants.BarrierSoftness * Constants.BarrierSoftness));
        h += (a + b) * T.Of(0.5);
        dhdq += T.Of(Constants.BarrierGradient / 2) * (T.Of(1) + (a / b));
    }
}
