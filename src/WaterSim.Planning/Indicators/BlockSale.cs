namespace WaterSim.Planning.Indicators;

/// <summary>Water that is sold at one price.</summary>
/// <param name="Billed">Water billed, m3/a.</param>
/// <param name="Revenue">What is paid for it, yuan/a.</param>
public sealed record BlockSale(double Billed, double Revenue)
{
    internal static BlockSale At(double billed, double price) => new(billed, billed * price);

    internal static BlockSale Sum(IEnumerable<BlockSale> sales) =>
        sales.Aggregate(new BlockSale(0, 0), (sum, sale) => new BlockSale(sum.Billed + sale.Billed, sum.Revenue + sale.Revenue));
}
