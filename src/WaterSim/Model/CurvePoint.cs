namespace WaterSim.Model;

/// <summary>A point of a curve.</summary>
/// <param name="X">Abscissa; its unit is the curve kind's.</param>
/// <param name="Y">Ordinate; its unit is the curve kind's.</param>
public readonly record struct CurvePoint(double X, double Y);
