using WaterSim.Planning.County;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Tests.County;

namespace WaterSim.Planning.Tests.Resources;

public sealed class DroughtLadderTests
{
    private const double Plenty = 1000;

    private static readonly DispatchScheme Dispatch = DispatchCounty.System.Dispatch!;

    [Fact]
    public void A_stage_holds_until_its_own_mark_is_passed()
    {
        var ladder = new DroughtLadder(Dispatch);

        Assert.Equal(-1, ladder.Judge(0.9, 0.5, Plenty));
        Assert.Null(ladder.Change);
        Assert.Equal(0, ladder.Judge(0.9, 0.49, Plenty));
        Assert.Equal("low", ladder.Rule);
        Assert.Contains("49 %, below 50 %", ladder.Change, StringComparison.Ordinal);
        Assert.Equal(0, ladder.Judge(0.9, 0.6, Plenty));
        Assert.Null(ladder.Change);
        Assert.Equal(-1, ladder.Judge(0.9, 0.61, Plenty));
        Assert.Contains("above 60 %", ladder.Change, StringComparison.Ordinal);
    }

    [Fact]
    public void It_climbs_over_several_stages_at_once_and_comes_down_to_where_marks_hold()
    {
        var ladder = new DroughtLadder(Dispatch);

        Assert.Equal(1, ladder.Judge(0.19, 0.1, Plenty));
        Assert.Equal(1, ladder.Judge(0.3, 0.1, Plenty));
        Assert.Equal(0, ladder.Judge(0.31, 0.55, Plenty));
        Assert.Contains("stage 'low' (Low) holds on", ladder.Change, StringComparison.Ordinal);
        ladder.Restore(1);
        Assert.Equal(-1, ladder.Judge(1, 1, double.PositiveInfinity));
    }

    [Fact]
    public void Few_days_left_begin_a_stage_which_ends_at_half_as_many_again()
    {
        var ladder = new DroughtLadder(Dispatch);

        Assert.Equal(1, ladder.Judge(0.8, 0.8, 30));
        Assert.Contains("30 d of supply are left", ladder.Change, StringComparison.Ordinal);
        Assert.Equal(1, ladder.Judge(0.8, 0.8, 44.9));
        Assert.Equal(-1, ladder.Judge(0.8, 0.8, 45.1));
    }

    [Fact]
    public void No_reservoirs_are_no_drought()
    {
        var ladder = new DroughtLadder(Dispatch);

        Assert.Equal(-1, ladder.Judge(double.NaN, double.NaN, double.PositiveInfinity));
        ladder.Restore(1);
        Assert.Equal(-1, ladder.Judge(double.NaN, double.NaN, double.PositiveInfinity));
    }

    [Fact]
    public void Harder_stages_inherit_what_they_say_nothing_of()
    {
        var normal = StageOrders.Of(Dispatch, -1);
        var hard = StageOrders.Of(Dispatch, 1);

        Assert.Equal((0.5, false, false, 1.0, "normal operation"), (normal.BalanceWeight, normal.Standby, normal.OpenLinks, normal.ReleaseFactor, normal.ToText()));
        Assert.Null(normal.CapDays(0));
        Assert.Equal((3, true, true), (hard.BalanceWeight, hard.Standby, hard.OpenLinks));
        Assert.Equal(0.7, hard.RationOf(CommunityClass.Urban, WaterUse.Industry));
        Assert.Equal(0.8, hard.RationOf(CommunityClass.Urban, WaterUse.Domestic));
        Assert.Equal(1, hard.RationOf(CommunityClass.Rural, WaterUse.Domestic));
        Assert.Equal([6, 7, 18], hard.SupplyHours);
        Assert.Equal((120.0, 90.0, null), (hard.CapDays(0.1), hard.CapDays(0.2), hard.CapDays(0.5)));
        Assert.Null(hard.CapDays(double.NaN));
        Assert.Contains("urban domestic gets 80 %", hard.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Timed_supply_delivers_the_same_volume_within_its_hours()
    {
        var hard = StageOrders.Of(Dispatch, 1);

        var timed = hard.Restrict([.. Enumerable.Range(0, 24).Select(h => h == 18 ? 2.0 : 1.0)]);
        var empty = hard.Restrict([.. Enumerable.Range(0, 24).Select(h => h is 6 or 7 or 18 ? 0.0 : 1.0)]);

        Assert.Equal((6.0, 6.0, 12.0, 24.0), (timed[6], timed[7], timed[18], timed.Sum()));
        Assert.Equal((8.0, 24.0), (empty[6], empty.Sum()));
    }
}
