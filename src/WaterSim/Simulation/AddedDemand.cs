namespace WaterSim.Simulation;

/// <summary>Water that a scenario draws besides what its network draws.</summary>
/// <param name="JunctionId">Where.</param>
/// <param name="Demand">m3/s; negative where water comes in.</param>
/// <param name="PatternId">The pattern that multiplies it, or null: always the same.</param>
public readonly record struct AddedDemand(string JunctionId, double Demand, string? PatternId = null);
