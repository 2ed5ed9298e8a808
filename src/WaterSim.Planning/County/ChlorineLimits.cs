namespace WaterSim.Planning.County;

/// <summary>What free chlorine must be where, g/m3 (= mg/L).</summary>
/// <param name="PlantOutletMinimum">Least that leaves a plant; not below the tap's.</param>
/// <param name="TapMinimum">Least at a community's nodes, 0 or more.</param>
/// <param name="Maximum">Most anywhere; not below the plant's least.</param>
public sealed record ChlorineLimits(double PlantOutletMinimum, double TapMinimum, double Maximum);
