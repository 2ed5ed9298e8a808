using System.Text.RegularExpressions;

namespace WaterSim.Planning.Tests.County;

public sealed partial class DiagnosticsPageTests
{
    [Fact]
    public void Every_code_of_the_county_reader_has_its_row_and_every_row_its_code()
    {
        var root = RepositoryRoot.Path;
        var codes = Directory.EnumerateFiles(Path.Combine(root, "src", "WaterSim.Planning"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Code().Matches(File.ReadAllText(f)))
            .Select(m => m.Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var rows = File.ReadLines(Path.Combine(root, "DIAGNOSTICS.md"))
            .Where(l => l.StartsWith("| WS4", StringComparison.Ordinal))
            .Select(l => l.Substring(2, 6));

        Assert.Equal(codes, rows);
    }

    [GeneratedRegex("WS4[0-9]{3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
