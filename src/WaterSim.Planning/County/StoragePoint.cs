namespace WaterSim.Planning.County;

/// <summary>A point of a reservoir's curve.</summary>
/// <param name="Level">m above sea.</param>
/// <param name="Area">Water surface, m2.</param>
/// <param name="Volume">Stored below the level, m3.</param>
public readonly record struct StoragePoint(double Level, double Area, double Volume);
