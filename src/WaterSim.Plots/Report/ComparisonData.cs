using System.Text.Json;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>What <c>comparison.json</c> says: runs, and of every indicator and community a value per run.</summary>
internal sealed class ComparisonData
{
    private readonly Phrases _phrases;

    /// <exception cref="InvalidDataException">It tells of fewer than two runs.</exception>
    public ComparisonData(ReportSource source)
    {
        (_phrases, Root) = (source.Phrases, source.Summary);
        Runs = [.. Root.List("runs").Select(r => r.Name("name", _phrases) is { Length: > 0 } name ? name : r.Text("folder"))];
        if (Runs.Length < 2)
        {
            throw new InvalidDataException($"{ReportSource.ComparisonFile} tells of fewer than two runs");
        }
    }

    public JsonElement Root { get; }

    /// <summary>Names of the runs in the report's language; the others are compared with the first.</summary>
    public string[] Runs { get; }

    // An indicator that both the first run and the last tell of.
    public JsonElement? Indicator(string id)
    {
        foreach (var i in Root.List("indicators"))
        {
            if (i.Text("id") == id && double.IsFinite(Value(i, "values", 0)) && double.IsFinite(Value(i, "values", Runs.Length - 1)))
            {
                return i;
            }
        }

        return null;
    }

    public static string VerdictOf(JsonElement indicator, int run) =>
        At(indicator, "verdicts", run) is { ValueKind: JsonValueKind.String } verdict ? verdict.GetString() ?? "" : "";

    public static int DecimalsOf(JsonElement of) => of.Number("decimals") is >= 0 and <= 6 and var d ? (int)d : 2;

    public string NameOf(JsonElement indicator) => _phrases.IndicatorName(indicator.Text("id"), indicator.Text("name"));

    public string MeasureName(JsonElement measure) => _phrases.MeasureName(measure.Text("id"), measure.Text("name"));

    public string CommunityName(string id) =>
        Root.List("communities").FirstOrDefault(c => c.Text("id") == id) is { ValueKind: JsonValueKind.Object } c ? c.Name("name", _phrases) : id;

    private static JsonElement At(JsonElement of, string key, int run) =>
        of.Find(key) is { ValueKind: JsonValueKind.Array } list && run < list.GetArrayLength() ? list[run] : default;

    /// <summary>A run's value of an indicator as the page shows it.</summary>
    public static string Shown(JsonElement indicator, int run) => ReportCell.Show(Value(indicator, "values", run), DecimalsOf(indicator));

    public static double Value(JsonElement of, string key, int run) =>
        At(of, key, run) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NaN;
}
