namespace WaterSim.Model;

/// <summary>One category of demand at a junction.</summary>
/// <param name="Base">Average demand, m3/s, positive when drawn; negative is an inflow.</param>
/// <param name="PatternId">Pattern that multiplies it, or null for the network's default pattern.</param>
/// <param name="Category">Name of the category, or null.</param>
public readonly record struct Demand(double Base, string? PatternId = null, string? Category = null);
