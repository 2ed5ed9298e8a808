using System.Text;
using System.Text.Json.Nodes;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Tests.Coupling;

/// <summary>A year of Jiahe in which water is allocated and the pipes are not run.</summary>
public sealed class AllocatedYearTests
{
    // Of a day's water, by which its balance may be off by rounding.
    private const double Rounding = 1e-11;

    private static readonly CountyReadResult County = CountySystem.Load(Path.Combine(RepositoryRoot.Path, "networks", "jiahe"));

    [Theory]
    [InlineData("average", false)]
    [InlineData("dry95", true)]
    public void Every_day_closes_and_nobody_is_short_in_an_average_year(string inflow, bool isShort)
    {
        using var run = Start(inflow, 365);

        Assert.Equal(365, run.Days(TestContext.Current.CancellationToken).Count());
        Assert.InRange(run.Summary.LargestDailyError, 0, Rounding);
        Assert.Equal(isShort, run.Summary.PersonDaysShort > 0);
    }

    [Fact]
    public void A_year_that_was_saved_goes_on_to_the_same_bits()
    {
        using var whole = Start("dry95", 250);
        var (half, wholeDays) = (Array.Empty<byte>(), new List<YearDay>());
        foreach (var day in whole.Days(TestContext.Current.CancellationToken))
        {
            wholeDays.Add(day);
            half = whole.DaysDone == 120 ? whole.Save() : half;
        }

        var (resumed, _) = YearRun.Resume(County.System!, County.Network!, Options("dry95", 250), null, half);
        using var rest = resumed;
        foreach (var (day, other) in wholeDays.Skip(120).Zip(rest!.Days(TestContext.Current.CancellationToken)))
        {
            Assert.Equal(day.Allocation.Draw, other.Allocation.Draw);
            Assert.Equal(day.Allocation.Shortage, other.Allocation.Shortage);
            Assert.Equal(day.Allocation.Limits, other.Allocation.Limits);
            Assert.Equal(day.Decisions, other.Decisions);
        }

        Assert.True(rest.IsDone);
        Assert.Equal(Encoding.UTF8.GetString(whole.Save()), Encoding.UTF8.GetString(rest.Save()));
    }

    [Fact]
    public void A_state_whose_last_allocation_is_another_countys_is_refused()
    {
        using var run = Start("average", 2);
        Assert.Single(run.Days(TestContext.Current.CancellationToken).Take(1));
        var state = JsonNode.Parse(run.Save())!;
        state["Before"]!["Draw"]!.AsArray().RemoveAt(0);

        Assert.Throws<FormatException>(() => YearRun.Resume(
            County.System!, County.Network!, Options("average", 2), null, Encoding.UTF8.GetBytes(state.ToJsonString())));
    }

    private static YearOptions Options(string inflow, int days) => new() { Inflow = inflow, Days = days, DailyOnly = true };

    private static YearRun Start(string inflow, int days) =>
        YearRun.Start(County.System!, County.Network!, Options(inflow, days)).Run!;
}
