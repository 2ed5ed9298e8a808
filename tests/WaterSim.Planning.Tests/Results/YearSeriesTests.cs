using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Results;

/// <summary>A year's tables read back to be drawn.</summary>
public sealed class YearSeriesTests : IDisposable
{
    // 20 December to 9 February: two months cut off and a whole one between.
    private const int Days = 52;

    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Series_are_what_the_days_held()
    {
        var series = YearSeries.Read(Tables(Days), HandMadeYear.System);

        Assert.Equal((HandMadeYear.From, Days, 1, Days), (series.From, series.Days, series.DaysPerPoint, series.Points));
        for (var k = 0; k < Days; k++)
        {
            var day = HandMadeYear.Day(k);
            Assert.Equal(day.Date, series.DayOf(k));
            Assert.Equal(day.Stage, series.Stage[k]);
            Assert.Equal(double.IsFinite(day.DaysLeft) ? day.DaysLeft : double.NaN, series.DaysLeft[k]);
            Assert.Equal(day.Needed.Sum(), series.Needed[k]);
            Assert.Equal(day.Delivered.Sum(), series.Delivered[k]);
            Assert.Equal(day.Leaked, series.Leaked[k]);
            Assert.Equal(day.Sources[0].After, series.Storage[0][k]);
            Assert.Equal(day.LiveShare[0], series.LiveShare[0][k]);
            Assert.Equal(day.Sources[0].Draw, series.Draw[0][k]);
            Assert.Equal(day.PlantOutput[0], series.Output[0][k]);
            Assert.Equal(day.Transfer, [series.Passed[0][k], series.Passed[1][k]]);
            Assert.Equal(0, series.Short[0][k]);
            Assert.Equal(1 - (1 / (1.0 + k)), series.Short[1][k], 1e-12);
        }
    }

    [Fact]
    public void Months_hold_the_sums_of_their_days()
    {
        var series = YearSeries.Read(Tables(Days), HandMadeYear.System);

        Assert.Equal([(2025, 12, 20), (2026, 1, 1), (2026, 2, 1)], series.Months.Select(m => (m.From.Year, m.From.Month, m.From.Day)));
        Assert.Equal([12, 31, 9], series.Months.Select(m => m.Days));
        var january = series.Months[1];
        var days = HandMadeYear.Days(43, 12).ToList();
        Assert.Equal(days.Sum(d => d.Sources[0].Inflow), january.Inflow, 1e-9);
        Assert.Equal((31 * 3.0, 31 * 2.0, 31 * 1.0), (january.Rain, january.Evaporation, january.Seepage));
        Assert.Equal((31 * 10.0, 31 * 50.0, 31 * 7.0), (january.Release, january.Draw, january.Spill));
        Assert.Equal(days[^1].Sources[0].After, january.Storage);
        Assert.Equal(days.Sum(d => d.Delivered.Sum()), january.Delivered, 1e-9);
        Assert.Equal(31 * 50.0, january.Needed, 1e-9);
    }

    [Fact]
    public void Long_runs_have_points_of_several_days()
    {
        const int days = (2 * YearSeries.MostPoints) + 1;
        var series = YearSeries.Read(Tables(days), HandMadeYear.System);

        Assert.Equal((3, 734), (series.DaysPerPoint, series.Points));
        Assert.Equal(HandMadeYear.From.AddDays(3), series.DayOf(1));

        // The hardest stage, the least days left (the infinite day 5 apart), the last storage, the mean of the rest.
        Assert.Equal(0, series.Stage[1]);
        Assert.Equal(-1, series.Stage[2]);
        Assert.Equal(86.5, series.DaysLeft[1]);
        Assert.Equal(HandMadeYear.Day(5).Sources[0].After, series.Storage[0][1]);
        Assert.Equal(30 + ((20 / 4.0) + (20 / 5.0) + (20 / 6.0)) / 3, series.Delivered[1], 1e-12);

        // The last point is of two days.
        Assert.Equal(50, series.Needed[^1], 1e-12);
        Assert.Equal(47.5, series.Output[0][^1], 1e-12);
    }

    [Fact]
    public void Tables_of_another_county_are_refused()
    {
        var folder = Tables(3);
        var system = HandMadeYear.System;
        var another = system with { Communities = [.. system.Communities.Select(c => c with { Id = c.Id + "x" })] };
        var smaller = system with { Interconnections = [system.Interconnections[0]] };

        Assert.Contains(
            "communities.parquet", Assert.Throws<InvalidDataException>(() => YearSeries.Read(folder, another)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "interconnections.parquet", Assert.Throws<InvalidDataException>(() => YearSeries.Read(folder, smaller)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_table_is_told_by_its_name()
    {
        var folder = Tables(3);
        File.WriteAllText(Path.Combine(folder, "plants.parquet"), "no Parquet");

        Assert.Contains(
            "plants.parquet",
            Assert.Throws<InvalidDataException>(() => YearSeries.Read(folder, HandMadeYear.System)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_is_the_disks_matter()
    {
        var folder = Tables(3);
        File.Delete(Path.Combine(folder, "sources.parquet"));

        Assert.ThrowsAny<IOException>(() => YearSeries.Read(folder, HandMadeYear.System));
    }

    [Fact]
    public void A_county_without_links_has_none_to_read()
    {
        var system = HandMadeYear.System with { Interconnections = [] };
        using var folder = YearFolder.Begin(_place.At("year"), system, HandMadeYear.Identity(2));
        foreach (var day in HandMadeYear.Days(2))
        {
            folder.Add(day with { Transfer = [], Allocation = day.Allocation with { Transfer = [] } }, () => []);
        }

        folder.WriteTables(Directory.CreateDirectory(_place.At("tables")).FullName);

        Assert.Empty(YearSeries.Read(_place.At("tables"), system).Passed);
    }

    private string Tables(int days)
    {
        using var folder = YearFolder.Begin(_place.At("year"), HandMadeYear.System, HandMadeYear.Identity(days));
        foreach (var day in HandMadeYear.Days(days))
        {
            folder.Add(day, () => []);
        }

        var tables = Directory.CreateDirectory(_place.At("tables")).FullName;
        folder.WriteTables(tables);
        return tables;
    }
}
