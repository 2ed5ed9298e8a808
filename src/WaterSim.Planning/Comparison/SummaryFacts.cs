using System.Text.Json;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Comparison;

/// <summary>Reads values of a run's <c>summary.json</c>.</summary>
internal static class SummaryFacts
{
    /// <summary>A name in one language or two, or null.</summary>
    public static LocalizedName? Name(JsonElement of, string key) =>
        of.GetProperty(key) is { ValueKind: JsonValueKind.Object } name && name.GetProperty("en").GetString() is { } english
            ? new LocalizedName(english, name.GetProperty("zh").GetString())
            : null;

    /// <summary>A number, or null.</summary>
    public static double? Number(JsonElement of, string key) =>
        of.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
