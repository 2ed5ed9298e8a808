using System.Text.Json;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Comparison;

/// <summary>Names of a year's sources, from its summary.</summary>
internal static class SourceNames
{
    public static IEnumerable<(string Id, LocalizedName Name)> Of(FinishedRun run)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(run.PathOf(RunSummaryJson.FileName)));
        return
        [
            .. json.RootElement.GetProperty("sources").EnumerateArray()
                .Select(s => (Id: s.GetProperty("id").GetString() ?? "", Name: SummaryFacts.Name(s, "name")))
                .Where(s => s.Name is not null)
                .Select(s => (s.Id, s.Name!)),
        ];
    }
}
