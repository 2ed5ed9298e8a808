namespace WaterSim.Planning.County;

/// <summary>A block of a tariff: what a household pays for the water it draws beyond the block below.</summary>
/// <param name="UpTo">Where it ends, m3 a household and month; null for the last, which has no end.</param>
/// <param name="Price">Price in it, yuan/m3, 0 or more.</param>
public sealed record TariffBlock(double? UpTo, double Price);
