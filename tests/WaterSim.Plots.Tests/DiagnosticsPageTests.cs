using System.Text.RegularExpressions;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Plots.Tests;

public sealed partial class DiagnosticsPageTests
{
    [Fact]
    public void Every_code_of_the_figures_has_its_row_and_every_row_its_code()
    {
        var root = Shared.RepositoryRoot;
        var codes = Directory.EnumerateFiles(Path.Combine(root, "src", "WaterSim.Plots"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Code().Matches(File.ReadAllText(f)))
            .Select(m => m.Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var rows = File.ReadLines(Path.Combine(root, "DIAGNOSTICS.md"))
            .Where(l => l.StartsWith("| WS6", StringComparison.Ordinal))
            .Select(l => l.Substring(2, 6));

        Assert.Equal(codes, rows);
    }

    [GeneratedRegex("WS6[0-9]{3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
