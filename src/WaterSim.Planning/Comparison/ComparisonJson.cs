using System.Text.Json;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Comparison;

/// <summary>Writes a comparison as JSON: keys in a fixed order, an absent number is null; values, differences and verdicts by run.</summary>
public static class ComparisonJson
{
    /// <summary>Name of the file in a comparison's folder.</summary>
    public const string FileName = "comparison.json";

    /// <summary>Writes a comparison, UTF-8, indented.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="to">Where to.</param>
    public static void Write(RunComparison comparison, Stream to)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(to);
        using var json = new Utf8JsonWriter(to, RunJson.Options);
        json.WriteStartObject();
        json.WriteString("schema", "watersim-comparison/1");
        json.WriteString("kind", comparison.Kind == ComparisonKind.Day ? "day" : "year");
        RunSummaryJson.Name(json, "county", comparison.County);
        RunSummaryJson.Array(json, "runs", comparison.Runs, Run);
        RunSummaryJson.Array(json, "indicators", comparison.Indicators, (_, i) => Indicator(json, i));
        RunSummaryJson.Array(json, "measures", comparison.Measures, Measure);
        RunSummaryJson.Array(json, "communities", comparison.Communities, (_, c) => Community(json, comparison, c));
        json.WriteStartArray("changed_most");
        for (var measure = 0; measure < comparison.Measures.Length; measure++)
        {
            for (var run = 1; run < comparison.Runs.Length; run++)
            {
                Changed(json, comparison, measure, run);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static string Word(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Better => "better",
        ComparisonVerdict.Worse => "worse",
        ComparisonVerdict.Same => "same",
        _ => "none",
    };

    internal static string? Word(CommunityClass? of) => of switch
    {
        CommunityClass.Urban => "urban",
        CommunityClass.Rural => "rural",
        _ => null,
    };

    private static void Run(Utf8JsonWriter json, ComparedRun run)
    {
        RunSummaryJson.Name(json, "name", run.Name);
        json.WriteString("folder", run.Folder);
        json.WriteString("manifest_sha256", run.ManifestSha256);
        json.WriteString("network_sha256", run.NetworkSha256);
        json.WriteString("system_sha256", run.SystemSha256);
        json.WriteString("started_utc", run.Run.StartedUtc);
        json.WriteString("version", run.Run.ToolVersion);
        json.WriteString("outcome", run.Run.Outcome);
    }

    private static void Indicator(Utf8JsonWriter json, ComparedIndicator indicator)
    {
        json.WriteString("id", indicator.Id);
        json.WriteString("group", indicator.Group);
        json.WriteString("name", indicator.Name);
        json.WriteString("unit", indicator.Unit);
        json.WriteString("better", IndicatorTables.Word(indicator.Better));
        json.WriteNumber("decimals", indicator.Decimals);
        Numbers(json, "values", indicator.Values);
        var runs = Enumerable.Range(0, indicator.Values.Length);
        Numbers(json, "differences", runs.Select(indicator.Difference));
        json.WriteStartArray("verdicts");
        foreach (var run in runs)
        {
            json.WriteStringValue(Word(indicator.Verdict(run)));
        }

        json.WriteEndArray();
    }

    private static void Measure(Utf8JsonWriter json, CommunityMeasure measure)
    {
        json.WriteString("id", measure.Id);
        json.WriteString("name", measure.Name);
        json.WriteString("unit", measure.Unit);
        json.WriteString("better", IndicatorTables.Word(measure.Better));
        json.WriteNumber("decimals", measure.Decimals);
    }

    private static void Community(Utf8JsonWriter json, RunComparison comparison, ComparedCommunity community)
    {
        json.WriteString("id", community.Id);
        RunSummaryJson.Name(json, "name", community.Name);
        json.WriteString("town", community.Town);
        json.WriteString("class", Word(community.Class));
        json.WriteNumber("people", community.People);
        json.WriteStartObject("values");
        for (var m = 0; m < comparison.Measures.Length; m++)
        {
            Numbers(json, comparison.Measures[m].Id, community.Values[m]);
        }

        json.WriteEndObject();
    }

    private static void Changed(Utf8JsonWriter json, RunComparison comparison, int measure, int run)
    {
        json.WriteStartObject();
        json.WriteString("measure", comparison.Measures[measure].Id);
        json.WriteNumber("run", run);
        json.WriteNumber("people_better", comparison.People(measure, run, ComparisonVerdict.Better));
        json.WriteNumber("people_worse", comparison.People(measure, run, ComparisonVerdict.Worse));
        RunSummaryJson.Array(json, "communities", comparison.ChangedMost(measure, run), (_, c) =>
        {
            json.WriteString("id", c.Community.Id);
            json.WriteNumber("change", c.Change);
            json.WriteString("verdict", Word(c.Verdict));
        });
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string key, IEnumerable<double?> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
        {
            if (value is { } number && double.IsFinite(number))
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }
}
