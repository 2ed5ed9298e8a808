namespace WaterSim.Model;

/// <summary>
/// The units of one file: what its flow and pressure units are, and the factors from them to SI.
/// The only place where units are converted.
/// </summary>
/// <param name="Flow">Flow unit; it decides between US customary and SI for all else.</param>
/// <param name="Pressure">Pressure unit.</param>
/// <param name="SpecificGravity">Specific gravity of the fluid, by which a pressure exceeds that of water, -.</param>
/// <remarks>
/// Lengths and flows are converted by their exact definitions. EPANET rounds its factors to four to six digits
/// (1 ft3/s = 28.317 L/s); the difference is below 2e-5 of a flow.
/// </remarks>
public readonly record struct FileUnits(FlowUnits Flow, PressureUnits Pressure, double SpecificGravity = 1)
{
    private const double Foot = 0.3048;
    private const double CubicFoot = Foot * Foot * Foot;
    private const double UsGallon = 3.785411784e-3;
    private const double ImperialGallon = 4.54609e-3;
    private const double AcreFoot = 43_560 * CubicFoot;
    private const double Horsepower = 745.69987158227022;
    private const double Day = 86_400;
    private const double WaterViscosity = 1.1e-5 * Foot * Foot;

    /// <summary>True where lengths are in ft and pipe diameters in inches.</summary>
    public bool IsUsCustomary => Flow <= FlowUnits.AcreFeetPerDay;

    /// <summary>The units of a network's file.</summary>
    public static FileUnits Of(HydraulicOptions options) =>
        new(
        options.FlowUnits, options.PressureUnits ?? DefaultPressure(options.FlowUnits), options.SpecificGravity);

    /// <summary>SI value of one file unit: <c>si = file * FactorToSI</c>.</summary>
    public double FactorToSI(Quantity quantity) => quantity switch
    {
        Quantity.Ratio => 1,
        Quantity.Length or Quantity.Velocity => IsUsCustomary ? Foot : 1,
        Quantity.PipeDiameter => IsUsCustomary ? Foot / 12 : 1e-3,
        Quantity.RoughnessHeight => IsUsCustomary ? Foot * 1e-3 : 1e-3,
        Quantity.Flow => FlowFactor(Flow),
        Quantity.Pressure => Pressure.MetersOfWater() / SpecificGravity,
        Quantity.Volume => IsUsCustomary ? CubicFoot : 1,
        Quantity.Power => IsUsCustomary ? Horsepower : 1000,
        Quantity.LeakArea or Quantity.LeakExpansion => 1e-6 / (100 * (IsUsCustomary ? Foot : 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "Unknown quantity."),
    };

    /// <summary>Converts a file's number to SI.</summary>
    public double ToSI(Quantity quantity, double value) => value * FactorToSI(quantity);

    /// <summary>Converts an SI number to the file's unit.</summary>
    public double FromSI(Quantity quantity, double value) => value / FactorToSI(quantity);

    /// <summary>
    /// SI value of a file's emitter coefficient 1: from flow unit per (pressure unit)^exponent to m3/s per m^exponent.
    /// </summary>
    public double EmitterFactorToSI(double exponent) =>
        FactorToSI(Quantity.Flow) / Math.Pow(FactorToSI(Quantity.Pressure), exponent);

    /// <summary>
    /// SI value of a file's kinematic viscosity, m2/s. As EPANET decides: above 1e-3 it is a multiple of that of water
    /// at 20 degrees C (1.1e-5 ft2/s), else it stands in ft2/s or m2/s.
    /// </summary>
    public double ViscosityToSI(double value) =>
        value > 1e-3 ? value * WaterViscosity : value * (IsUsCustomary ? Foot * Foot : 1);

    /// <summary>What a file writes for a kinematic viscosity in m2/s: the multiple where it may, see <see cref="ViscosityToSI"/>.</summary>
    public double ViscosityFromSI(double value) =>
        value / WaterViscosity > 1e-3 ? value / WaterViscosity : value / (IsUsCustomary ? Foot * Foot : 1);

    /// <summary>The pressure unit that goes with a flow unit: psi, or m.</summary>
    public static PressureUnits DefaultPressure(FlowUnits flow) =>
        flow <= FlowUnits.AcreFeetPerDay ? PressureUnits.Psi : PressureUnits.Meters;

    private static double FlowFactor(FlowUnits flow) => flow switch
    {
        FlowUnits.CubicFeetPerSecond => CubicFoot,
        FlowUnits.GallonsPerMinute => UsGallon / 60,
        FlowUnits.MillionGallonsPerDay => 1e6 * UsGallon / Day,
        FlowUnits.MillionImperialGallonsPerDay => 1e6 * ImperialGallon / Day,
        FlowUnits.AcreFeetPerDay => AcreFoot / Day,
        FlowUnits.LitersPerSecond => 1e-3,
        FlowUnits.LitersPerMinute => 1e-3 / 60,
        FlowUnits.MegalitersPerDay => 1e3 / Day,
        FlowUnits.CubicMetersPerHour => 1.0 / 3600,
        FlowUnits.CubicMetersPerDay => 1 / Day,
        FlowUnits.CubicMetersPerSecond => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, "Unknown flow unit."),
    };
}
