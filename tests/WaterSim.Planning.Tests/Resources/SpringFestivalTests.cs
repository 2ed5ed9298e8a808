using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

public sealed class SpringFestivalTests
{
    [Theory]
    [InlineData("2014-01-30")]
    [InlineData("2020-01-24")]
    [InlineData("2022-01-31")]
    [InlineData("2023-01-21")]
    [InlineData("2024-02-09")]
    [InlineData("2025-01-28")]
    [InlineData("2026-02-16")]
    [InlineData("2027-02-05")]
    [InlineData("2034-02-18")]
    public void New_years_eve_is_the_published_day(string day)
    {
        var expected = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, SpringFestival.NewYearsEve(expected.Year));
    }

    [Fact]
    public void Every_known_year_has_its_eve_between_January_20_and_February_20()
    {
        for (var year = SpringFestival.FirstYear; year <= SpringFestival.LastYear; year++)
        {
            Assert.InRange(SpringFestival.NewYearsEve(year).DayOfYear, 20, 51);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => SpringFestival.NewYearsEve(SpringFestival.LastYear + 1));
        Assert.False(SpringFestival.Holds(new DateOnly(2300, 2, 1), 5, 10));
    }
}
