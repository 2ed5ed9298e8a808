namespace WaterSim.Planning.County;

/// <summary>A group of consumers with its place in the order of supply.</summary>
/// <param name="Class">Town or village.</param>
/// <param name="Use">The use.</param>
/// <param name="Penalty">What a m3 not supplied counts, yuan; falls from one priority to the next.</param>
public sealed record SupplyPriority(CommunityClass Class, WaterUse Use, double Penalty);
