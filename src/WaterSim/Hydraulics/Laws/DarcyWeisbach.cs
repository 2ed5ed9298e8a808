using System.Runtime.CompilerServices;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Friction by Darcy and Weisbach:
/// <code>
/// h = f r q^2,    r = L / (2 g d A^2),    Re = |q| d / (A nu)
/// f = 64 / Re                                     Re &lt;= 2000, Hagen and Poiseuille
/// f = 0.25 / log10(e / 3.7 d + 5.74 / Re^0.9)^2   Re >= 4000, Swamee and Jain (1976)
/// f = a cubic in Re between, which meets both in value and slope, Dunlop (1991)
/// </code>
/// h headloss (m), q flow (m3/s), L length (m), d inside diameter (m), A area (m2), e roughness height (m),
/// nu kinematic viscosity (m2/s), f friction factor (-), Re Reynolds number (-), g gravity (m/s2).
/// Source: EPANET 2.2 manual, chapter 12 and table 3.1; Swamee, P. K., Jain, A. K. (1976), J. Hydraul. Div. ASCE 102(5).
/// </summary>
internal readonly struct DarcyWeisbach : IPipeLaw
{
    private const double Laminar = 2000;
    private const double Turbulent = 4000;
    private const double Ln10 = 2.302585092994045684;

    // Swamee and Jain's Reynolds term where the cubic meets their formula.
    private static readonly double TurbulentTerm = 5.74 / Math.Pow(Turbulent, 0.9);

    /// <inheritdoc/>
    public static bool NeedsReynolds => true;

    /// <summary>Resistance r of a pipe before the friction factor, m/(m3/s)^2.</summary>
    /// <param name="length">Length, m.</param>
    /// <param name="diameter">Inside diameter, m.</param>
    public static double Resistance(double length, double diameter)
    {
        var area = Math.PI * diameter * diameter / 4;
        return length / (2 * Constants.Gravity * diameter * area * area);
    }

    /// <summary>Reynolds number per flow, 4 / (pi nu d), s/m3.</summary>
    /// <param name="viscosity">Kinematic viscosity, m2/s.</param>
    /// <param name="diameter">Inside diameter, m.</param>
    public static double ReynoldsPerFlow(double viscosity, double diameter) => 4 / (Math.PI * viscosity * diameter);

    /// <summary>Headloss (m, with the flow's sign) and its derivative by flow (s/m2, positive).</summary>
    /// <param name="resistance">r of <see cref="Resistance"/>.</param>
    /// <param name="relativeRoughness">e / d, -.</param>
    /// <param name="reynoldsPerFlow">Of <see cref="ReynoldsPerFlow"/>, s/m3.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative of headloss by flow, s/m2.</param>
    public static double HeadLoss(
        double resistance, double relativeRoughness, double reynoldsPerFlow, double q, out double dhdq)
    {
        var flow = Math.Abs(q);
        var reynolds = flow * reynoldsPerFlow;
        if (reynolds <= Laminar)
        {
            dhdq = 64 / reynoldsPerFlow * resistance;
            return dhdq * q;
        }

        var f = FrictionFactor(reynolds, relativeRoughness, out var dfdRe);
        dhdq = resistance * flow * ((2 * f) + (dfdRe * reynolds));
        return f * resistance * flow * q;
    }

    /// <summary>Friction factor f (-) and its derivative by Reynolds number (-), for Re above 2000.</summary>
    public static double FrictionFactor(double reynolds, double relativeRoughness, out double dfdRe)
    {
        if (reynolds < Turbulent)
        {
            return Transition(reynolds, relativeRoughness, out dfdRe);
        }

        // f = 1 / u^2 with u = -2 log10 y and y = e / 3.7 d + 5.74 / Re^0.9
        var term = 5.74 / Math.Pow(reynolds, 0.9);
        var y = (relativeRoughness / 3.7) + term;
        var u = -2 / Ln10 * Math.Log(y);
        var f = 1 / (u * u);

        // df/dRe = -2 f / u du/dRe,   du/dRe = 2 / ln10 (0.9 term / Re) / y
        dfdRe = -2 * f / u * (2 / Ln10 * 0.9 * term / (y * reynolds));
        return f;
    }

    // Dunlop's cubic f(r), r = Re/2000 from 1 to 2, by its values and slopes at both ends: at r = 1 f = 0.032 and
    // df/dr = -0.032 (f = 64/Re); at r = 2 those of Swamee and Jain. EPANET 2.2 manual, 12.1.
    private static double Transition(double reynolds, double relativeRoughness, out double dfdRe)
    {
        var y = (relativeRoughness / 3.7) + TurbulentTerm;
        var u = -2 / Ln10 * Math.Log(y);
        var fa = 1 / (u * u);
        var fb = (2 - (4 * 0.9 / Ln10 * TurbulentTerm / (y * u))) * fa;
        var r = reynolds / Laminar;
        var x1 = (7 * fa) - fb;
        var x2 = 0.128 - (17 * fa) + (2.5 * fb);
        var x3 = -0.128 + (13 * fa) - (2 * fb);
        var x4 = 0.032 - (3 * fa) + (0.5 * fb);
        dfdRe = (x2 + (r * ((2 * x3) + (r * 3 * x4)))) / Laminar;
        return x1 + (r * (x2 + (r * (x3 + (r * x4)))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LossPerFlow<T>(T resistance, T relativeRoughness, T reynoldsPerFlow, T flow, out T slope)
        where T : struct, ILanes<T>
    {
        // The three ranges are all worked out, each within its own bounds, and one is taken.
        var reynolds = flow * reynoldsPerFlow;
        var isBeyondLaminar = T.Less(T.Of(Laminar), reynolds);
        var isBelowTurbulent = T.Less(reynolds, T.Of(Turbulent));
        var bounded = T.Select(isBelowTurbulent, T.Of(Turbulent), reynolds);

        var roughness = relativeRoughness * T.Of(1 / 3.7);
        var term = T.Of(5.74) / LaneMath.Power(bounded, T.Of(0.9));
        var y = roughness + term;
        var u = T.Of(-2 / Ln10) * LaneMath.Log(y);
        var turbulent = T.Of(1) / (u * u);

        // f + Re f'/2, half the slope over r |q|: f' Re = -2 f / u (2 / ln10) 0.9 term / y
        var turbulentSlope = turbulent - (turbulent / u * T.Of(2 / Ln10 * 0.9) * term / y);

        // Dunlop's cubic from the values at Re = 4000, where y and u are those above.
        var fb = T.Of(2) - (T.Of(4 * 0.9 / Ln10) * term / (y * u));
        fb *= turbulent;
        var x1 = (T.Of(7) * turbulent) - fb;
        var x2 = T.Of(0.128) - (T.Of(17) * turbulent) + (T.Of(2.5) * fb);
        var x3 = T.Of(-0.128) + (T.Of(13) * turbulent) - (T.Of(2) * fb);
        var x4 = T.Of(0.032) - (T.Of(3) * turbulent) + (T.Of(0.5) * fb);
        var r = reynolds * T.Of(1 / Laminar);
        var cubic = x1 + (r * (x2 + (r * (x3 + (r * x4)))));
        var cubicSlope = cubic + (r * T.Of(0.5) * (x2 + (r * ((T.Of(2) * x3) + (r * T.Of(3) * x4)))));

        var f = T.Select(isBelowTurbulent, cubic, turbulent);
        var halfSlope = T.Select(isBelowTurbulent, cubicSlope, turbulentSlope);
        var laminarLoss = T.Of(64) / reynoldsPerFlow * resistance;
        slope = T.Select(isBeyondLaminar, resistance * flow * T.Of(2) * halfSlope, laminarLoss);
        return T.Select(isBeyondLaminar, resistance * flow * f, laminarLoss);
    }
}
