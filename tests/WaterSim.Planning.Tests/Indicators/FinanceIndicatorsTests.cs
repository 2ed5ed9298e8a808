using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;

namespace WaterSim.Planning.Tests.Indicators;

public sealed class FinanceIndicatorsTests
{
    private const double Year = 365 * 86_400.0;

    [Theory]
    [InlineData(0.05, 10, 0.12950)] // Published tables of the capital recovery factor.
    [InlineData(0.04, 30, 0.05783)]
    [InlineData(0.10, 1, 1.10000)]
    [InlineData(0, 20, 0.05)]
    public void Annual_factors_are_those_of_the_tables(double interest, int life, double factor)
    {
        Assert.Equal(factor, FinanceIndicators.AnnualFactor(interest, life), 5e-6);
    }

    [Fact]
    public void An_investment_is_paid_off_by_its_annual_payments()
    {
        // 1000 at 3 % over 7 years: what is owed grows by interest, falls by each payment, and is nothing at the end.
        var owed = 1000.0;
        for (var year = 0; year < 7; year++)
        {
            owed = (owed * 1.03) - (1000 * FinanceIndicators.AnnualFactor(0.03, 7));
        }

        Assert.Equal(0, owed, 1e-9);
    }

    [Fact]
    public void What_is_no_interest_or_life_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FinanceIndicators.AnnualFactor(-0.01, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => FinanceIndicators.AnnualFactor(double.NaN, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => FinanceIndicators.AnnualFactor(0.05, 0));
    }

    [Fact]
    public void A_years_cost_and_revenue_add_up()
    {
        // Capital 1,000,000 / 10 + 400,000 / 20 = 120,000; upkeep 20,000 + 4,000; plant 0.05 m3/s at 0.06 + 0.04 + 0.08 / 0.8 = 0.2
        // yuan/m3; pumps 1.3 yuan in 3 h, 2,920 times a year. Sold 0.94 of 16.667 L/s at 2 and of 2.333 L/s at 3 yuan/m3.
        var finance = IndicatorCounty.Indicators.Finance!;

        Assert.Equal(1_400_000, finance.Investment);
        Assert.Equal(120_000, finance.Capital, 1e-6);
        Assert.Equal(24_000, finance.Maintenance, 1e-6);
        Assert.Equal(50_000, finance.Fixed);
        Assert.Equal(0.05 * Year * 0.2, finance.Treatment, 1e-6);
        Assert.Equal(1.3 * 2920, finance.Pumping, 1e-6);
        Assert.Equal(0.019 * 0.94 * Year, finance.Billed, 1e-6);
        Assert.Equal(((0.05 / 3 * 2) + (0.007 / 3 * 3)) * 0.94 * Year, finance.Revenue, 1e-6);
        Assert.Equal(24_000 + 50_000 + 315_360 + 3796, finance.Running, 1e-6);
        Assert.Equal((120_000 + 393_156) / (0.019 * 0.94 * Year), finance.UnitCost!.Value, 1e-9);
    }

    [Fact]
    public void Revenue_above_cost_needs_no_subsidy_and_below_what_is_lacking()
    {
        Assert.Equal(0, IndicatorCounty.Indicators.Finance!.Subsidy);

        var free = IndicatorCounty.Of(IndicatorCounty.System with
        {
            Economy = IndicatorCounty.Economy with { Tariffs = [new Tariff(CommunityClass.Urban, 0), new Tariff(CommunityClass.Rural, 0)] },
        }).Finance!;
        Assert.Equal(513_156, free.Subsidy, 1e-6);
        Assert.Equal(393_156, free.RunningSubsidy, 1e-6);
        Assert.Equal(0, free.CostRecovery);
    }

    [Fact]
    public void Without_the_economy_part_nothing_is_said_of_money()
    {
        var indicators = IndicatorCounty.Of(IndicatorCounty.System with { Economy = null });

        Assert.Null(indicators.Finance);
        Assert.Null(indicators.Price);
    }
}
