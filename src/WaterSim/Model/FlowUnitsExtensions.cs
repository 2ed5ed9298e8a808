namespace WaterSim.Model;

/// <summary>Flow units as people write them.</summary>
public static class FlowUnitsExtensions
{
    /// <summary>The unit's symbol, such as <c>L/s</c>.</summary>
    public static string Symbol(this FlowUnits unit) => unit switch
    {
        FlowUnits.CubicFeetPerSecond => "ft3/s",
        FlowUnits.GallonsPerMinute => "gal/min",
        FlowUnits.MillionGallonsPerDay => "Mgal/d",
        FlowUnits.MillionImperialGallonsPerDay => "imp. Mgal/d",
        FlowUnits.AcreFeetPerDay => "acre-ft/d",
        FlowUnits.LitersPerSecond => "L/s",
        FlowUnits.LitersPerMinute => "L/min",
        FlowUnits.MegalitersPerDay => "ML/d",
        FlowUnits.CubicMetersPerHour => "m3/h",
        FlowUnits.CubicMetersPerDay => "m3/d",
        FlowUnits.CubicMetersPerSecond => "m3/s",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown flow unit."),
    };
}
