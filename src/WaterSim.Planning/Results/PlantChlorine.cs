using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>Free chlorine leaving a plant over the last day of a run.</summary>
/// <param name="Plant">The plant.</param>
/// <param name="Lowest">Lowest at the far ends of its outlets, at any time, g/m3.</param>
public sealed record PlantChlorine(TreatmentPlant Plant, double Lowest);
