using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

public sealed class SourceBankTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    [Fact]
    public void A_year_closes_day_by_day_and_as_a_whole()
    {
        var system = Waters.System(Waters.Year("average") with { Variation = 0.4 }, 2, new Spring { Source = "S", Memory = 30, Yield = [new(0.5, 1_000), new(1, 4_000)] });
        system = system with
        {
            Resources = system.Resources! with
            {
                Reservoirs = [.. system.Resources.Reservoirs.Select(r => r with { Seepage = 0.0005, Release = [.. Enumerable.Range(0, 12).Select(m => 4_000.0 * m)] })],
            },
        };
        var bank = new SourceBank(system, InflowSeries.Generate(system, "average", NewYear, 365, 3));
        var start = bank.Save().Sum();
        var (came, went) = (0.0, 0.0);
        for (var d = 0; d < 365; d++)
        {
            foreach (var day in bank.Close([9_000, 12_000, Math.Min(2_000, bank.State(2, true, null).Available)], 1))
            {
                Assert.InRange(Math.Abs(day.Error), 0, 1e-9 * (Math.Abs(day.Before) + day.Inflow + 1));
                came += day.Inflow + day.Rain;
                went += day.Evaporation + day.Seepage + day.Release + day.Draw + day.Spill;
            }
        }

        Assert.Equal(365, bank.Day);
        Assert.Equal(0, (start + came - went - bank.Save().Sum()) / (start + came), 1e-12);
        Assert.Throws<InvalidOperationException>(() => bank.Close([0, 0, 0], 1));
    }

    [Fact]
    public void What_is_live_in_the_morning_may_be_drawn_and_what_is_capped_lasts_its_days()
    {
        var bank = Bank(out _);

        // Half of the live 6 Mm3 between 102 and 108 m.
        Assert.Equal(new SourceState(3e6, 3e6, 6e6, true), bank.State(0, true, null));
        Assert.Equal(new SourceState(5e4, 3e6, 6e6, false), bank.State(0, false, 60));
        Assert.Equal(0.5, bank.LiveShare(0), 1e-12);
        Assert.Equal(105, bank.Level(0), 1e-12);
    }

    [Fact]
    public void Water_below_the_floor_is_not_live()
    {
        var bank = Bank(out _);
        bank.Restore(0, [1.5e6, 0]);

        Assert.Equal((0, 0, 101.5), (bank.State(0, true, null).Available, bank.LiveShare(0), Math.Round(bank.Level(0), 9)));
    }

    [Fact]
    public void A_spring_gives_its_yield_spills_what_is_not_drawn_and_pays_back_what_was_overdrawn()
    {
        var bank = Bank(out _);

        Assert.Equal(4_000, bank.State(1, true, 30).Available, 1e-9);
        Assert.Equal(double.NaN, bank.LiveShare(1));
        var first = bank.Close([0, 1_000], 1)[1];
        Assert.Equal((3_000, 0), (Math.Round(first.Spill, 6), first.After));
        var second = bank.Close([0, 4_500], 1)[1];
        Assert.Equal((0, -500), (second.Spill, Math.Round(second.After, 6)));
        Assert.Equal(3_500, bank.State(1, true, null).Available, 1e-9);
        Assert.Equal(0, second.Error, 1e-9);
    }

    [Fact]
    public void Only_reservoirs_in_use_count_for_the_county()
    {
        var scheme = new ResourceScheme
        {
            Climate = Waters.Climate,
            Reservoirs =
            [
                Waters.Reservoir("R1") with { InitialLive = 0.2 },
                Waters.Reservoir("R2") with { InitialLive = 0.6, NormalLevel = 105 },
                Waters.Reservoir("R3") with { InitialLive = 0.01 },
            ],
            Years = [Waters.Year("average")],
        };
        var system = Waters.System(scheme, SourceDuty.InUse, SourceDuty.InUse, SourceDuty.Standby);
        var bank = new SourceBank(system, InflowSeries.Generate(system, "average", NewYear, 1, 1));

        Assert.Equal(((0.2 * 6) + (0.6 * 3)) / 9, bank.CountyLiveShare, 1e-12);
        Assert.Equal(0.2, bank.LowestLiveShare, 1e-12);
    }

    [Fact]
    public void What_was_saved_goes_on_to_identical_days()
    {
        var whole = Bank(out _);
        for (var d = 0; d < 10; d++)
        {
            whole.Close([5_000, 2_000], 0.5);
        }

        var resumed = Bank(out _);
        resumed.Restore(whole.Day, whole.Save());

        Assert.Equal(whole.Close([5_000, 2_000], 1), resumed.Close([5_000, 2_000], 1));
    }

    [Fact]
    public void The_release_follows_months_and_the_factor()
    {
        var bank = Bank(out _);

        Assert.Equal(1_000, bank.Close([0, 0], 1)[0].Release);
        Assert.Equal(250, bank.Close([0, 0], 0.25)[0].Release);
    }

    [Fact]
    public void Draws_that_are_missing_negative_or_no_number_are_the_callers_mistake()
    {
        var bank = Bank(out var system);

        Assert.Throws<ArgumentException>(() => bank.Close([1], 1));
        Assert.Throws<ArgumentException>(() => bank.Close([-1, 0], 1));
        Assert.Throws<ArgumentException>(() => bank.Close([double.NaN, 0], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => bank.Close([0, 0], -1));
        Assert.Throws<ArgumentException>(() => bank.Restore(0, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => bank.Restore(400, bank.Save()));
        Assert.Throws<ArgumentException>(() => new SourceBank(
            system with { Sources = [system.Sources[0]] }, InflowSeries.Generate(system, "average", NewYear, 1, 1)));
        Assert.Throws<ArgumentException>(() => new SourceBank(
            system with { Resources = null }, InflowSeries.Generate(system, "average", NewYear, 1, 1)));
        Assert.Equal(0, bank.Day);
    }

    private static SourceBank Bank(out CountySystem system)
    {
        system = Waters.System(Waters.Year("average"), 1, new Spring { Source = "S", Memory = 30, Yield = [new(0.5, 1_000), new(1, 4_000)] });
        system = system with
        {
            Resources = system.Resources! with
            {
                Reservoirs = [system.Resources.Reservoirs[0] with { Release = [1_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }],
            },
        };
        return new SourceBank(system, InflowSeries.Generate(system, "average", NewYear, 365, 1));
    }
}
