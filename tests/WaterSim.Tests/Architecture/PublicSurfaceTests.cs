using WaterSim.Model;

namespace WaterSim.Tests.Architecture;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_engine_shows_what_was_approved()
    {
        PublicSurface.Approve(typeof(Network).Assembly);
    }

    [Fact]
    public void A_surface_tells_types_members_nullability_and_defaults()
    {
        var text = PublicSurface.Describe([typeof(Curve), typeof(Network), typeof(LinkStatus), typeof(Link)]);

        Assert.Contains("WaterSim.Model.Curve: sealed record\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "    Curve(string Id, CurveKind Kind, ImmutableArray<CurvePoint> Points, string? Comment = null)\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("    required string Id { get; init; }\n", text, StringComparison.Ordinal);
        Assert.Contains("    Node? FindNode(string id)\n", text, StringComparison.Ordinal);
        Assert.Contains("    Active = 2\n", text, StringComparison.Ordinal);
    }
}
