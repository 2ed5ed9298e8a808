namespace WaterSim.Hydraulics;

/// <summary>
/// Thresholds and physical constants of the solver, in SI. They are EPANET 2.3's (types.h, input1.c), which are in ft
/// and ft3/s, converted exactly: the same thresholds give the same statuses and so the same answers.
/// </summary>
internal static class Constants
{
    /// <summary>One foot, m.</summary>
    public const double Foot = 0.3048;

    /// <summary>One cubic foot (per second), m3 (/s).</summary>
    public const double CubicFoot = Foot * Foot * Foot;

    /// <summary>A headloss gradient of 1 ft per ft3/s, s/m2.</summary>
    public const double GradientUnit = Foot / CubicFoot;

    /// <summary>Acceleration of gravity as EPANET has it, 32.2 ft/s2, m/s2.</summary>
    public const double Gravity = 32.2 * Foot;

    /// <summary>
    /// Specific weight of water, N/m3. EPANET's 8.814 = 550 / 62.4 (ft lbf/s per hp, over lbf/ft3): 62.4 lbf/ft3.
    /// </summary>
    public const double SpecificWeight = 745.69987158227022 / 8.814 / (Foot * CubicFoot);

    /// <summary>
    /// Gradient of a closed link, s/m2: 1e-6 ft3/s still seep through at 100 ft. Much steeper would make the matrix of a
    /// part that only closed links join to a source singular in double precision. The seepage is in the water balance,
    /// which so closes exactly; the reported flow of a closed link is 0. It is also the gradient beyond which a pump of
    /// constant power counts as closed, and as a diagonal (m2/s) what holds the head at a regulating valve.
    /// </summary>
    public const double ClosedGradient = 1e8 * GradientUnit;

    /// <summary>Gradient of an open valve without minor loss, s/m2.</summary>
    public const double OpenGradient = 1e-6 * GradientUnit;

    /// <summary>Least gradient of a law, s/m2: below it headloss is taken as linear, so that no division by zero follows.</summary>
    public const double LeastGradient = 1e-7 * GradientUnit;

    /// <summary>Head differences below this count as none when statuses are judged, m.</summary>
    public const double HeadTolerance = 0.0005 * Foot;

    /// <summary>Flows below this count as none when statuses are judged, m3/s.</summary>
    public const double FlowTolerance = 0.0001 * CubicFoot;

    /// <summary>How far a pressure-driven demand or a leak may be from its law at convergence, m3/s; EPANET's.</summary>
    public const double DemandTolerance = 0.0001 * CubicFoot;

    /// <summary>The flow a closed link starts with, and below which a tank counts as at rest, m3/s.</summary>
    public const double SmallFlow = 1e-6 * CubicFoot;

    /// <summary>Slope of the barriers that keep a flow within its bounds, s/m2 (<see cref="Laws.FlowBarrier"/>).</summary>
    public const double BarrierGradient = 1e9 * GradientUnit;

    /// <summary>Softness of those barriers, m.</summary>
    public const double BarrierSoftness = 1e-3 * Foot;
}
