namespace WaterSim.Planning.County;

/// <summary>What consumers are given of their demand.</summary>
/// <param name="Class">Town or village.</param>
/// <param name="Use">The use.</param>
/// <param name="Share">-, 0 to 1.</param>
public sealed record Ration(CommunityClass Class, WaterUse Use, double Share);
