namespace WaterSim.Planning.County;

/// <summary>How chlorine is used up at the walls of pipes of a diameter: material follows diameter.</summary>
/// <param name="MinimumDiameter">Least inner diameter of the class, m; it goes on to that of the next.</param>
/// <param name="Coefficient">Wall coefficient of first order, m/s; 0 or below.</param>
public sealed record WallClass(double MinimumDiameter, double Coefficient);
