using System.Globalization;
using System.Text.Json;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>The main job: networks/jiahe as the README runs it.</summary>
public sealed class JiaheTests : IDisposable
{
    // What is supplied, delivered and stored closes to far better than a meter could tell.
    private const double LargestBalanceError = 1e-6;

    private static readonly string Jiahe = RepositoryRoot.Combine("networks", "jiahe");

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_day_serves_everybody_and_loses_no_water()
    {
        var run = Tool.Run("run", Jiahe, "--out", _place["out"], "--no-figures", "--strict", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var summary = json.RootElement.GetProperty("summary");
        var service = summary.GetProperty("service");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(435_000, service.GetProperty("people").GetInt32());
        Assert.Equal(435_000, service.GetProperty("people_served").GetInt32());
        Assert.InRange(
            Math.Abs(summary.GetProperty("water_balance").GetProperty("relative_error").GetDouble()),
            0,
            LargestBalanceError);
    }

    [Theory]
    [InlineData("en", "435,000 of 435,000", "Panjiang")]
    [InlineData("zh", "435,000 of 435,000", "盘江")]
    public void The_summary_names_people_and_plants(string language, params string[] told)
    {
        var run = Tool.Run("run", Jiahe, "--out", _place["out"], "--no-figures", "--lang", language);

        Assert.All(told, text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_stand_under_each_other_in_Chinese_too()
    {
        var run = Tool.Run("run", Jiahe, "--out", _place["out"], "--no-figures", "--lang", "zh");

        // Rows of the table of towns all end at the same column; a Chinese character takes two.
        var rows = run.Output.Split('\n').SkipWhile(l => !l.StartsWith("Demand by town", StringComparison.Ordinal))
            .Skip(1).TakeWhile(l => l.Length > 0 && !l.Contains("All towns", StringComparison.Ordinal)).ToList();
        Assert.Equal(11, rows.Count);
        Assert.Single(rows.Select(r => r.TrimEnd().Sum(c => c >= 0x2E80 ? 2 : 1)).Distinct());
    }

    [Theory]
    [InlineData("en", "Drought stages:")]
    [InlineData("zh", "")]
    public void Forty_days_of_allocation_write_all_tables_and_figures(string language, string told)
    {
        var run = Tool.Run("year", Jiahe, "--inflow", "dry95", "--daily-only", "--days", "40", "--out", _place["out"], "--lang", language);

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(
            ["days-left", "shortage", "storage", "supply", "transfers", "water-by-month"],
            _place.Contents("out/figures").Keys.Select(Path.GetFileNameWithoutExtension).Distinct());
        Assert.Equal(12, _place.Contents("out/figures").Count);
        Assert.All(
            ["days", "sources", "plants", "interconnections", "communities", "decisions", "limits"],
            table => Assert.True(File.Exists(_place[$"out/{table}.csv"]) && File.Exists(_place[$"out/{table}.parquet"]), table));
        Assert.Equal(41, File.ReadAllLines(_place["out/days.csv"]).Length);
        Assert.Contains(told, File.ReadAllText(_place["out/figures/storage.svg"]), StringComparison.Ordinal);
        Assert.Contains("figures ", run.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(_place["out/figures/shortage.png"]).Length > 10_000);
    }

    [Fact]
    public void Two_days_by_the_hour_write_tables_that_add_up_to_the_days()
    {
        var run = Tool.Run("year", Jiahe, "--days", "2", "--hourly", "--out", _place["out"], "--no-figures");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(1 + (2 * 24 * 17), File.ReadAllLines(_place["out/hours_tanks.csv"]).Length);
        Assert.True(File.Exists(_place["out/hours_communities.parquet"]));
        Assert.False(File.Exists(_place["out/hours_communities.csv"]));
        var days = Sums("plants", 3);
        Assert.Equal(14, days.Count);
        Assert.Equal(days.Keys, Sums("hours_plants", 2).Keys);

        // The files hold nine digits.
        Assert.All(Sums("hours_plants", 2), h => Assert.Equal(days[h.Key], h.Value, 1e-7 * days[h.Key]));

        // By day and plant.
        SortedDictionary<string, double> Sums(string table, int column)
        {
            var sums = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var cells in File.ReadLines(_place[$"out/{table}.csv"]).Skip(1).Select(l => l.Split(',')))
            {
                var key = cells[0][..10] + " " + cells[1];
                sums[key] = sums.GetValueOrDefault(key) + double.Parse(cells[column], CultureInfo.InvariantCulture);
            }

            return sums;
        }
    }

    [Fact]
    public void A_system_file_is_run_like_its_folder()
    {
        var byFolder = Tool.Run("run", Jiahe, "--out", _place["out"], "--no-figures");
        var byFile = Tool.Run("run", Path.Combine(Jiahe, "system.yaml"), "--out", _place["out"], "--no-figures");

        Assert.Equal(WithoutTimes(byFolder.Output), WithoutTimes(byFile.Output));

        static IEnumerable<string> WithoutTimes(string output) =>
            output.Split('\n').TakeWhile(l => !l.StartsWith("Time", StringComparison.Ordinal));
    }
}
