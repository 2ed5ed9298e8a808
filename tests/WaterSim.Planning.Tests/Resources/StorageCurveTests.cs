using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

public sealed class StorageCurveTests
{
    private static readonly StorageCurve Curve = new([new(100, 0, 0), new(104, 20_000, 40_000), new(110, 50_000, 250_000)]);

    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(102, 20_000, 10_000)]
    [InlineData(104, 40_000, 20_000)]
    [InlineData(107, 145_000, 35_000)]
    [InlineData(110, 250_000, 50_000)]
    public void Volume_and_area_are_straight_between_points(double level, double volume, double area)
    {
        Assert.Equal(volume, Curve.Volume(level), 1e-9);
        Assert.Equal(area, Curve.Area(level), 1e-9);
    }

    [Fact]
    public void Level_is_the_inverse_of_volume()
    {
        for (var level = 100.0; level <= 110; level += 0.037)
        {
            Assert.Equal(level, Curve.Level(Curve.Volume(level)), 1e-11);
        }
    }

    [Fact]
    public void Beyond_its_ends_a_curve_stays_level()
    {
        Assert.Equal((0, 250_000), (Curve.Volume(90), Curve.Volume(200)));
        Assert.Equal((100, 110), (Curve.Level(-5), Curve.Level(1e9)));
    }

    private static readonly ImmutableArray<StoragePoint>[] BadCurves =
    [
        default,
        [new(1, 0, 0)],
        [new(1, 0, 5), new(2, 1, 6)],
        [new(1, 0, 0), new(1, 1, 6)],
        [new(1, 0, 0), new(2, 1, 0)],
        [new(1, 2, 0), new(2, 1, 1)],
        [new(1, 2, 0), new(double.NaN, 3, 1)],
    ];

    [Fact]
    public void A_curve_that_does_not_rise_is_the_callers_mistake()
    {
        Assert.All(BadCurves, points => Assert.Throws<ArgumentException>(() => new StorageCurve(points)));
    }
}
