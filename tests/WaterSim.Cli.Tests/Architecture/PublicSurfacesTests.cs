using System.Reflection;
using WaterSim.Planning.County;
using WaterSim.Plots;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests.Architecture;

public sealed class PublicSurfacesTests
{
    public static TheoryData<Assembly> Libraries => [typeof(CountySystem).Assembly, typeof(Figure).Assembly];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_shows_what_was_approved(Assembly library)
    {
        PublicSurface.Approve(library);
    }

    [Fact]
    public void The_command_line_shows_nothing()
    {
        Assert.Empty(typeof(CommandLineTool).Assembly.GetExportedTypes());
    }
}
