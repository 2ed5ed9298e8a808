using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Inp;

public sealed class ConformanceReadingTests
{
    public static TheoryData<string> Networks => [.. ConformanceData.NetworkNames.DefaultIfEmpty("(absent)")];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Published_networks_are_read_and_bad_ones_refused(string name)
    {
        var result = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp"));

        Assert.Equal(name.StartsWith("bad_", StringComparison.Ordinal), result.HasErrors);
    }

    [Theory]
    [InlineData("bad_syntax", InpCodes.UnknownSection, 330)]
    [InlineData("bad_values", InpCodes.UndefinedNode, 56)]
    [InlineData("bad_times", InpCodes.NotATime, 324)]
    public void Bad_networks_name_the_line_that_is_wrong(string name, string code, int line)
    {
        var result = InpReader.ReadFile(ConformanceData.Require("networks", name + ".inp"));

        var error = Assert.Single(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(code, error.Code);
        Assert.Equal(line, error.Location?.Line);
        Assert.NotNull(error.Remedy);
    }
}
