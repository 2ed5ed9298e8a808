using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

public sealed class InflowGeneratorTests
{
    private const double AverageInflow = 1e7 * 0.5 * 1.2;

    [Theory]
    [InlineData(2026)]
    [InlineData(2028)]
    public void Without_variation_every_month_has_exactly_its_total(int year)
    {
        double[] rain = [1, 0.5, 0, 0.1, 1.5, 2, 1, 1, 0, 0.05, 1, 1];
        double[] inflow = [1, 0.5, 0.1, 0.2, 1.5, 2, 1, 1, 0, 0.3, 1, 1];
        var system = Waters.System(Waters.Year("dry") with { RainFactors = [.. rain], InflowFactors = [.. inflow] });

        var days = DateTime.IsLeapYear(year) ? 366 : 365;
        var series = InflowSeries.Generate(system, "dry", new DateOnly(year, 1, 1), days, 7);

        var (monthRain, monthInflow, monthEvaporation) = (new double[12], new double[12], new double[12]);
        for (var d = 0; d < days; d++)
        {
            var month = series.From.AddDays(d).Month - 1;
            monthRain[month] += series.Rain(d);
            monthInflow[month] += series.Inflow(0, d);
            monthEvaporation[month] += series.Evaporation(d);
            Assert.True(series.Rain(d) >= 0 && series.Inflow(0, d) >= 0);
        }

        for (var m = 0; m < 12; m++)
        {
            Assert.Equal(0.1 * rain[m], monthRain[m], 1e-12);
            Assert.Equal(AverageInflow * Waters.Climate.InflowShares[m] * inflow[m], monthInflow[m], 1e-6);
            Assert.Equal(0.05, monthEvaporation[m], 1e-12);
        }
    }

    [Fact]
    public void A_month_without_rain_has_no_wet_day_and_little_rain_falls_on_few_days()
    {
        var year = Waters.Year("dry") with { RainFactors = [0, 0.1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] };
        var wet = new int[12];
        for (var seed = 0; seed < 50; seed++)
        {
            var series = InflowSeries.Generate(Waters.System(year), "dry", new DateOnly(2026, 1, 1), 365, seed);
            for (var d = 0; d < 365; d++)
            {
                wet[series.From.AddDays(d).Month - 1] += series.Rain(d) > 0 ? 1 : 0;
            }
        }

        // 100 mm fall on 11 days of 9 mm on average.
        Assert.Equal(0, wet[0]);
        Assert.InRange(wet[1] / 50.0, 1, 2);
        Assert.InRange(wet[6] / 50.0, 9.5, 12.7);
        Assert.InRange(wet[11] / 50.0, 19, 25);
    }

    [Fact]
    public void The_moments_of_many_years_are_those_asked_for()
    {
        const double Variation = 0.5;
        const double Persistence = 0.4;
        const double Correlation = 0.6;
        const int Months = 12 * 100;
        var year = Waters.Year("random") with { Variation = Variation, Persistence = Persistence, Correlation = Correlation };
        var first = new List<double>();
        var second = new List<double>();
        var (lagged, alone) = (new List<double>(), new List<double>());
        for (var seed = 1; seed <= 40; seed++)
        {
            var made = new MonthDepartures(year, 2, Months, seed);
            for (var m = 0; m < Months; m++)
            {
                first.Add(made[0, m]);
                second.Add(made[1, m]);
                if (m > 0)
                {
                    alone.Add(made[0, m - 1]);
                    lagged.Add(made[0, m]);
                }
            }
        }

        // 48,000 correlated, skewed numbers: four standard errors are 0.015 of the mean, 0.02 to 0.03 of the others.
        Assert.Equal(1, first.Average(), 0.015);
        Assert.Equal(1, second.Average(), 0.015);
        Assert.Equal(Variation, Deviation(first) / first.Average(), 0.02);
        Assert.Equal(Persistence, Correlate(alone, lagged), 0.03);
        Assert.Equal(Correlation, Correlate(first, second), 0.03);
    }

    [Fact]
    public void Fully_correlated_sources_depart_alike_and_uncorrelated_ones_do_not()
    {
        var year = Waters.Year("random") with { Variation = 0.5, Correlation = 1 };
        var alike = new MonthDepartures(year, 2, 24, 1);
        var apart = new MonthDepartures(year with { Correlation = 0 }, 2, 4_000, 1);

        Assert.All(Enumerable.Range(0, 24), m => Assert.Equal(alike[0, m], alike[1, m], 1e-12));
        Assert.Equal(0, Correlate([.. Enumerable.Range(0, 4_000).Select(m => apart[0, m])], [.. Enumerable.Range(0, 4_000).Select(m => apart[1, m])]), 0.07);
    }

    [Fact]
    public void A_seed_gives_one_series_and_another_seed_another()
    {
        var system = Waters.System(Waters.Year("random") with { Variation = 0.3, Persistence = 0.3, Correlation = 0.8 }, 2);

        var numbers = Numbers(Make(1, 365));

        Assert.Equal(numbers, Numbers(Make(1, 365)));
        Assert.NotEqual(numbers, Numbers(Make(2, 365)));
        Assert.NotEqual(numbers, Numbers(Make(-1, 365)));

        InflowSeries Make(long seed, int days) => InflowSeries.Generate(system, "random", new DateOnly(2026, 1, 1), days, seed);
    }

    [Fact]
    public void The_stream_of_a_seed_is_the_same_for_ever()
    {
        var random = new SeededSource(42, SeedUse.RainDays, 24_312);

        // SplitMix64 worked out apart.
        Assert.Equal([0.06456779044631167, 0.5463430533732955, 0.8162358633404254], Enumerable.Range(0, 3).Select(_ => random.NextDouble()));
    }

    [Fact]
    public void A_longer_series_begins_as_a_shorter_one_also_within_months_and_over_leap_years()
    {
        var system = Waters.System(
            Waters.Year("random") with { Variation = 0.3, Persistence = 0.3, Correlation = 0.8 }, 2,
            new Spring { Source = "S", Memory = 90, Yield = [new(0.5, 1_000), new(1.5, 4_000)] });
        var from = new DateOnly(2027, 11, 17);

        var longer = InflowSeries.Generate(system, "random", from, 900, 4);
        var shorter = InflowSeries.Generate(system, "random", from, 100, 4);

        Assert.Equal((from, 900, 3), (longer.From, longer.Days, longer.SourceCount));
        Assert.Equal(Numbers(longer.Cut(from, 100)!), Numbers(shorter));
    }

    [Fact]
    public void A_spring_yields_by_the_last_days_and_begins_as_after_an_average_year()
    {
        var system = Waters.System(
            Waters.Year("half") with { InflowFactors = [.. Enumerable.Repeat(0.5, 12)] }, 1,
            new Spring { Source = "S", Memory = 60, Yield = [new(0.5, 1_000), new(1, 3_000)] });

        var series = InflowSeries.Generate(system, "half", new DateOnly(2026, 1, 1), 365, 1);

        Assert.InRange(series.Inflow(1, 0), 2_600, 3_000);
        Assert.True(series.Inflow(1, 30) < series.Inflow(1, 0));
        Assert.All(Enumerable.Range(59, 300), d => Assert.Equal(1_000, series.Inflow(1, d), 1e-6));
    }

    [Theory]
    [InlineData(0.1, 1_000)]
    [InlineData(0.5, 1_000)]
    [InlineData(0.75, 2_000)]
    [InlineData(1, 3_000)]
    [InlineData(1.5, 3_500)]
    [InlineData(9, 4_000)]
    public void A_yield_is_straight_between_points_and_level_beyond(double wetness, double yield)
    {
        Assert.Equal(yield, SpringYield.At([new YieldPoint(0.5, 1_000), new(1, 3_000), new(2, 4_000)], wetness), 1e-9);
    }

    [Fact]
    public void The_first_and_the_last_days_of_the_calendar_can_be_asked_for()
    {
        var system = Waters.System(Waters.Year("average"));

        Assert.Equal(40, InflowSeries.Generate(system, "average", DateOnly.MinValue, 40, 1).Days);
        Assert.Equal(5, InflowSeries.Generate(system, "average", DateOnly.MaxValue.AddDays(-4), 5, 1).Days);
        Assert.Throws<ArgumentOutOfRangeException>(() => InflowSeries.Generate(system, "average", DateOnly.MaxValue.AddDays(-4), 6, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => InflowSeries.Generate(system, "average", DateOnly.MinValue, 0, 1));
        Assert.Throws<ArgumentException>(() => InflowSeries.Generate(system, "wet", DateOnly.MinValue, 1, 1));
    }

    private static double[] Numbers(InflowSeries series) =>
        [.. Enumerable.Range(0, series.Days).SelectMany(d => Enumerable.Range(0, series.SourceCount).Select(s => series.Inflow(s, d)).Append(series.Rain(d)).Append(series.Evaporation(d)))];

    private static double Deviation(List<double> x)
    {
        var mean = x.Average();
        return Math.Sqrt(x.Sum(v => (v - mean) * (v - mean)) / x.Count);
    }

    private static double Correlate(List<double> x, List<double> y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var (xy, xx, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Count; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }

        return xy / Math.Sqrt(xx * yy);
    }
}
