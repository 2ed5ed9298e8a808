using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>What a class of communities pays for water: one price, or for households a price by block of their monthly use.</summary>
/// <param name="Class">Town or village.</param>
/// <param name="Price">Price of metered water, yuan/m3, 0 or more; with blocks, that of the first.</param>
public sealed record Tariff(CommunityClass Class, double Price)
{
    /// <summary>Blocks of households' use, ends rising, the last without one; empty where all water has one price.</summary>
    public ImmutableArray<TariffBlock> Blocks { get; init; } = [];

    /// <summary>People that share a meter; 1 counts blocks by head. More than 0.</summary>
    public double Household { get; init; } = 1;

    /// <summary>Coefficient of variation of monthly use among the households of a community, -; 0: all use alike.</summary>
    public double Spread { get; init; }

    /// <summary>Price for others than households, yuan/m3, 0 or more; null: <see cref="Price"/>.</summary>
    public double? OtherPrice { get; init; }

    /// <summary>The same with one price for all water.</summary>
    /// <param name="price">The price, yuan/m3.</param>
    public Tariff Flat(double price) => this with { Price = price, Blocks = [], OtherPrice = null };
}
