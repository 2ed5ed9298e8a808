using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Tests.Coupling;

/// <summary>Jiahe through days and years: its water balances, goes on where it stopped, and goes short where it should.</summary>
public sealed class YearRunTests
{
    // Of a day's or a year's water, -.
    private const double Balance = 1e-9;

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "networks", "jiahe");
    private static readonly CountyReadResult County = CountySystem.Load(Folder);

    [Fact]
    public void Water_balances_on_every_day_and_storage_gives_what_the_pipes_took()
    {
        using var run = Start(new YearOptions { Days = 10, From = new DateOnly(2026, 2, 10) });
        var system = County.System!;
        var (moved, error) = (0.0, 0.0);
        foreach (var day in run.Days(TestContext.Current.CancellationToken))
        {
            var came = day.Sources.Sum(s => s.Inflow + s.Rain);
            var drawn = day.Sources.Sum(s => s.Draw);
            Assert.InRange(Math.Abs(day.BalanceError), 0, Balance * Math.Max(came, drawn));
            (moved, error) = (moved + Math.Max(came, drawn), error + day.BalanceError);

            // Worked out anew from what the pipes say: intakes are what is left of the draw once its plant has lost its part.
            var delivery = day.Delivery!;
            Assert.True(delivery.IsConverged);
            Assert.Equal(drawn, delivery.Intake.Sum() + day.TreatmentLoss.Sum(), Balance * drawn);
            var tanks = delivery.ZoneStored.Sum() + delivery.Overflow - delivery.Rounding;
            Assert.Equal(
                delivery.Intake.Sum(), delivery.ZoneDelivered.Sum() + delivery.ZoneLeaked.Sum() + tanks, Balance * drawn);
            for (var s = 0; s < system.Sources.Length; s++)
            {
                Assert.InRange(Math.Abs(day.Sources[s].Error), 0, 1e-6);
            }
        }

        Assert.InRange(Math.Abs(error), 0, Balance * moved);
        Assert.InRange(run.Summary.LargestDailyError, 0, Balance);
    }

    [Fact]
    public void Pipes_and_allocation_agree_within_one_percent_or_the_day_says_so()
    {
        using var run = Start(new YearOptions { Days = 21, From = new DateOnly(2026, 2, 1) });
        var days = run.Days(TestContext.Current.CancellationToken).ToArray();
        foreach (var day in days)
        {
            Assert.Equal(day.Disagreement <= 0.01, day.Agrees);
            Assert.Equal(!day.Agrees, day.Decisions.Any(d => d.Rule == "hydraulics"));
            if (day.Agrees)
            {
                var allocated = day.Allocation.Draw.Sum();
                Assert.InRange(day.Sources.Sum(s => s.Draw), 0.99 * allocated, 1.01 * allocated);
            }
        }

        Assert.Equal(days.Count(d => !d.Agrees), run.Summary.Disagreeing.Length);
        Assert.InRange(days.Count(d => !d.Agrees), 0, 1);
    }

    [Fact]
    public void The_days_before_and_after_New_Year_have_full_supply()
    {
        using var run = Start(new YearOptions { Days = 21, From = new DateOnly(2026, 2, 8) });
        foreach (var day in run.Days(TestContext.Current.CancellationToken))
        {
            for (var c = 0; c < day.Needed.Length; c++)
            {
                Assert.InRange(day.Delivered[c] / day.Needed[c], 0.999, 1.001);
            }
        }

        Assert.Equal(0, run.Summary.DaysShort);
    }

    [Theory]
    [InlineData(false, 6)]
    [InlineData(true, 90)]
    public void A_year_goes_on_from_where_it_was_saved_to_the_same_bits(bool dailyOnly, int days)
    {
        var options = new YearOptions { Inflow = "drought2022", From = new DateOnly(2026, 8, 10), Days = days, DailyOnly = dailyOnly };
        using var whole = Start(options);
        var expected = whole.Days(TestContext.Current.CancellationToken).ToArray();
        using var first = Start(options);
        var some = first.Days(TestContext.Current.CancellationToken).Take(days / 2).ToArray();
        var (second, _) = YearRun.Resume(County.System!, County.Network!, options, Folder, first.Save());
        using (second)
        {
            var actual = some.Concat(second!.Days(TestContext.Current.CancellationToken)).ToArray();
            Assert.Equal(days, actual.Length);
            for (var d = 0; d < days; d++)
            {
                Assert.Equal(expected[d].Delivered, actual[d].Delivered);
                Assert.Equal(expected[d].Sources, actual[d].Sources);
                Assert.Equal(expected[d].Transfer, actual[d].Transfer);
                Assert.Equal(expected[d].Stage, actual[d].Stage);
                Assert.Equal(expected[d].Cost, actual[d].Cost);
                Assert.Equal(expected[d].Decisions, actual[d].Decisions);
            }

            Assert.Equal(whole.Summary.Communities, second.Summary.Communities);
            Assert.Equal(whole.Summary.BalanceError, second.Summary.BalanceError);
        }
    }

    [Fact]
    public void The_average_year_has_full_supply_and_dry_ones_have_not()
    {
        var average = Allocated("average");
        Assert.Equal(0, average.PersonDaysShort, 1e-3);
        Assert.Equal(average.Needed, average.Delivered, 1e-6 * average.Needed);
        Assert.InRange(average.Needed / 365, 35_000, 45_000);
        var drought = Allocated("drought2022");
        var dry = Allocated("dry95");
        Assert.True(average.LeastDaysLeft > drought.LeastDaysLeft, "days left");
        Assert.InRange(dry.Delivered / dry.Needed, 0.9, 0.97);
        Assert.InRange(dry.DaysShort, 60, 160);
        Assert.All(dry.Communities, c => Assert.InRange(c.Delivered / c.Needed, 0.5, 1.0000001));
    }

    [Fact]
    public void Without_its_interconnections_the_county_goes_short_of_more()
    {
        var all = County.System!.Interconnections.Select(i => i.Id).ToArray();
        var with = Allocated("dry95");
        var without = Allocated("dry95", all);
        Assert.True(
            without.PersonDaysShort > with.PersonDaysShort, $"{without.PersonDaysShort} without, {with.PersonDaysShort} with");
        Assert.All(without.Forward.Concat(without.Backward), x => Assert.Equal(0, x));
    }

    [Fact]
    public void The_same_seed_gives_the_same_year_and_another_another()
    {
        var first = Allocated("random", seed: 7, days: 60);
        Assert.Equal(first.Sources, Allocated("random", seed: 7, days: 60).Sources);
        Assert.NotEqual(first.Sources, Allocated("random", seed: 8, days: 60).Sources);
    }

    [Fact]
    public void A_year_that_is_not_in_the_file_is_refused_with_those_that_are()
    {
        var (run, found) = YearRun.Start(County.System!, County.Network!, new YearOptions { Inflow = "dry59" }, Folder);
        Assert.Null(run);
        var error = Assert.Single(found, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Contains("dry59", error.Message, StringComparison.Ordinal);
        Assert.Contains("dry95", error.Message + error.Remedy, StringComparison.Ordinal);
    }

    private static YearSummary Allocated(string inflow, string[]? shut = null, long seed = 1, int days = 365)
    {
        using var run = Start(new YearOptions { Inflow = inflow, DailyOnly = true, Shut = [.. shut ?? []], Seed = seed, Days = days });
        foreach (var day in run.Days(TestContext.Current.CancellationToken))
        {
            Assert.InRange(
                Math.Abs(day.BalanceError), 0, Balance * Math.Max(day.Sources.Sum(s => s.Inflow + s.Rain), day.Sources.Sum(s => s.Draw)));
        }

        return run.Summary;
    }

    private static YearRun Start(YearOptions options) =>
        YearRun.Start(County.System!, County.Network!, options, Folder).Run!;
}
