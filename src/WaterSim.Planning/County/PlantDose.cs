namespace WaterSim.Planning.County;

/// <summary>What a plant gives to the water that leaves it.</summary>
/// <param name="Plant">Id of the plant.</param>
/// <param name="Concentration">To this concentration, g/m3, 0 or more, is raised what leaves the plant's node.</param>
public sealed record PlantDose(string Plant, double Concentration);
