namespace WaterSim.Planning.County;

/// <summary>What a class of communities pays for water.</summary>
/// <param name="Class">Town or village.</param>
/// <param name="Price">Price of metered water, yuan/m3, 0 or more.</param>
public sealed record Tariff(CommunityClass Class, double Price);
