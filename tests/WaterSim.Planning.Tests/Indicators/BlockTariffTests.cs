using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class BlockTariffTests
{
    private const double Year = 365 * 86_400.0;

    private static readonly Tariff Tiered = new(CommunityClass.Urban, 2)
    {
        Blocks = [new TariffBlock(15, 2), new TariffBlock(22, 3), new TariffBlock(null, 6)],
        Household = 4,
        OtherPrice = 4,
    };

    [Fact]
    public void Households_that_use_alike_fill_one_block_after_the_other()
    {
        // 100 people are 25 households; 6,000 m3 a year are 20 a month each: 15 at 2 and 5 at 3 yuan. Others: 1,000 at 4.
        var sales = CommunitySales.Of(Tiered, 6000, 1000, 100);

        Assert.Equal([4500.0, 1500, 0], sales.Blocks.Select(b => Math.Round(b.Billed, 9)));
        Assert.Equal([9000.0, 4500, 0], sales.Blocks.Select(b => Math.Round(b.Revenue, 9)));
        Assert.Equal(new BlockSale(1000, 4000), sales.Other);
        Assert.Equal(17_500, sales.Revenue, 1e-9);
    }

    [Fact]
    public void Households_that_differ_pay_as_the_exponential_distribution_has_it()
    {
        // A spread of 1 makes the gamma distribution exponential: of the mean m, m (e^(-a/m) - e^(-b/m)) lies between a and b.
        var sales = CommunitySales.Of(Tiered with { Spread = 1 }, 6000, 0, 100);
        var (first, second) = (Math.Exp(-15.0 / 20), Math.Exp(-22.0 / 20));

        Assert.Equal(6000 * (1 - first), sales.Blocks[0].Billed, 1e-6);
        Assert.Equal(6000 * (first - second), sales.Blocks[1].Billed, 1e-6);
        Assert.Equal(6000 * second, sales.Blocks[2].Billed, 1e-6);
        Assert.Equal(6000, sales.Billed, 1e-6);
    }

    [Fact]
    public void Little_spread_comes_near_to_none()
    {
        var sales = CommunitySales.Of(Tiered with { Spread = 1e-3 }, 6000, 0, 100);

        Assert.Equal(4500, sales.Blocks[0].Billed, 1);
        Assert.Equal(1500, sales.Blocks[1].Billed, 1);
    }

    [Fact]
    public void Water_of_households_without_people_is_told_in_the_last_block()
    {
        Assert.Equal([0.0, 0, 60], CommunitySales.Of(Tiered, 60, 0, 0).Blocks.Select(b => b.Billed));
        Assert.All(CommunitySales.Of(Tiered, 0, 0, 0).Blocks, b => Assert.Equal(0, b.Revenue));
    }

    [Fact]
    public void A_countys_revenue_is_told_by_class_and_block()
    {
        // By head: 1,000 townspeople are billed 0.94 of 10 L/s, 24.7 m3 a month each; 10 of them at 2, the rest at 5 yuan. Others at 3: 0.94
        // of 6.667 L/s. Villages pay 3 for all: 0.94 of 2.333 L/s, one price being one block.
        var indicators = IndicatorCounty.Of(IndicatorCounty.System with
        {
            Economy = IndicatorCounty.Economy with
            {
                Tariffs =
                [
                    new Tariff(CommunityClass.Urban, 2) { Blocks = [new TariffBlock(10, 2), new TariffBlock(null, 5)], OtherPrice = 3 },
                    new Tariff(CommunityClass.Rural, 3),
                ],
            },
        });
        var finance = indicators.Finance!;
        var (towns, others, villages) = (0.94 * 0.01 * Year, 0.94 * 0.02 / 3 * Year, 0.94 * 0.007 / 3 * Year);
        var urban = (120_000 * 2) + ((towns - 120_000) * 5) + (others * 3);

        Assert.Equal((120_000 * 2) + (villages * 3), finance.Blocks[0].Revenue, 1e-6);
        Assert.Equal((towns - 120_000) * 5, finance.Blocks[1].Revenue, 1e-6);
        Assert.Equal(others * 3, finance.Others.Revenue, 1e-6);
        Assert.Equal(urban, finance.Urban.Revenue, 1e-6);
        Assert.Equal(villages * 3, finance.Rural.Revenue, 1e-6);
        Assert.Equal(urban + (villages * 3), finance.Revenue, 1e-6);
        Assert.Equal((2.0, 3.0), (indicators.Price!.UrbanPrice, indicators.Price.RuralPrice));
        Assert.Equal(urban / (towns + others), indicators.Price.UrbanPaid!.Value, 1e-9);
        Assert.Equal(3, indicators.Price.RuralPaid!.Value, 1e-9);
        Assert.Equal(finance.Revenue, indicators.Price.Communities.Sum(c => c.Revenue), 1e-6);

        var rows = IndicatorTable.Of(indicators).Rows.ToDictionary(r => r.Id, r => r.Value);
        Assert.Equal((towns - 120_000) * 5 / 1e6, rows["finance.revenue_block_2"]!.Value, 1e-12);
        Assert.Null(rows["finance.revenue_block_3"]);
    }
}
