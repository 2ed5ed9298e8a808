using System.Text;
using System.Text.Json;
using WaterSim.Planning.Results;
using WaterSim.Planning.Tests.County;
using WaterSim.Quality;

namespace WaterSim.Planning.Tests.Results;

/// <summary>
/// The quality of <see cref="HandMadeRun"/>: centre A, village B and C. Over the run A draws 16.67 L/s, B 2 and C 0.667: 25 to 3
/// to 1.
/// </summary>
public sealed class CountyQualityTests
{
    private const double Exact = 1e-12;

    // Nodes: A, B, C, J, R, CW, T.
    private static readonly QualityResults Chlorine = Followed(
        QualityAnalysis.Chemical, ["Chlorine"],
        [0.30, 0.06, 0.04, 0, 0, 0, 0.1], [0.35, 0.08, 0.06, 0, 0, 0, 0.2], [0.5, 2.0, 2.1, 9, 0, 0, 0.3]);

    private static readonly QualityResults Age = Followed(
        QualityAnalysis.Age, ["age"],
        [3600, 3600, 3600, 0, 0, 0, 0], [7200, 10800, 21600, 1e9, 0, 0, 0], [9000, 50000, 40000, 1e9, 0, 0, 1e9]);

    private static readonly QualityResults Blend = Followed(
        QualityAnalysis.Blend, ["R", QualityResults.AtStart],
        new double[14], [1, 0, 0.8, 0.2, 0.4, 0.6, 0, 1, 1, 0, 1, 0, 1, 0], new double[14]);

    private static readonly CountyQuality Summary = Of(Chlorine, Age, Blend)!;

    [Fact]
    public void People_count_with_the_least_node_of_their_community()
    {
        var chlorine = Summary.Chlorine!;

        // The village's C has 0.04 of the 0.05 asked for, and 2.1 of the 2 allowed.
        Assert.Equal((1000, 500), (chlorine.PeopleAtOrAbove, chlorine.PeopleAboveMaximum));
        var village = Assert.Single(chlorine.Below);
        Assert.Equal(("Z-V", 0.04, "C", 2.1), (
            village.Community.Id, village.LowestChlorine, village.LowestChlorineNode, village.HighestChlorine));
        Assert.Same(Summary.Communities[1], chlorine.Lowest);
        Assert.Equal(0.30, Assert.Single(chlorine.Plants).Lowest);
    }

    [Theory]
    [InlineData(0.04, 2.1, 1500, 0)]
    [InlineData(0.0401, 2.0999, 1000, 500)]
    public void Just_at_a_limit_is_within_it(double tapMinimum, double maximum, int atOrAbove, int aboveMaximum)
    {
        var system = HandMadeRun.System with
        {
            Chlorine = HandMadeRun.System.Chlorine! with { Limits = new(0.3, tapMinimum, maximum) },
        };

        var chlorine = RunSummary.Of(HandMadeRun.Make(SmallCounty.Network, [], Chlorine), system).CountyQuality!.Chlorine!;

        Assert.Equal((atOrAbove, aboveMaximum), (chlorine.PeopleAtOrAbove, chlorine.PeopleAboveMaximum));
    }

    [Fact]
    public void Ages_and_shares_are_means_by_the_water_drawn()
    {
        var village = Summary.Communities[1];
        Assert.Equal(((3 * 10800) + 21600) / 4.0, village.MeanAge!.Value, 1e-8);
        Assert.Equal((50000, "B"), (village.OldestAge, village.OldestAgeNode));
        Assert.Equal([0.7, 0.3], village.Shares.Select(s => Math.Round(s, 12)));

        var town = Assert.Single(Summary.Towns);
        Assert.Equal(((25 * 7200) + (3 * 10800) + 21600) / 29.0, town.MeanAge!.Value, 1e-8);
        Assert.Equal((0.04, 50000), (town.LowestChlorine, town.OldestAge));
        Assert.Equal((25 + (3 * 0.8) + 0.4) / 29, town.Shares[0], Exact);
        Assert.Equal(1, town.Shares.Sum(), Exact);
    }

    [Fact]
    public void The_oldest_water_is_that_which_people_draw()
    {
        // J and T hold older water, but nobody draws it there.
        Assert.Same(Summary.Communities[1], Summary.Age!.Oldest);
        Assert.Equal(Summary.Towns[0].MeanAge!.Value, Summary.Age.Mean, 1e-8);
    }

    [Fact]
    public void What_was_not_followed_is_absent()
    {
        Assert.Null(Of());
        var age = Of(Age)!;
        Assert.Null(age.Chlorine);
        Assert.Empty(age.Sources);
        Assert.All(age.Communities, c => Assert.Empty(c.Shares));
        Assert.All(age.Communities, c => Assert.Null(c.LowestChlorine));
        Assert.Null(Of(Blend)!.Age);
        Assert.Null(Of(WithoutLastDay()));
        Assert.Null(RunSummary.Of(HandMadeRun.Make(SmallCounty.Network, [], Age)).CountyQuality);
        Assert.Null(RunSummary.Of(
            HandMadeRun.Make(SmallCounty.Network, [], Chlorine), HandMadeRun.System with { Chlorine = null }).CountyQuality);
    }

    [Fact]
    public void The_summarys_json_tells_it_in_the_units_of_its_keys()
    {
        using var stream = new MemoryStream();
        RunSummaryJson.Write(RunSummary.Of(HandMadeRun.Make(SmallCounty.Network, [], Age, Chlorine, Blend), HandMadeRun.System), stream);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        var quality = json.RootElement.GetProperty("county_quality");

        var chlorine = quality.GetProperty("chlorine");
        Assert.Equal(1000, chlorine.GetProperty("people_at_or_above").GetInt32());
        Assert.Equal(500, chlorine.GetProperty("people_above_max").GetInt32());
        Assert.Equal(0.04, chlorine.GetProperty("lowest_gm3").GetDouble());
        Assert.Equal("Z-V", chlorine.GetProperty("below")[0].GetProperty("id").GetString());
        Assert.Equal(50000, quality.GetProperty("age").GetProperty("oldest_s").GetDouble());
        var village = quality.GetProperty("communities")[1];
        Assert.Equal(13500, village.GetProperty("mean_age_s").GetDouble(), 1e-8);
        Assert.Equal(0.7, village.GetProperty("shares").GetProperty("R").GetDouble(), Exact);
        Assert.Equal(0.3, village.GetProperty("shares").GetProperty("(start)").GetDouble(), Exact);
    }

    private static CountyQuality? Of(params QualityResults[] quality) =>
        RunSummary.Of(HandMadeRun.Make(SmallCounty.Network, [], [.. quality]), HandMadeRun.System).CountyQuality;

    private static QualityResults WithoutLastDay()
    {
        var quality = new QualityResults(QualityAnalysis.Age, ["age"]) { Balances = Age.Balances };
        foreach (var _ in HandMadeRun.Results.Times)
        {
            quality.AddNodes(SmallCounty.Network.Nodes.Length);
        }

        return quality;
    }

    private static QualityResults Followed(
        QualityAnalysis analysis, string[] columns, double[] lowest, double[] mean, double[] highest) =>
        new(analysis, [.. columns])
        {
            LastDay = new([.. lowest], [.. mean], [.. highest]),
            Balances =
            [
                .. columns.Select(_ => new QualityBalance
                {
                    Initial = 1, Added = 1, Removed = 1, ReactedInPipes = 0, ReactedAtWalls = 0, ReactedInTanks = 0,
                    Rounding = 0, Final = 1,
                }),
            ],
        };
}
