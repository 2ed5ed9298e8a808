using WaterSim.Model;

namespace WaterSim.IO.Epanet;

/// <summary>Names of units as EPANET's report prints them.</summary>
internal static class ReportUnits
{
    public static string Flow(FlowUnits unit) => unit switch
    {
        FlowUnits.CubicFeetPerSecond => "cfs",
        FlowUnits.GallonsPerMinute => "gpm",
        FlowUnits.MillionGallonsPerDay => "mgd",
        FlowUnits.MillionImperialGallonsPerDay => "Imgd",
        FlowUnits.AcreFeetPerDay => "a-f/d",
        FlowUnits.LitersPerSecond => "L/s",
        FlowUnits.LitersPerMinute => "Lpm",
        FlowUnits.MegalitersPerDay => "ML/d",
        FlowUnits.CubicMetersPerHour => "m3/h",
        FlowUnits.CubicMetersPerDay => "m3/d",
        FlowUnits.CubicMetersPerSecond => "m3/s",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown flow unit."),
    };

    public static string Pressure(PressureUnits unit) => unit switch
    {
        PressureUnits.Psi => "PSI",
        PressureUnits.Kilopascal => "KPA",
        PressureUnits.Meters => "METERS",
        PressureUnits.Bar => "BAR",
        PressureUnits.Feet => "FEET",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown pressure unit."),
    };

    public static string Length(FileUnits units) => units.IsUsCustomary ? "ft" : "m";

    public static string Diameter(FileUnits units) => units.IsUsCustomary ? "in" : "mm";

    public static string Velocity(FileUnits units) => units.IsUsCustomary ? "fps" : "m/s";

    public static string HeadLoss(FileUnits units) => units.IsUsCustomary ? "/1000ft" : "/1000m";

    public static string EnergyPerVolume(FileUnits units) => units.IsUsCustomary ? "/Mgal" : "/m3";
}
