using WaterSim.IO.Inp;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Inp;

public sealed class RoundTripTests
{
    public static TheoryData<string> Networks =>
        [.. ConformanceData.NetworkNames.Where(n => !n.StartsWith("bad_", StringComparison.Ordinal)).DefaultIfEmpty("(absent)")];

    // Conversion multiplies by one factor: a number whose quotient falls between two numbers moves by half a unit in
    // its last place, 1.1e-16 of it.
    [Theory]
    [MemberData(nameof(Networks))]
    public void Published_networks_written_and_read_again_are_the_same(string name)
    {
        var network = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp")).Network;
        Assert.NotNull(network);

        var text = InpWriter.ToText(network);
        var again = InpFile.Network(text);

        Assert.Null(Structure.Difference(network, again, 1e-14));
        Assert.Equal(text, InpWriter.ToText(again));
    }
}
