using System.Runtime.Intrinsics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Friction by Hazen and Williams (1905), an empirical law for water near 15 degrees C in turbulent flow:
/// <code>
/// h = r q^1.852,    r = 10.67 L / (C^1.852 d^4.871)
/// </code>
/// h headloss (m), q flow (m3/s), L length (m), d inside diameter (m), C roughness coefficient (-).
/// The constant is EPANET's 4.727 in ft and ft3/s (EPANET 2.2 manual, table 3.1), converted exactly.
/// </summary>
internal static class HazenWilliams
{
    /// <summary>Exponent of flow, -.</summary>
    public const double Exponent = 1.852;

    private const double DiameterExponent = 4.871;

    private static readonly double Coefficient = 4.727
        * Math.Pow(Constants.Foot, DiameterExponent) / Math.Pow(Constants.CubicFoot, Exponent);

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

    /// <summary>
    /// The same law with minor loss for many pipes, eight at a time, as the solver needs it: p = 1/h' and p h.
    /// The last few pass through the same instructions, so that a pipe gives the same bits wherever it stands.
    /// </summary>
    /// <param name="resistance">r of <see cref="Resistance"/>; one per pipe.</param>
    /// <param name="minor">Minor loss resistance m, m/(m3/s)^2; one per pipe.</param>
    /// <param name="q">Flows, m3/s; one per pipe.</param>
    /// <param name="conductance">Filled with 1/h', m2/s.</param>
    /// <param name="lossFlow">Filled with h/h', m3/s, with the flow's sign.</param>
    public static void Conductances(
        ReadOnlySpan<double> resistance,
        ReadOnlySpan<double> minor,
        ReadOnlySpan<double> q,
        Span<double> conductance,
        Span<double> lossFlow)
    {
        var lanes = Vector512<double>.Count;
        var i = 0;
        for (; i <= q.Length - lanes; i += lanes)
        {
            var p = Conductance(
                Vector512.Create(resistance[i..]), Vector512.Create(minor[i..]), Vector512.Create(q[i..]), out var loss);
            p.CopyTo(conductance[i..]);
            loss.CopyTo(lossFlow[i..]);
        }

        if (i < q.Length)
        {
            Span<double> rest = stackalloc double[3 * lanes];
            rest.Clear();
            resistance[i..].CopyTo(rest);
            minor[i..].CopyTo(rest[lanes..]);
            q[i..].CopyTo(rest[(2 * lanes)..]);
            var p = Conductance(
                Vector512.Create<double>(rest), Vector512.Create<double>(rest[lanes..]), Vector512.Create<double>(rest[(2 * lanes)..]), out var loss);
            p.CopyTo(rest);
            loss.CopyTo(rest[lanes..]);
            rest[..(q.Length - i)].CopyTo(conductance[i..]);
            rest.Slice(lanes, q.Length - i).CopyTo(lossFlow[i..]);
        }
    }

    private static Vector512<double> Conductance(
        Vector512<double> resistance, Vector512<double> minor, Vector512<double> q, out Vector512<double> lossFlow)
    {
        var flow = Vector512.Abs(q);
        var slope = Exponent * resistance * LanePower.Power(flow, Exponent - 1);

        // The line where the slope is too small, see PowerLaw: its slope times q is the loss.
        var linear = Vector512.LessThan(slope, Vector512.Create(Constants.LeastGradient));
        var perFlow = Vector512.ConditionalSelect(
            linear, Vector512.Create(Constants.LeastGradient / Exponent), slope / Exponent);
        slope = Vector512.ConditionalSelect(linear, perFlow, slope);
        var conductance = Vector512<double>.One / (slope + (2 * minor * flow));
        lossFlow = conductance * q * (perFlow + (minor * flow));
        return conductance;
    }
}
