using System.Collections.Immutable;
using MathNet.Numerics;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// What a community is billed in a year, households by block of their tariff. Of N people with a tap, H to a household, whose households
/// are billed V (m3/a), the mean of a household and month is
/// <code>
/// m = V H / (12 N)
/// </code>
/// Households differ: their use X is taken as gamma distributed with mean m and coefficient of variation s. To the block that ends at b
/// and begins at a falls the part of V
/// <code>
/// (E min(X, b) - E min(X, a)) / m,    E min(X, b) = m P(k + 1, b / t) + b (1 - P(k, b / t)),    k = 1 / s^2,  t = m s^2
/// </code>
/// P the regularised lower incomplete gamma function; E min(X, b) = min(m, b) where s = 0. Months count as alike. Source: limited
/// expected value of a gamma distribution, Klugman, Panjer and Willmot, <i>Loss Models</i>, appendix A; that use is so distributed is our choice.
/// </summary>
/// <param name="Blocks">Households' by block; one where the tariff has none.</param>
/// <param name="Other">What others are billed.</param>
internal sealed record CommunitySales(ImmutableArray<BlockSale> Blocks, BlockSale Other)
{
    private const int MonthsPerYear = 12;

    public double Billed => Blocks.Sum(b => b.Billed) + Other.Billed;

    public double Revenue => Blocks.Sum(b => b.Revenue) + Other.Revenue;

    /// <summary>One entry per community, in the system file's order.</summary>
    public static ImmutableArray<CommunitySales> Of(CountyRun run, EconomyScheme economy) =>
    [
        .. run.System.Communities.Select((community, c) =>
        {
            var tariff = economy.Tariffs.FirstOrDefault(t => t.Class == community.Class) ?? new Tariff(community.Class, 0);
            var penetration = run.System.Demand?.Classes.FirstOrDefault(d => d.Class == community.Class)?.Penetration ?? 1;
            var (domestic, other) = (run.CommunityUse[c].Domestic, run.CommunityUse[c].Other);
            return Of(
                tariff,
                CountyRun.PerYear(domestic * economy.Consumption.Billed),
                CountyRun.PerYear(other * economy.Consumption.Billed),
                community.People * penetration);
        }),
    ];

    /// <summary>What a tariff makes of water billed, m3/a, to households and to others.</summary>
    public static CommunitySales Of(Tariff tariff, double domestic, double other, double people)
    {
        var sold = BlockSale.At(other, tariff.OtherPrice ?? tariff.Price);
        if (tariff.Blocks.IsEmpty)
        {
            return new CommunitySales([BlockSale.At(domestic, tariff.Price)], sold);
        }

        var mean = people > 0 ? domestic * tariff.Household / (MonthsPerYear * people) : double.PositiveInfinity;
        var blocks = ImmutableArray.CreateBuilder<BlockSale>(tariff.Blocks.Length);
        var below = 0.0;
        foreach (var block in tariff.Blocks)
        {
            var upTo = block.UpTo is { } end && mean > 0 ? ShareWithin(end, mean, tariff.Spread) : 1;
            blocks.Add(BlockSale.At(domestic * (upTo - below), block.Price));
            below = upTo;
        }

        return new CommunitySales(blocks.MoveToImmutable(), sold);
    }

    // E min(X, end) / mean. A mean without end is of water that nobody with a tap draws: all of it beyond the blocks.
    private static double ShareWithin(double end, double mean, double spread)
    {
        if (double.IsInfinity(mean))
        {
            return 0;
        }

        if (spread == 0)
        {
            return Math.Min(1, end / mean);
        }

        var shape = 1 / (spread * spread);
        var at = end / (mean * spread * spread);
        return SpecialFunctions.GammaLowerRegularized(shape + 1, at)
            + (end / mean * (1 - SpecialFunctions.GammaLowerRegularized(shape, at)));
    }
}
