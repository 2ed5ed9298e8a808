namespace WaterSim.Model;

/// <summary>Pressure units as heads of water.</summary>
public static class PressureUnitsExtensions
{
    /// <summary>
    /// psi of one foot of water: 0.4333, EPANET's figure (types.h of EPANET 2.3), kept so that pressures read the same.
    /// </summary>
    public const double PsiPerFootOfWater = 0.4333;

    private const double KilopascalPerPsi = 6.895;
    private const double BarPerPsi = 0.068948;

    /// <summary>Metres of water in one unit of pressure, for a fluid of specific gravity 1.</summary>
    public static double MetersOfWater(this PressureUnits unit) => unit switch
    {
        PressureUnits.Psi => 0.3048 / PsiPerFootOfWater,
        PressureUnits.Kilopascal => 0.3048 / (PsiPerFootOfWater * KilopascalPerPsi),
        PressureUnits.Bar => 0.3048 / (PsiPerFootOfWater * BarPerPsi),
        PressureUnits.Meters => 1,
        PressureUnits.Feet => 0.3048,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown pressure unit."),
    };
}
