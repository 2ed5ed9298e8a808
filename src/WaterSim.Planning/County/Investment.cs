namespace WaterSim.Planning.County;

/// <summary>Money put into a part of the supply.</summary>
/// <param name="Part">The part.</param>
/// <param name="Amount">What was invested, yuan, 0 or more.</param>
/// <param name="Life">Years until it must be renewed, 1 or more.</param>
/// <param name="Maintenance">Upkeep a year, - of <paramref name="Amount"/>, 0 to 1.</param>
public sealed record Investment(AssetPart Part, double Amount, int Life, double Maintenance);
