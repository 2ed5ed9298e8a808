namespace WaterSim.Simulation;

/// <summary>Sums and extremes over all junctions at one moment.</summary>
/// <param name="Delivered">Demand delivered, without emitters and leaks, m3/s.</param>
/// <param name="Required">Demand asked for, m3/s.</param>
/// <param name="LowestPressure">Lowest pressure head of a junction, supplied or not, m.</param>
internal readonly record struct StepTotals(double Delivered, double Required, double LowestPressure);
