using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>What the JSON files of a run have in common.</summary>
internal static class RunJson
{
    /// <summary>Indented with LF everywhere; Chinese names stay readable; what HTML would take for markup is escaped.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.CjkUnifiedIdeographs, UnicodeRanges.CjkSymbolsandPunctuation),
    };

    public static string Word(SimulationOutcome outcome) => outcome switch
    {
        SimulationOutcome.Completed => "completed",
        SimulationOutcome.CompletedUnbalanced => "completed_unbalanced",
        _ => "stopped_unbalanced",
    };

    public static void WriteSize(Utf8JsonWriter json, NetworkSize size)
    {
        json.WriteStartObject("network");
        json.WriteNumber("junctions", size.Junctions);
        json.WriteNumber("reservoirs", size.Reservoirs);
        json.WriteNumber("tanks", size.Tanks);
        json.WriteNumber("pipes", size.Pipes);
        json.WriteNumber("pumps", size.Pumps);
        json.WriteNumber("valves", size.Valves);
        json.WriteNumber("pipe_length_m", size.PipeLength);
        json.WriteEndObject();
    }

    /// <summary>A number, or null where it is absent or not finite (JSON has no NaN).</summary>
    public static void WriteNumberOrNull(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(key, number);
        }
        else
        {
            json.WriteNull(key);
        }
    }
}
