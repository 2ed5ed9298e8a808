namespace WaterSim.Planning.County;

/// <summary>Days on which a plant gives less than its capacity.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Available">Share of its capacity that is left, -; 0 to 1.</param>
public sealed record PlantOutage(DateOnly From, DateOnly To, double Available);
