using WaterSim.Cli.Output;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Quality;
using WaterSim.Simulation;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>What the summary says of a county's water quality.</summary>
public sealed class CountyQualityTests
{
    private static readonly CountyReadResult Jiahe = CountySystemReader.Load(RepositoryRoot.Combine("networks", "jiahe"));

    [Theory]
    [InlineData("en", "Panjiang 61, (start) 24, Pantou 15")]
    [InlineData("zh", "盘江 61, (start) 24, 泮头 15")]
    public void Chlorine_age_and_origin_are_told_by_people_and_town(string language, params string[] names)
    {
        var text = Print(language, QualityAnalysis.Age, QualityAnalysis.Blend, QualityAnalysis.Chemical);

        Assert.Contains(" of 435,000 people have at least 0.05 mg/L at all times of the last day", text, StringComparison.Ordinal);
        Assert.Contains("0 people have more than 2 mg/L", text, StringComparison.Ordinal);
        Assert.Contains("leaves the plants, least at W", text, StringComparison.Ordinal);
        Assert.Contains("Water age", text, StringComparison.Ordinal);
        Assert.Contains("Water by town on the last day", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.All(names, name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_followed_is_not_told()
    {
        var text = Print("en", QualityAnalysis.Age);

        Assert.Contains("Oldest, h", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mg/L", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Panjiang 61", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Water age", Print("en"), StringComparison.Ordinal);
    }

    private static string Print(string language, params QualityAnalysis[] analyses)
    {
        var network = Jiahe.System!.WithChlorine(Jiahe.Network!);
        network = network with { Times = network.Times with { Duration = TimeSpan.FromDays(2) } };
        var results = ExtendedPeriod.Run(
            network, new RunOptions { Quality = [.. analyses] }, cancellation: TestContext.Current.CancellationToken);
        using var output = new StringWriter();
        var terminal = new Terminal { Output = output, Error = output };
        new SummaryPrinter(terminal.OutputConsole(), RunSummary.Of(results, Jiahe.System), network, language).Print("");
        return output.ToString();
    }
}
