using System.Runtime.CompilerServices;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Friction by Hazen and Williams (1905), an empirical law for water near 15 degrees C in turbulent flow:
/// <code>
/// h = r q^1.852,    r = 10.67 L / (C^1.852 d^4.871)
/// </code>
/// h headloss (m), q flow (m3/s), L length (m), d inside diameter (m), C roughness coefficient (-).
/// The constant is EPANET's 4.727 in ft and ft3/s (EPANET 2.2 manual, table 3.1), converted exactly.
/// </summary>
internal readonly struct HazenWilliams : IPipeLaw
{
    /// <summary>Exponent of flow, -.</summary>
    public const double Exponent = 1.852;

    private const double DiameterExponent = 4.871;

    private static readonly double Coefficient = 4.727
        * Math.Pow(Constants.Foot, DiameterExponent) / Math.Pow(Constants.CubicFoot, Exponent);

    /// <inheritdoc/>
    public static bool NeedsReynolds => false;

    /// <summary>Resistance r of a pipe, m/(m3/s)^1.852.</summary>
    /// <param name="length">Length, m.</param>
    /// <param name="diameter">Inside diameter, m.</param>
    /// <param name="c">Hazen-Williams C, -.</param>
    public static double Resistance(double length, double diameter, double c) =>
        Coefficient * length / (Math.Pow(c, Exponent) * Math.Pow(diameter, DiameterExponent));

    /// <summary>Headloss (m, with the flow's sign) and its derivative by flow (s/m2, positive).</summary>
    /// <param name="resistance">r of <see cref="Resistance"/>.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative of headloss by flow, s/m2.</param>
    public static double HeadLoss(double resistance, double q, out double dhdq) =>
        PowerLaw.HeadLoss(resistance, Exponent, Math.Pow(Math.Abs(q), Exponent - 1), q, out dhdq);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LossPerFlow<T>(T resistance, T relativeRoughness, T reynoldsPerFlow, T flow, out T slope)
        where T : struct, ILanes<T>
    {
        // r q^0.852, made linear where its slope is too small, see PowerLaw.
        var loss = resistance * LaneMath.Power(flow, T.Of(Exponent - 1));
        var steep = loss * T.Of(Exponent);
        var linear = T.Less(steep, T.Of(Constants.LeastGradient));
        var least = T.Of(Constants.LeastGradient / Exponent);
        slope = T.Select(linear, least, steep);
        return T.Select(linear, least, loss);
    }
}
