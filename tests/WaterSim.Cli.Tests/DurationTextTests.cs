namespace WaterSim.Cli.Tests;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("24h", 86_400)]
    [InlineData("90min", 5400)]
    [InlineData("90m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("1d12h", 129_600)]
    [InlineData("1d 12h 30min", 131_400)]
    [InlineData("45s", 45)]
    [InlineData("36:00", 129_600)]
    [InlineData("0:05:30", 330)]
    [InlineData("0", 0)]
    [InlineData(" 7 days ", 604_800)]
    public void A_duration_is_read_as_written(string text, int seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("h")]
    [InlineData("-1h")]
    [InlineData("1h1h")]
    [InlineData("30min1h")]
    [InlineData("0.5s")]
    [InlineData("1:60")]
    [InlineData("1:2:3:4")]
    [InlineData(":30")]
    [InlineData("1e3h")]
    [InlineData("3 fortnights")]
    [InlineData("999999999d")]
    [InlineData("1h0")]
    [InlineData("99999999999:00")]
    public void What_is_no_duration_is_refused(string text)
    {
        Assert.False(DurationText.TryParse(text, out _));
    }
}
