using WaterSim.Model;

namespace WaterSim.Planning.Results;

/// <summary>The units in which planners read flows and energies, from SI.</summary>
public static class ReportUnits
{
    private const double JoulesPerKilowattHour = 3.6e6;
    private const double SecondsPerHour = 3600;

    private static readonly double CubicMetersPerDayInSI =
        new FileUnits(FlowUnits.CubicMetersPerDay, PressureUnits.Meters).FactorToSI(Quantity.Flow);

    /// <summary>A flow, m3/s, in m3/d.</summary>
    public static double CubicMetersPerDay(double flow) => flow / CubicMetersPerDayInSI;

    /// <summary>An age, s, in h.</summary>
    public static double Hours(double age) => age / SecondsPerHour;

    /// <summary>An energy, J, in kWh.</summary>
    public static double KilowattHours(double energy) => energy / JoulesPerKilowattHour;

    /// <summary>An energy per volume, J/m3, in kWh per 1000 m3.</summary>
    public static double KilowattHoursPerThousandCubicMeters(double energyPerVolume) =>
        energyPerVolume * 1000 / JoulesPerKilowattHour;
}
