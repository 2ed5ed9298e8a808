using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>Jiahe's water at its average draws: that the years do what networks/jiahe/README.md says of them.</summary>
public sealed class JiaheSourcesTests
{
    // What plants give on the average day (README, hydraulic check), m3/d, with 5 % lost in treatment, by source; standby rests.
    private static readonly double[] Outputs = [14_239, 9_359, 4_623, 4_847, 6_642, 2_767, 2_517, 0, 0, 0];

    private static readonly double[] Months = [0.98, 1.10, 0.94, 0.94, 0.98, 1.02, 1.10, 1.12, 1.05, 0.97, 0.92, 0.92];

    private static readonly CountySystem System =
        CountySystemReader.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe")).System!;

    [Fact]
    public void Volumes_and_catchments_are_those_of_the_inventory()
    {
        var found = System.Resources!.Reservoirs.Select(r =>
        {
            var curve = new StorageCurve(r.Curve);
            var total = curve.Volume(r.NormalLevel);
            return (r.Source, total / 1e6, Math.Round((total - curve.Volume(r.FloorLevel)) / 1e6, 6), r.Catchment / 1e6);
        });

        Assert.Equal(
            [
                ("R-PJ", 12, 9.6, 20), ("R-PT", 8.5, 6.8, 14), ("R-JS", 3.2, 2.6, 6), ("R-ZS", 2.8, 2.2, 5), ("R-GAO", 4, 3.2, 7),
                ("R-JL", 2, 1.6, 4), ("R-QJ", 6, 4.8, 10), ("R-SK", 1.8, 1.4, 3.5), ("R-GZ", 1.5, 1.2, 3),
            ],
            found);
    }

    [Fact]
    public void Catchments_in_use_bring_43_7_million_m3_in_an_average_year()
    {
        var series = Series("average");
        var sum = Enumerable.Range(0, 6).Sum(k => Enumerable.Range(0, 365).Sum(d => series.Inflow(k, d)));

        Assert.Equal(43.736e6, sum, 1e3);
        Assert.All(Enumerable.Range(0, 365), d => Assert.Equal(9_000, series.Inflow(6, d), 1e-6));
    }

    [Fact]
    public void An_average_year_has_full_supply_and_ends_about_as_full_as_it_began()
    {
        var run = Run("average");

        Assert.Equal(0, run.ShortDays.Sum());
        Assert.All(Enumerable.Range(0, 10).Where(i => i != 6), i => Assert.Equal(System.Resources!.Reservoirs[i > 6 ? i - 1 : i].InitialLive, run.End[i], 0.05));
    }

    [Fact]
    public void A_drought_like_that_of_2022_leaves_the_medium_reservoir_half_and_the_small_ones_a_quarter()
    {
        var run = Run("drought2022");

        // Found for Hunan in mid-October 2022: medium 48 %, small 26 % of storable volume. Panjiang alone is of medium size.
        Assert.Equal(0.48, run.MidOctober[0], 0.02);
        Assert.Equal(0.26, SmallShare(run.MidOctober), 0.02);
        var dry = LongestDrySpell(Series("drought2022"));
        Assert.InRange(dry, 40, 80);
    }

    [Fact]
    public void Droughts_order_as_they_are_named()
    {
        var (average, wet, dry95, of2014, of2022) = (Run("average"), Run("wet"), Run("dry95"), Run("drought2014"), Run("drought2022"));

        Assert.True(SmallShare(wet.MidOctober) > SmallShare(average.MidOctober));
        Assert.True(SmallShare(average.MidOctober) > SmallShare(of2014.MidOctober));
        Assert.True(SmallShare(of2014.MidOctober) > SmallShare(of2022.MidOctober));
        Assert.True(SmallShare(of2022.MidOctober) > SmallShare(dry95.MidOctober));
        Assert.True(dry95.ShortDays.Sum() > 0);
    }

    private static double SmallShare(double[] shares)
    {
        double[] live = [6.8, 2.6, 2.2, 3.2, 1.6];
        return Enumerable.Range(0, 5).Sum(i => shares[i + 1] * live[i]) / live.Sum();
    }

    private static int LongestDrySpell(InflowSeries series)
    {
        var (longest, now) = (0, 0);
        for (var d = 0; d < series.Days; d++)
        {
            now = series.Rain(d) > 0 ? 0 : now + 1;
            longest = Math.Max(longest, now);
        }

        return longest;
    }

    private static InflowSeries Series(string year) => InflowSeries.Generate(System, year, new DateOnly(2026, 1, 1), 365, 1);

    private static (int[] ShortDays, double[] MidOctober, double[] End) Run(string year)
    {
        var bank = new SourceBank(System, Series(year));
        var shortDays = new int[10];
        double[] middle = [];
        var draws = new double[10];
        for (var d = 0; d < 365; d++)
        {
            var date = new DateOnly(2026, 1, 1).AddDays(d);
            for (var k = 0; k < 10; k++)
            {
                var wanted = Outputs[k] * 1.05 * Months[date.Month - 1];
                draws[k] = Math.Min(wanted, bank.State(k, true, null).Available);
                shortDays[k] += draws[k] < wanted ? 1 : 0;
            }

            bank.Close(draws, 1);
            if (date is { Month: 10, Day: 15 })
            {
                middle = [.. Enumerable.Range(0, 10).Select(bank.LiveShare)];
            }
        }

        return (shortDays, middle, [.. Enumerable.Range(0, 10).Select(bank.LiveShare)]);
    }
}
