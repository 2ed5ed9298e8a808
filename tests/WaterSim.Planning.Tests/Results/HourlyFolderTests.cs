using System.Collections.Immutable;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;
using WaterSim.Planning.Tests.County;

namespace WaterSim.Planning.Tests.Results;

/// <summary>The tables by the hour in the folder of a year.</summary>
public sealed class HourlyFolderTests : IDisposable
{
    // 20 December to 9 February.
    private const int Days = 52;

    private const int Tanks = 2;
    private const int Communities = 2;

    private readonly TemporaryFolder _place = new();

    private string Target => _place.At("year");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Each_hour_of_each_day_is_a_row_with_each_element()
    {
        var folder = Finish(Add(Begin(), Days));

        var tanks = await YearTable.Read(Path.Combine(folder, "hours_tanks.parquet"));
        Assert.Equal(3, tanks.Groups);
        Assert.Equal(Days * 24 * Tanks, tanks["time"].Length);
        Assert.Equal(("2025-12-20T00:00", "CW", 1.0), Row(tanks, 0, "tank", "level_m"));
        Assert.Equal(("2025-12-20T00:00", "T", 2.0), Row(tanks, 1, "tank", "level_m"));
        Assert.Equal(("2026-01-31T23:00", "T", 2 + (42 / 64.0) + 23), Row(tanks, (((42 * 24) + 23) * Tanks) + 1, "tank", "level_m"));

        var communities = await YearTable.Read(Path.Combine(folder, "hours_communities.parquet"));
        var row = (((51 * 24) + 7) * Communities) + 1;
        Assert.Equal(("2026-02-09T07:00", "Z-V", 5.0), Row(communities, row, "community", "required_m3"));
        Assert.Equal(4.5, communities["delivered_m3"].GetValue(row));
        Assert.Equal(12.0 + 7, communities["lowest_pressure_m"].GetValue(row));
        Assert.Equal(
            "time,plant,output_m3\n2025-12-20T00:00,W,0\n2025-12-20T01:00,W,0.5\n",
            string.Join('\n', File.ReadLines(Path.Combine(folder, "hours_plants.csv")).Take(3)) + "\n");
        Assert.Equal(
            "2026-02-09T23:00,'=1+1,-23", File.ReadLines(Path.Combine(folder, "hours_interconnections.csv")).Last());
        Assert.False(File.Exists(Path.Combine(folder, "hours_communities.csv")));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(5, 6, 30)]
    public void A_run_that_was_stopped_and_gone_on_with_ends_with_the_same_bytes(params int[] stops)
    {
        var whole = Contents(Finish(Add(Begin(), Days)));
        Assert.Equal(21, whole.Count);
        var at = 0;
        foreach (var stop in stops)
        {
            using var part = at == 0 ? Begin() : Resume();
            Add(part, stop, at);
            part.Keep(() => HandMadeYear.Saved(stop));
            at = stop;
        }

        Assert.Equal(whole, Contents(Finish(Add(Resume(), Days, at))));
    }

    [Fact]
    public void Going_on_with_and_without_hours_are_not_the_same()
    {
        Stop(Begin());
        Refused("it has hourly tables", () => YearFolder.Resume(Target, HandMadeYear.System, HandMadeYear.Identity(Days)));
        Directory.Delete(Target + YearFolder.Suffix, recursive: true);

        Stop(YearFolder.Begin(Target, HandMadeYear.System, HandMadeYear.Identity(Days)));
        Refused("it has no hourly tables", Resume);

        void Stop(YearFolder folder)
        {
            using (Add(folder, 20))
            {
                folder.Keep(() => HandMadeYear.Saved(20));
            }
        }

        static void Refused(string why, Func<YearFolder> resume)
        {
            var e = Assert.Throws<RunFolderException>(() => resume());
            Assert.Equal("WS4104", e.Diagnostic.Code);
            Assert.Contains(why, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_run_by_days_begun_over_one_by_hours_leaves_none_of_its_files()
    {
        // It has kept no day.
        Begin().Dispose();
        Assert.True(File.Exists(Path.Combine(Target + YearFolder.Suffix, "hours_tanks.csv")));

        using var folder = YearFolder.Begin(Target, HandMadeYear.System, HandMadeYear.Identity(Days));

        Assert.Empty(Directory.GetFiles(Target + YearFolder.Suffix, "hours_*"));
    }

    [Fact]
    public void A_day_without_hours_is_the_callers_mistake()
    {
        using var folder = Begin();

        Assert.Throws<ArgumentException>(() => folder.Add(HandMadeYear.Day(0), () => []));
    }

    private static (object? Time, object? Element, object? Value) Row(YearTable table, int row, string element, string value) =>
        (table["time"].GetValue(row), table[element].GetValue(row), table[value].GetValue(row));

    private YearFolder Begin() =>
        YearFolder.Begin(Target, HandMadeYear.System, HandMadeYear.Identity(Days), SmallCounty.Network);

    private YearFolder Resume() =>
        YearFolder.Resume(Target, HandMadeYear.System, HandMadeYear.Identity(Days), SmallCounty.Network);

    private static YearFolder Add(YearFolder folder, int to, int from = 0)
    {
        for (var k = from; k < to; k++)
        {
            var done = k + 1;
            folder.Add(Hourly(k), () => HandMadeYear.Saved(done));
        }

        return folder;
    }

    private static YearDay Hourly(int k) => HandMadeYear.Day(k) with
    {
        Delivery = HandMadeYear.Day(0).Delivery! with
        {
            Hours = [.. Enumerable.Range(0, 24).Select(h => new DayHour
            {
                PlantOutput = [h / 2.0],
                Transfer = [h, -h],
                TankLevel = [1 + h, 2 + (k / 64.0) + h],
                Required = [10, 5],
                Delivered = [10, 4.5],
                LowestPressure = [20, 12 + h],
            })],
        },
    };

    private string Finish(YearFolder folder)
    {
        var whole = Directory.CreateDirectory(_place.At("whole-" + Guid.NewGuid().ToString("N"))).FullName;
        using (folder)
        {
            folder.WriteTables(whole);
            folder.Remove();
            Assert.Null(folder.LeftBehind);
        }

        Assert.False(Directory.Exists(Target + YearFolder.Suffix));
        return whole;
    }

    private static ImmutableSortedDictionary<string, string> Contents(string folder) =>
        Directory.EnumerateFiles(folder).ToImmutableSortedDictionary(
            f => Path.GetFileName(f), f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal);
}
