using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>What supplying water costs and earns; <c>economy:</c> of <c>system.yaml</c>. Energy is priced in the network.</summary>
public sealed record EconomyScheme
{
    /// <summary>Prices, one for each class that has communities.</summary>
    public required ImmutableArray<Tariff> Tariffs { get; init; }

    /// <summary>What was invested, each part at most once.</summary>
    public required ImmutableArray<Investment> Investments { get; init; }

    /// <summary>Interest at which investment is annualised, - a year, 0 to 1.</summary>
    public required double Interest { get; init; }

    /// <summary>Staff, billing and offices, yuan a year, 0 or more.</summary>
    public required double FixedCost { get; init; }

    /// <summary>The price of a metre of pipe grows with its diameter to this power, -.</summary>
    public required double PipeCostExponent { get; init; }

    /// <summary>What of the water that users draw is not billed.</summary>
    public ConsumptionShares Consumption { get; init; } = new(0, 0, 0);

    /// <summary>The price a class pays, yuan/m3, with blocks that of the first; 0 where it has none.</summary>
    /// <param name="of">The class.</param>
    public double Price(CommunityClass of) => Tariffs.FirstOrDefault(t => t.Class == of)?.Price ?? 0;
}
