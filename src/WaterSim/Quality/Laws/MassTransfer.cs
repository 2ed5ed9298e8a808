namespace WaterSim.Quality.Laws;

/// <summary>
/// How fast a substance gets from the flow to the wall of a pipe (EPANET 2.2 manual, section 3.4):
/// <code>
/// kf = Sh D / d,    Re = v d / nu,    Sc = nu / D
/// Sh = 2                                                    at rest, Re below 1
/// Sh = 3.65 + 0.0668 y / (1 + 0.04 y^(2/3)),  y = d/L Re Sc      laminar, Re below 2300 (Graetz)
/// Sh = 0.0149 Re^0.88 Sc^(1/3)                              turbulent (Notter and Sleicher 1971)
/// </code>
/// kf mass transfer coefficient (m/s), D molecular diffusivity (m2/s), d diameter (m), L length (m), v velocity (m/s),
/// nu kinematic viscosity (m2/s), Re, Sc and Sh the numbers of Reynolds, Schmidt and Sherwood (-). Exponents are rounded
/// as EPANET's are.
/// </summary>
internal static class MassTransfer
{
    private const double AtRest = 1;
    private const double Turbulent = 2300;

    /// <summary>Mass transfer coefficient, m/s; infinite where the diffusivity is 0, as EPANET takes it.</summary>
    public static double Coefficient(double flow, double diameter, double length, double diffusivity, double viscosity)
    {
        if (diffusivity == 0)
        {
            return double.PositiveInfinity;
        }

        var re = 4 * Math.Abs(flow) / (Math.PI * diameter * viscosity);
        return Sherwood(re, viscosity / diffusivity, diameter / length) * diffusivity / diameter;
    }

    /// <summary>Sherwood number, -.</summary>
    public static double Sherwood(double re, double sc, double diameterByLength)
    {
        if (re < AtRest)
        {
            return 2;
        }

        if (re >= Turbulent)
        {
            return 0.0149 * Math.Pow(re, 0.88) * Math.Pow(sc, 0.333);
        }

        var y = diameterByLength * re * sc;
        return 3.65 + (0.0668 * y / (1 + (0.04 * Math.Pow(y, 0.667))));
    }
}
