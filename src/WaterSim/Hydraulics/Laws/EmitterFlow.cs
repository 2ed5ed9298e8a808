using System.Runtime.CompilerServices;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Discharge to the open air through a sprinkler, hydrant or orifice:
/// <code>
/// q = k p^n,    so    p = (q/k)^(1/n)
/// </code>
/// q discharge (m3/s), p pressure head (m), k emitter coefficient (m3/s per m^n), n exponent (-; an orifice: 0.5).
/// Source: EPANET 2.2 manual, 12.1.
/// </summary>
internal static class EmitterFlow
{
    /// <summary>Resistance k^(-1/n) of the inverse form, m/(m3/s)^(1/n).</summary>
    public static double Resistance(double coefficient, double exponent) => Math.Pow(coefficient, -1 / exponent);

    /// <summary>Pressure head (m) that a discharge takes, and its derivative by flow (s/m2).</summary>
    /// <param name="resistance">Of <see cref="Resistance"/>.</param>
    /// <param name="inverseExponent">1/n, -.</param>
    /// <param name="backflow">False: a barrier keeps water from coming in at negative pressure.</param>
    /// <param name="q">Discharge, m3/s.</param>
    /// <param name="dhdq">Derivative, s/m2.</param>
    public static double HeadLoss(double resistance, double inverseExponent, bool backflow, double q, out double dhdq)
    {
        // The usual exponents, 1 and 1/2, need no power.
        var power = inverseExponent == 1 ? 1
            : inverseExponent == 2 ? Math.Abs(q)
            : Math.Pow(Math.Abs(q), inverseExponent - 1);
        var h = PowerLaw.HeadLoss(resistance, inverseExponent, power, q, out dhdq);
        if (!backflow)
        {
            FlowBarrier.KeepAbove(q, ref h, ref dhdq);
        }

        return h;
    }

    /// <summary>True of the usual exponents, 1 and 1/2, whose law needs no power.</summary>
    /// <param name="inverseExponent">1/n, -.</param>
    public static bool IsPlain(double inverseExponent) => inverseExponent is 1 or 2;

    /// <summary>The same for many of one exponent, which is plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HeadLoss<T>(T resistance, double inverseExponent, bool backflow, T q, out T dhdq)
        where T : struct, ILanes<T>
    {
        var power = inverseExponent == 1 ? T.Of(1) : T.Abs(q);
        var h = PowerLaw.HeadLoss(resistance, T.Of(inverseExponent), power, q, out dhdq);
        if (!backflow)
        {
            FlowBarrier.KeepAbove(q, ref h, ref dhdq);
        }

        return h;
    }
}
