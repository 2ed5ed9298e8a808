using System.Collections.Immutable;
using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.Results;
using WaterSim.Quality;

namespace WaterSim.Planning.Tests.Results;

public sealed class QualitySummaryTests
{
    [Fact]
    public void The_mean_weighs_each_junction_by_what_it_draws()
    {
        var results = QualityRuns.OfTwoSources;
        var summary = RunSummary.Of(results).Quality;

        // A draws 10 L/s, B 5 L/s, C nothing.
        Assert.Equal(results.Quality.Select(q => q.Analysis), summary.Select(q => q.Analysis));
        for (var a = 0; a < summary.Length; a++)
        {
            var (day, width) = (results.Quality[a].LastDay, summary[a].Columns.Length);
            for (var c = 0; c < width; c++)
            {
                Assert.Equal(((10 * day.Mean[c]) + (5 * day.Mean[width + c])) / 15, summary[a].Columns[c].Drawn!.Value, 1e-9 * day.Mean.Max());
            }
        }
    }

    [Fact]
    public void The_oldest_water_is_that_of_a_junction_that_draws_some()
    {
        var results = QualityRuns.OfTwoSources;
        var age = RunSummary.Of(results).Quality[0].Columns[0];
        var highest = results.Quality[0].LastDay.Highest;

        // Behind C, which draws nothing, water stands and grows older.
        Assert.True(highest[2] > highest[1]);
        Assert.Equal(Math.Max(highest[0], highest[1]), age.Highest);
        Assert.Equal(highest[0] > highest[1] ? "A" : "B", age.HighestNode);
        Assert.Equal(Math.Min(results.Quality[0].LastDay.Lowest[0], results.Quality[0].LastDay.Lowest[1]), age.Lowest);
    }

    [Fact]
    public void Shares_of_what_is_drawn_add_up_to_one()
    {
        Assert.Equal(1, RunSummary.Of(QualityRuns.OfTwoSources).Quality[2].Columns.Sum(c => c.Drawn!.Value), 1e-9);
    }

    [Fact]
    public void A_steady_state_tells_what_holds_at_its_time()
    {
        var network = QualityRuns.TwoSources with { Times = new TimeOptions() };
        var quality = RunSummary.Of(QualityRuns.Run(network, QualityAnalysis.Age)).Quality[0].Columns[0];

        Assert.Equal((0, 0), (quality.Drawn, quality.Highest));
    }

    [Fact]
    public void Where_nothing_is_drawn_there_is_nothing_to_tell()
    {
        var network = QualityRuns.TwoSources;
        network = network with { Nodes = [.. network.Nodes.Select(n => n is Junction j ? j with { Demands = [] } : n)] };
        var quality = RunSummary.Of(QualityRuns.Run(network, QualityAnalysis.Age)).Quality[0].Columns[0];

        Assert.Equal((null, null, null), (quality.Drawn, quality.Lowest, quality.HighestNode));
    }

    [Fact]
    public void A_balance_that_does_not_close_is_a_warning_with_a_remedy()
    {
        var lost = Summary(final: 0.999998);
        var sound = Summary(final: 0.9999995);

        var warning = Assert.Single(QualitySummaryBuilder.Warnings([sound, lost]));
        Assert.Equal(("WS3106", DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        Assert.Contains("0.999998", warning.Message, StringComparison.Ordinal);
        Assert.NotNull(warning.Remedy);
        Assert.Empty(RunSummary.Of(QualityRuns.OfTwoSources).Warnings);
    }

    [Fact]
    public void Json_has_the_unit_in_each_key()
    {
        using var stream = new MemoryStream();
        RunSummaryJson.Write(RunSummary.Of(QualityRuns.OfTwoSources), stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        var quality = json.RootElement.GetProperty("quality").EnumerateArray().ToList();

        Assert.Equal(["age", "trace:S", "blend", "chemical"], quality.Select(q => q.GetProperty("analysis").GetString()));
        Assert.Equal(36, quality[0].GetProperty("tolerance_s").GetDouble());
        Assert.Equal(1e-4, quality[1].GetProperty("tolerance").GetDouble());
        Assert.Equal(0.01, quality[3].GetProperty("tolerance_gm3").GetDouble());
        Assert.Equal(
            ["name", "drawn_gm3", "min_gm3", "min_node", "max_gm3", "max_node", "balance"],
            quality[3].GetProperty("columns")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["m3 s", "m3", "m3", "g"],
            quality.Select(q => q.GetProperty("columns")[0].GetProperty("balance").GetProperty("unit").GetString()));
    }

    private static QualitySummary Summary(double final) => new()
    {
        Analysis = QualityAnalysis.Age,
        Tolerance = 36,
        Columns =
        [
            new QualityColumn
            {
                Name = "age",
                Balance = new QualityBalance
                {
                    Initial = 1,
                    Added = 0,
                    Removed = 0,
                    ReactedInPipes = 0,
                    ReactedAtWalls = 0,
                    ReactedInTanks = 0,
                    Rounding = 0,
                    Final = final,
                },
            },
        ],
    };
}
