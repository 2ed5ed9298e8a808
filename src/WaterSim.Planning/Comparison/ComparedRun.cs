using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Comparison;

/// <summary>One of the runs that are compared.</summary>
/// <param name="Name">Its name: its scenario's, else its folder's; no two runs have the same.</param>
/// <param name="Folder">Its folder, as it was named.</param>
/// <param name="Run">What its manifest says.</param>
public sealed record ComparedRun(LocalizedName Name, string Folder, FinishedRun Run)
{
    /// <summary>SHA-256 of its manifest, which vouches for all its files.</summary>
    public string ManifestSha256 => Run.ManifestSha256;

    /// <summary>SHA-256 of the network file it began from, before any scenario; null where the manifest names none.</summary>
    public string? NetworkSha256 => Input(".inp")?.Sha256 ?? Input(".json")?.Sha256;

    /// <summary>SHA-256 of the county's system file; null where the manifest names none.</summary>
    public string? SystemSha256 => (Input(".yaml") ?? Input(".yml"))?.Sha256;

    // Scenario files come after those of the county.
    private HashedFile? Input(string ending) =>
        Run.Inputs.FirstOrDefault(f => f.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
