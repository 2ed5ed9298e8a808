using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Tests.Coupling;

/// <summary>Jiahe's days by the hour.</summary>
public sealed class HourlyYearTests
{
    // Of what passed in the day, either way.
    private const double Rounding = 1e-9;

    private const int Count = 3;

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "networks", "jiahe");
    private static readonly CountyReadResult County = CountySystem.Load(Folder);

    [Fact]
    public void Twenty_four_hours_add_up_to_their_day()
    {
        foreach (var day in Days(hourly: true))
        {
            var hours = day.Hours!.Value;
            Assert.Equal(24, hours.Length);
            Equal(day.PlantOutput, h => h.PlantOutput);
            Equal(day.Transfer, h => h.Transfer);
            Equal(day.Delivered, h => h.Delivered);
            Equal(day.Delivery!.Required, h => h.Required);

            void Equal(IReadOnlyList<double> whole, Func<DayHour, IReadOnlyList<double>> of)
            {
                Assert.NotEmpty(whole);
                for (var i = 0; i < whole.Count; i++)
                {
                    Assert.Equal(whole[i], hours.Sum(h => of(h)[i]), Rounding * hours.Sum(h => Math.Abs(of(h)[i])));
                }

                // They differ from each other.
                Assert.True(hours.Select(h => of(h).Sum()).Distinct().Count() > 5, "all hours are the same");
            }
        }
    }

    [Fact]
    public void Levels_begin_where_the_day_before_has_left_them_and_pressures_are_no_lower_than_the_days()
    {
        Tank[] tanks = [.. County.Network!.Nodes.OfType<Tank>()];
        var days = Days(hourly: true);
        for (var d = 0; d < days.Length; d++)
        {
            var hours = days[d].Hours!.Value;
            for (var t = 0; t < tanks.Length; t++)
            {
                Assert.All(hours, h => Assert.InRange(h.TankLevel[t], tanks[t].MinimumLevel - 1e-6, tanks[t].MaximumLevel + 1e-6));
                if (d > 0)
                {
                    Assert.Equal(days[d - 1].Delivery!.End.TankHeads[t] - tanks[t].Elevation, hours[0].TankLevel[t], 1e-9);
                }
            }

            Assert.Contains(tanks.Select((_, t) => hours.Max(h => h.TankLevel[t]) - hours.Min(h => h.TankLevel[t])), r => r > 0.1);
            for (var c = 0; c < days[d].Delivered.Length; c++)
            {
                // Steps that begin within an hour may find a lower one.
                Assert.InRange(
                    hours.Min(h => h.LowestPressure[c]) - days[d].Delivery!.LowestPressure[c], -1e-9, double.PositiveInfinity);
                Assert.True(hours.Max(h => h.LowestPressure[c]) < 200, "a pressure is none");
            }
        }
    }

    [Fact]
    public void Nothing_else_depends_on_whether_hours_are_told()
    {
        var (with, without) = (Days(hourly: true), Days(hourly: false));

        for (var d = 0; d < Count; d++)
        {
            Assert.Null(without[d].Hours);
            Assert.Equal(without[d].Delivered, with[d].Delivered);
            Assert.Equal(without[d].Transfer, with[d].Transfer);
            Assert.Equal(without[d].Sources, with[d].Sources);
            Assert.Equal(without[d].Delivery!.End.TankHeads, with[d].Delivery!.End.TankHeads);
        }
    }

    [Fact]
    public void Where_the_pipes_are_not_run_there_are_no_hours()
    {
        using var run = YearRun.Start(
            County.System!, County.Network!, new YearOptions { Days = 1, Hourly = true, DailyOnly = true }, Folder).Run!;

        Assert.Null(Assert.Single(run.Days(TestContext.Current.CancellationToken)).Hours);
    }

    private static YearDay[] Days(bool hourly)
    {
        using var run = YearRun.Start(
            County.System!, County.Network!, new YearOptions { Days = Count, From = new DateOnly(2026, 7, 1), Hourly = hourly }, Folder).Run!;
        return [.. run.Days(TestContext.Current.CancellationToken)];
    }
}
