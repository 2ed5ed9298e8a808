using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>What <c>watersim run</c> says of a county's water quality.</summary>
public sealed class CountyQualityTests : IDisposable
{
    private static readonly string Jiahe = RepositoryRoot.Combine("networks", "jiahe");

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("en", @"Zhuquan .* Panjiang \d+, \(start\) \d+, Pantou \d+")]
    [InlineData("zh", @"珠泉 .* 盘江 \d+, \(start\) \d+, 泮头 \d+")]
    public void Chlorine_age_and_origin_are_told_by_people_and_town(string language, string town)
    {
        var text = Print(language, "age,blend,chlorine");

        Assert.Contains(" of 435,000 people have at least 0.05 mg/L at all times of the last day", text, StringComparison.Ordinal);
        Assert.Contains("0 people have more than 2 mg/L", text, StringComparison.Ordinal);
        Assert.Contains("leaves the plants, least at W", text, StringComparison.Ordinal);
        Assert.Contains("Water age", text, StringComparison.Ordinal);
        Assert.Contains("Water by town on the last day", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').TakeWhile(l => !l.StartsWith("Time", StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, 100));
        Assert.Matches(town, text);
    }

    [Fact]
    public void What_was_not_followed_is_not_told()
    {
        var text = Print("en", "age");

        Assert.Contains("Oldest, h", text, StringComparison.Ordinal);
        Assert.DoesNotContain("people have at least", text, StringComparison.Ordinal);
        Assert.Contains("not followed; --quality chlorine tells", text, StringComparison.Ordinal);
        Assert.DoesNotContain("From, %", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Water age", Print("en", "none"), StringComparison.Ordinal);
    }

    private string Print(string language, string quality)
    {
        var run = Tool.Run(
            "run", Jiahe, "--quality", quality, "--duration", "48h", "--out", _place["out"], "--no-figures", "--strict",
            "--lang", language);
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        return run.Output;
    }
}
