using WaterSim.Model;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Map;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Plots.Tests;

/// <summary>Scales of maps, colours and axes.</summary>
public class ScalesTests
{
    [Theory]
    [InlineData(7, 5, 2)]
    [InlineData(0.93, 5, 0.2)]
    [InlineData(4200, 5, 1000)]
    [InlineData(1, 10, 0.1)]
    public void Steps_are_round(double span, int most, double step) =>
        Assert.Equal(step, NiceSteps.Step(span, most), 1e-12);

    [Theory]
    [InlineData(170, 100)]
    [InlineData(4.9, 2)]
    [InlineData(0.057, 0.05)]
    [InlineData(0, 1)]
    public void Scale_bars_are_round_and_fit(double room, double length) =>
        Assert.Equal(length, NiceSteps.Floor(room), 1e-12);

    [Fact]
    public void One_node_in_a_hollow_does_not_take_the_colours_from_the_rest()
    {
        var classes = new PressureClasses(Enumerable.Range(0, 200).Select(i => 10 + (i * 0.15)).Append(900));
        Assert.InRange(classes.Limits[^1], 35, 45);
        Assert.Equal(classes.Count - 1, classes.ClassOf(900));
        Assert.Equal(0, classes.ClassOf(-20));
        Assert.True(classes.Limits.Zip(classes.Limits.Skip(1), (a, b) => b > a).All(rises => rises));
    }

    [Fact]
    public void Equal_pressures_have_a_scale() => Assert.NotEmpty(new PressureClasses([20, 20, 20]).Limits);

    [Fact]
    public void Pipe_lengths_tell_the_scale_of_a_drawing()
    {
        // Pipes of the small network are drawn 112 or 180 units long and are 110 m.
        var straight = SmallNetworks.Loop() with
        {
            Nodes = [.. Enumerable.Range(0, 12).Select(i => new Junction { Id = $"J{i}", Position = new MapPoint(360 * i, 0) })],
        };
        Assert.Equal(0.3048, MapScale.Of(straight, null).MetersPerUnit);
    }

    [Fact]
    public void A_schematic_has_no_scale()
    {
        var drawn = SmallNetworks.Loop();
        var schematic = drawn with
        {
            Links = [.. drawn.Links.Select((l, i) => l is Pipe p ? p with { Length = 50 + (40 * i) } : l)],
        };
        Assert.Null(MapScale.Of(schematic, null).MetersPerUnit);
    }

    [Fact]
    public void Degrees_are_narrower_from_east_to_west()
    {
        var network = new Network
        {
            Nodes = [new Junction { Id = "a", Position = new MapPoint(112, 60) }],
            Preserved = [new PreservedSection("BACKDROP", [" UNITS   DEGREES"])],
        };
        Assert.Equal(0.5, MapScale.Of(network, null).Aspect, 1e-9);
    }

    [Fact]
    public void A_week_is_counted_in_hours_from_0()
    {
        var results = SmallNetworks.Day(SmallNetworks.Loop(), times: 169);
        var demand = FigureSet.Draw(results).Figures.Single(f => f.Name == "demand-pattern");
        var words = Images.Words(Images.Svg(demand)).Split('\n');
        Assert.Contains("Time since the start, h", words);
        Assert.Contains("168", words);
        Assert.DoesNotContain("-0", words);
    }

    [Fact]
    public void Symbols_at_one_place_are_moved_apart_and_the_first_stays()
    {
        var spread = Symbols.Spread([new(50, 50), new(50, 50), new(200, 10)]);
        Assert.Equal((50f, 50f), (spread[0].X, spread[0].Y));
        Assert.True(Math.Abs(spread[1].X - 50) > 2 * Symbols.Radius);
        Assert.Equal((200f, 10f), (spread[2].X, spread[2].Y));
    }

    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(19.5, "19:30")]
    [InlineData(24, "24:00")]
    [InlineData(27.25, "03:15")]
    public void Clock_times_read_as_such(double hours, string text) => Assert.Equal(text, TimeAxis.Clock(hours));
}
