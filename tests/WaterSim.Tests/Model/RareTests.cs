using WaterSim.Model;

namespace WaterSim.Tests.Model;

/// <summary>What few elements have is kept apart, which nobody should notice.</summary>
public sealed class RareTests
{
    private static readonly Junction Junction = new() { Id = "J", Elevation = 1 };
    private static readonly Pipe Pipe = new() { Id = "P", FromNode = "A", ToNode = "B", Length = 1 };

    [Fact]
    public void Elements_are_equal_where_all_they_have_is()
    {
        Assert.Equal(Junction with { Tag = "t", EmitterCoefficient = 1 }, Junction with { EmitterCoefficient = 1, Tag = "t" });
        Assert.NotEqual(Junction with { Tag = "t" }, Junction with { Tag = "u" });
        Assert.NotEqual(Junction with { RequiredPressure = 20 }, Junction);
        Assert.NotEqual(Pipe with { LeakArea = 1 }, Pipe);
        Assert.Equal(Pipe with { Comment = "c", WallCoefficient = 1 }, Pipe with { WallCoefficient = 1, Comment = "c" });
    }

    [Fact]
    public void What_is_taken_away_again_leaves_nothing()
    {
        Assert.Equal(Junction, Junction with { Tag = "t", Comment = "c", InitialQuality = 1 } with { Tag = null, Comment = null, InitialQuality = 0 });
        Assert.Equal(Pipe, Pipe with { Vertices = [default] } with { Vertices = [] });
        Assert.Equal(Junction.GetHashCode(), (Junction with { Tag = "t" } with { Tag = null }).GetHashCode());
    }

    [Fact]
    public void One_part_is_changed_and_the_others_stay()
    {
        var source = new QualitySource(QualitySourceKind.Mass, 1, null);
        var junction = Junction with
        {
            Tag = "t",
            Comment = "c",
            InitialQuality = 1,
            Source = source,
            MinimumPressure = 2,
            RequiredPressure = 3,
            EmitterCoefficient = 4,
        } with
        { Comment = "d", RequiredPressure = null };
        var pipe = Pipe with { Tag = "t", Vertices = [new MapPoint(1, 2)], LeakArea = 3, LeakExpansion = 4, BulkCoefficient = 5 };

        Assert.Equal(("t", "d", 1, source), (junction.Tag, junction.Comment, junction.InitialQuality, junction.Source));
        Assert.Equal((2.0, null, 4), (junction.MinimumPressure, junction.RequiredPressure, junction.EmitterCoefficient));
        Assert.Equal(("t", new MapPoint(1, 2), 3, 4, 5.0), (pipe.Tag, pipe.Vertices[0], pipe.LeakArea, pipe.LeakExpansion, pipe.BulkCoefficient));
        Assert.Null(pipe.WallCoefficient);
        Assert.Contains("Tag = t", junction.ToString(), StringComparison.Ordinal);
    }
}
