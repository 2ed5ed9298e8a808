using WaterSim.Model;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Planning.Tests.Indicators;

namespace WaterSim.Planning.Tests.Comparison;

public sealed class RunComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_run_is_set_against_the_first()
    {
        // Node C has 14, 11 and 15 m: at 12 m the village is served for a third of the time, at 10 m always. The town is served always.
        var comparison = Compare(RunFolders.Day(_folder, "before", RunFolders.County(12)), RunFolders.Day(_folder, "after", RunFolders.County(10)));

        var continuity = comparison.Indicators.Single(i => i.Id == "service.continuity");
        Assert.Equal((1000 + (500 / 3.0)) / 15, continuity.Values[0]!.Value, 1e-9);
        Assert.Equal(100, continuity.Values[1]!.Value, 1e-9);
        Assert.Equal(100 - ((1000 + (500 / 3.0)) / 15), continuity.Difference(1)!.Value, 1e-9);
        Assert.Equal(ComparisonVerdict.Better, continuity.Verdict(1));
        Assert.Equal((null, ComparisonVerdict.None), (continuity.Difference(0), continuity.Verdict(0)));
        Assert.Equal(ComparisonVerdict.Same, comparison.Indicators.Single(i => i.Id == "finance.unit_cost").Verdict(1));
        Assert.Equal(["before", "after"], comparison.Runs.Select(r => r.Name.En));
    }

    [Fact]
    public void Communities_that_changed_most_are_told_with_their_people()
    {
        var comparison = Compare(RunFolders.Day(_folder, "before", RunFolders.County(10)), RunFolders.Day(_folder, "after", RunFolders.County(12)));
        var hours = comparison.Measures.Select(m => m.Id).ToList().IndexOf("service_hours");

        var changed = Assert.Single(comparison.ChangedMost(hours, 1));
        Assert.Equal(IndicatorCounty.System.Communities[1].Id, changed.Community.Id);
        Assert.Equal(-16, changed.Change, 1e-9);
        Assert.Equal(ComparisonVerdict.Worse, changed.Verdict);
        Assert.Equal((0, 500), (comparison.People(hours, 1, ComparisonVerdict.Better), comparison.People(hours, 1, ComparisonVerdict.Worse)));
        Assert.Empty(comparison.ChangedMost(hours + 1, 1));
    }

    [Theory]
    [InlineData(0.04, IndicatorDirection.Higher, ComparisonVerdict.Same)]
    [InlineData(0.06, IndicatorDirection.Higher, ComparisonVerdict.Better)]
    [InlineData(-0.06, IndicatorDirection.Higher, ComparisonVerdict.Worse)]
    [InlineData(0.06, IndicatorDirection.Lower, ComparisonVerdict.Worse)]
    [InlineData(-0.06, IndicatorDirection.Lower, ComparisonVerdict.Better)]
    [InlineData(-0.06, IndicatorDirection.None, ComparisonVerdict.None)]
    public void A_difference_that_is_not_shown_is_none(double change, IndicatorDirection better, ComparisonVerdict verdict)
    {
        Assert.Equal(verdict, new ComparedIndicator("a.b", "a", "B", "%", better, 1, [10, 10 + change]).Verdict(1));
    }

    [Fact]
    public void What_only_one_run_tells_is_not_judged()
    {
        var indicator = new ComparedIndicator("a.b", "a", "B", "%", IndicatorDirection.Higher, 1, [null, 10]);

        Assert.Equal((null, ComparisonVerdict.None), (indicator.Difference(1), indicator.Verdict(1)));
    }

    [Fact]
    public void Years_are_compared_by_their_own_figures()
    {
        var comparison = Compare(RunFolders.Year(_folder, "average", 100, 50, 0), RunFolders.Year(_folder, "dry", 95, 40, 4));

        Assert.Equal(ComparisonKind.Year, comparison.Kind);
        var delivered = comparison.Indicators.Single(i => i.Id == "year.supply.delivered_share");
        Assert.Equal((100, 90.0), (delivered.Values[0], Math.Round(delivered.Values[1]!.Value, 9)));
        Assert.Equal(2000, comparison.Indicators.Single(i => i.Id == "year.shortage.person_days").Difference(1));
        Assert.Equal(500, comparison.Indicators.Single(i => i.Id == "year.shortage.people_ever").Values[1]);
        Assert.Equal(1, comparison.Indicators.Single(i => i.Id == "year.cost.energy").Values[0]);
        Assert.Equal(ComparisonVerdict.Same, comparison.Indicators.Single(i => i.Id == "year.cost.total").Verdict(1));
        var changed = Assert.Single(comparison.ChangedMost(0, 1));
        Assert.Equal((4, ComparisonVerdict.Worse), (changed.Change, changed.Verdict));
    }

    [Fact]
    public void A_day_and_a_year_have_nothing_to_compare()
    {
        var refusal = Refused(RunFolders.Day(_folder, "day", RunFolders.County()), RunFolders.Year(_folder, "year", 100, 50, 0));

        Assert.Equal("WS4120", refusal.Code);
        Assert.Contains("'" + _folder.At("day") + "' is a run of a day", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_of_different_networks_are_refused_with_the_reason()
    {
        var one = RunFolders.Day(_folder, "one", RunFolders.County());
        var name = Refused(one, RunFolders.Day(_folder, "name", RunFolders.County() with { Name = new LocalizedName("Elsewhere") }));
        var places = RunFolders.County();
        var communities = Refused(one, RunFolders.Day(_folder, "places", places with
        {
            Communities = [places.Communities[0] with { Id = "OTHER" }, places.Communities[1]],
        }));

        Assert.Equal(("WS4122", "WS4122"), (name.Code, communities.Code));
        Assert.Contains("the other of Elsewhere", name.Message, StringComparison.Ordinal);
        Assert.Contains($"'{places.Communities[0].Id}'", communities.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_village_that_one_run_lacks_has_no_value_there()
    {
        var system = RunFolders.County();
        var comparison = Compare(
            RunFolders.Day(_folder, "without", system with { Communities = [system.Communities[0]] }), RunFolders.Day(_folder, "with", system));

        Assert.Equal(2, comparison.Communities.Length);
        Assert.Null(comparison.Communities[1].Values[0][0]);
        Assert.Equal(8, comparison.Communities[1].Values[0][1]!.Value, 1e-9);
        Assert.Null(comparison.Communities[1].Difference(0, 1));
    }

    [Fact]
    public void Files_that_are_missing_or_altered_are_named()
    {
        var one = RunFolders.Day(_folder, "one", RunFolders.County());
        var other = RunFolders.Day(_folder, "other", RunFolders.County());
        File.Delete(Path.Combine(other, "steps.csv"));
        File.AppendAllText(Path.Combine(other, "summary.json"), " ");
        var (comparison, found) = RunComparison.Of([one, other]);

        Assert.Null(comparison);
        Assert.Equal(["WS4112", "WS4113"], found.Select(d => d.Code).Order(StringComparer.Ordinal));
        Assert.Contains(found, d => d.Message.Contains("'steps.csv'", StringComparison.Ordinal));
        Assert.Contains(found, d => d.Message.Contains("'summary.json'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_is_not_compared_with_itself()
    {
        var one = RunFolders.Day(_folder, "one", RunFolders.County());

        Assert.Equal("WS4124", Refused(one, one + Path.DirectorySeparatorChar).Code);
    }

    [Fact]
    public void Runs_of_one_name_are_told_apart_by_their_folders()
    {
        var comparison = Compare(
            RunFolders.Day(_folder, "one", RunFolders.County(), "Same"), RunFolders.Day(_folder, "other", RunFolders.County(), "Same"));

        Assert.Equal([$"Same ({_folder.At("one")})", $"Same ({_folder.At("other")})"], comparison.Runs.Select(r => r.Name.En));
    }

    [Fact]
    public void Two_to_eight_runs_are_compared()
    {
        Assert.Throws<ArgumentException>(() => RunComparison.Of(["a"]));
        Assert.Throws<ArgumentException>(() => RunComparison.Of(["a", "b", "c", "d", "e", "f", "g", "h", "i"]));
    }

    private static RunComparison Compare(params string[] folders)
    {
        var (comparison, found) = RunComparison.Of(folders);
        Assert.DoesNotContain(found, d => d.Severity == DiagnosticSeverity.Error);
        return comparison!;
    }

    private static Diagnostic Refused(params string[] folders)
    {
        var (comparison, found) = RunComparison.Of(folders);
        Assert.Null(comparison);
        return Assert.Single(found);
    }
}
