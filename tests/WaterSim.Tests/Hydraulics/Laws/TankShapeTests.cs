using WaterSim.Hydraulics.Laws;

namespace WaterSim.Tests.Hydraulics.Laws;

public sealed class TankShapeTests
{
    [Fact]
    public void Cylinder_holds_its_area_times_its_level()
    {
        var shape = new TankShape(diameter: 10, minimumLevel: 1, minimumVolume: 0);
        Assert.Equal(Math.PI * 25 * 3.5, shape.Volume(3.5), 1e-9);
        Assert.Equal(3.5, shape.Level(shape.Volume(3.5)), 1e-12);
    }

    [Fact]
    public void Stated_minimum_volume_replaces_the_cylinders()
    {
        var shape = new TankShape(diameter: 10, minimumLevel: 1, minimumVolume: 20);
        Assert.Equal(20 + (Math.PI * 25 * 2), shape.Volume(3), 1e-9);
    }

    [Fact]
    public void Volume_curve_is_straight_between_its_points()
    {
        var shape = new TankShape([0, 2, 5], [0, 100, 700], minimumLevel: 0.5);
        Assert.Equal(25, shape.MinimumVolume, 1e-12);
        Assert.Equal(300, shape.Volume(3), 1e-12);
        Assert.Equal(3, shape.Level(300), 1e-12);
    }
}
