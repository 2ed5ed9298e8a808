using System.Text.Json;
using WaterSim.Quality;

namespace WaterSim.Planning.Results;

/// <summary>Writes what an analysis of water quality found; keys end in their unit, shares have none.</summary>
internal static class QualityJson
{
    public static void Write(Utf8JsonWriter json, QualitySummary summary)
    {
        var (unit, mass) = summary.Analysis.Kind switch
        {
            QualityKind.Age => ("_s", "m3 s"),
            QualityKind.Chemical => ("_gm3", "g"),
            _ => ("", "m3"),
        };
        json.WriteString("analysis", summary.Analysis.ToString());
        RunJson.WriteNumberOrNull(json, "tolerance" + unit, summary.Tolerance);
        json.WriteStartArray("columns");
        foreach (var column in summary.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            RunJson.WriteNumberOrNull(json, "drawn" + unit, column.Drawn);
            RunJson.WriteNumberOrNull(json, "min" + unit, column.Lowest);
            json.WriteString("min_node", column.LowestNode);
            RunJson.WriteNumberOrNull(json, "max" + unit, column.Highest);
            json.WriteString("max_node", column.HighestNode);
            Balance(json, column.Balance, mass);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Balance(Utf8JsonWriter json, QualityBalance balance, string unit)
    {
        json.WriteStartObject("balance");
        json.WriteString("unit", unit);
        RunJson.WriteNumberOrNull(json, "initial", balance.Initial);
        RunJson.WriteNumberOrNull(json, "added", balance.Added);
        RunJson.WriteNumberOrNull(json, "removed", balance.Removed);
        RunJson.WriteNumberOrNull(json, "reacted_in_pipes", balance.ReactedInPipes);
        RunJson.WriteNumberOrNull(json, "reacted_at_walls", balance.ReactedAtWalls);
        RunJson.WriteNumberOrNull(json, "reacted_in_tanks", balance.ReactedInTanks);
        RunJson.WriteNumberOrNull(json, "rounding", balance.Rounding);
        RunJson.WriteNumberOrNull(json, "final", balance.Final);
        RunJson.WriteNumberOrNull(json, "ratio", balance.Ratio);
        json.WriteEndObject();
    }
}
