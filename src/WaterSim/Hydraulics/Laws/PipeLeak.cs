namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// Leakage from the cracks of a pipe that widen with pressure, FAVAD (fixed and variable area discharge):
/// <code>
/// q = C L (A + E p) p^0.5,    C = 0.6 (2 g)^0.5
/// </code>
/// q leakage (m3/s), L length (m), A area of leaks per length at no pressure (m2/m), E its growth with pressure (m2/m
/// per m), p pressure head (m). Half of a pipe leaks at the pressure of either end; all of it at its junction where the
/// other end is a tank or reservoir. The two terms are discharges with exponents 0.5 and 1.5 (<see cref="EmitterFlow"/>).
/// Source: May, J. (1994), World Water and Environmental Engineering, October; van Zyl, J. E., Cassa, A. M. (2014),
/// J. Hydraul. Eng. 140(4); EPANET 2.3.
/// </summary>
internal static class PipeLeak
{
    /// <summary>Exponent of the leaks that keep their area, -.</summary>
    public const double FixedExponent = 0.5;

    /// <summary>Exponent of the leaks that widen, -.</summary>
    public const double VariableExponent = 1.5;

    private static readonly double Orifice = 0.6 * Math.Sqrt(2 * Constants.Gravity);

    /// <summary>Discharge coefficient of a length of leaks: C L A (m3/s per m^0.5) or C L E (m3/s per m^1.5).</summary>
    /// <param name="length">Length that leaks here, m.</param>
    /// <param name="area">A, m2/m, or E, m2/m per m.</param>
    public static double Coefficient(double length, double area) => Orifice * length * area;
}
