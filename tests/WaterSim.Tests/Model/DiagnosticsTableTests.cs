using System.Reflection;
using System.Text.RegularExpressions;
using WaterSim.IO.Epanet;
using WaterSim.IO.Inp;
using WaterSim.IO.Json;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.Model;

public sealed partial class DiagnosticsTableTests
{
    [Theory]
    [InlineData(typeof(InpCodes), "WS1")]
    [InlineData(typeof(NetworkCodes), "WS2")]
    [InlineData(typeof(EpanetCodes), "WS7")]
    [InlineData(typeof(JsonCodes), "WS8")]
    public void The_table_lists_every_code_and_no_other(Type codes, string prefix)
    {
        var inCode = codes.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetRawConstantValue()!).ToList();
        var inTable = Row().Matches(File.ReadAllText(Repository.File("DIAGNOSTICS.md")))
            .Select(m => m.Groups["code"].Value).Where(c => c.StartsWith(prefix, StringComparison.Ordinal)).ToList();

        Assert.Distinct(inCode);
        Assert.Equal(inCode.Order(StringComparer.Ordinal), inTable);
    }

    [GeneratedRegex(@"^\| (?<code>WS\d{4}) \| [a-z, ]+ \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
