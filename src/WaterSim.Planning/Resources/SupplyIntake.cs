namespace WaterSim.Planning.Resources;

/// <summary>A way from a source into a plant.</summary>
/// <param name="Source">Position of the source in the system.</param>
/// <param name="Plant">Position of the plant in the system.</param>
/// <param name="Link">Position of the intake link in the network.</param>
public sealed record SupplyIntake(int Source, int Plant, int Link);
