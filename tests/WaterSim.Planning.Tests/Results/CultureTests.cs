using System.Globalization;
using System.Security.Cryptography;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Results;

/// <summary>Alone, for the culture of the process is every test's.</summary>
[Collection(nameof(CultureTests))]
[CollectionDefinition(nameof(CultureTests), DisableParallelization = true)]
public sealed class CultureTests
{
    [Fact]
    public void What_is_written_depends_neither_on_culture_nor_on_the_order_of_threads()
    {
        var before = CultureInfo.CurrentCulture;
        string[] hashes = [.. Enumerable.Range(0, 3).Select(i =>
        {
            // A culture with a decimal comma; cultures are invariant in this build, so it is made by hand.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = i == 1 ? "," : ".";
            culture.NumberFormat.NegativeSign = i == 1 ? "~" : "-";
            CultureInfo.CurrentCulture = culture;
            CultureInfo.DefaultThreadCurrentCulture = culture;
            using var folder = new TemporaryFolder();
            var summary = RunSummary.Of(HandMadeRun.Results, HandMadeRun.System);
            RunTables.Write(folder.Path, HandMadeRun.Results, summary, cancellation: TestContext.Current.CancellationToken);
            using (var json = File.Create(folder.At("summary.json")))
            {
                RunSummaryJson.Write(summary, json);
            }

            return string.Join('\n', Directory.EnumerateFiles(folder.Path).Order(StringComparer.Ordinal)
                .Select(f => Path.GetFileName(f) + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))));
        })];
        CultureInfo.CurrentCulture = before;
        CultureInfo.DefaultThreadCurrentCulture = null;

        Assert.Equal(hashes[0], hashes[1]);
        Assert.Equal(hashes[0], hashes[2]);
    }
}
