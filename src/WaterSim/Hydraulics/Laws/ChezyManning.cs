using System.Runtime.CompilerServices;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Friction by Chezy and Manning, for full pipes:
/// <code>
/// h = r q^2,    r = (4 n / (k pi d^2))^2 (d / 4)^(-1.333) L
/// </code>
/// h headloss, q flow, L length, d inside diameter, n Manning's coefficient (s/m^(1/3)); k = 1.49 with lengths in ft.
/// Exponent and k are EPANET's (EPANET 2.2 manual, table 3.1); the result is in m and m3/s.
/// </summary>
internal readonly struct ChezyManning : IPipeLaw
{
    /// <summary>Exponent of flow, -.</summary>
    public const double Exponent = 2;

    /// <inheritdoc/>
    public static bool NeedsReynolds => false;

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

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LossPerFlow<T>(T resistance, T relativeRoughness, T reynoldsPerFlow, T flow, out T slope)
        where T : struct, ILanes<T>
    {
        // r q, made linear where its slope is too small, see PowerLaw.
        var loss = resistance * flow;
        var steep = loss * T.Of(Exponent);
        var linear = T.Less(steep, T.Of(Constants.LeastGradient));
        var least = T.Of(Constants.LeastGradient / Exponent);
        slope = T.Select(linear, least, steep);
        return T.Select(linear, least, loss);
    }
}
