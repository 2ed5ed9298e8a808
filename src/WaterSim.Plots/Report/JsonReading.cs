using System.Text.Json;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>Reads JSON that may lack what is asked for: absent is empty, NaN or nothing.</summary>
internal static class JsonReading
{
    public static JsonElement? Find(this JsonElement of, string key) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string Text(this JsonElement of, string key) =>
        of.Find(key) is { ValueKind: JsonValueKind.String } value ? value.GetString() ?? "" : "";

    public static double Number(this JsonElement of, string key) =>
        of.Find(key) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NaN;

    public static bool IsTrue(this JsonElement of, string key) => of.Find(key) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> List(this JsonElement of, string key) =>
        of.Find(key) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>A name given as <c>{ "en": ..., "zh": ... }</c>, in the report's language; empty where there is none.</summary>
    public static string Name(this JsonElement of, string key, Phrases phrases)
    {
        if (of.Find(key) is not { } name)
        {
            return "";
        }

        return name.ValueKind == JsonValueKind.String ? name.GetString() ?? ""
            : phrases.IsChinese && name.Text("zh") is { Length: > 0 } zh ? zh
            : name.Text("en");
    }

    /// <summary>The elements of a list by their <c>id</c>; of several with one id the first.</summary>
    public static Dictionary<string, JsonElement> ById(this JsonElement of, string key)
    {
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var element in of.List(key))
        {
            all.TryAdd(element.Text("id"), element);
        }

        return all;
    }
}
