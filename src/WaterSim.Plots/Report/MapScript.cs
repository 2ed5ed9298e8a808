using System.Text.Json;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>What <c>report-map.js</c> is told: places, quantities with their classes and values, words.</summary>
internal sealed class MapScript(Phrases phrases, MapData map, IReadOnlyList<MapQuantity> quantities)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("places");
        foreach (var place in map.Places)
        {
            json.WriteStartArray();
            json.WriteStringValue(place.Name);
            json.WriteStringValue(map.Towns.FirstOrDefault(t => t.Id == place.Town)?.Name ?? "");
            json.WriteNumberValue(place.People);
            Number(json, place.ServiceHead, 2);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("quantities");
        foreach (var quantity in quantities)
        {
            Quantity(json, quantity);
        }

        json.WriteEndArray();
        json.WriteStartObject("words");
        json.WriteString("people", phrases.ReportPeople);
        json.WriteString("owed", phrases.ReportServiceHead);
        json.WriteString("from", phrases.ReportFrom("{0}"));
        json.WriteString("mapOf", phrases.ReportMapOf("{0}"));
        json.WriteString("choose", map.IsCounty ? phrases.ReportChooseVillage : phrases.ReportChooseNode);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Quantity(Utf8JsonWriter json, MapQuantity quantity)
    {
        json.WriteStartObject();
        json.WriteString("name", quantity.Name);
        json.WriteString("title", quantity.Titled);
        json.WriteString("unit", quantity.Unit);
        json.WriteString("source", quantity.Source);
        json.WriteString("none", phrases.NoneLabel(quantity));
        json.WriteString("noneColor", quantity.NoneColor);
        json.WriteNumber("decimals", quantity.Decimals);
        json.WriteBoolean("pressure", quantity.IsPressure);
        json.WriteStartArray("limits");
        foreach (var limit in quantity.Limits)
        {
            json.WriteNumberValue(limit);
        }

        json.WriteEndArray();
        json.WriteStartArray("colors");
        foreach (var color in quantity.Colors)
        {
            json.WriteStringValue(color);
        }

        json.WriteEndArray();
        json.WriteStartArray("labels");
        for (var c = 0; c < quantity.Colors.Length; c++)
        {
            json.WriteStringValue(phrases.ClassLabel(quantity, c));
        }

        json.WriteEndArray();
        json.WriteStartArray("times");
        foreach (var time in quantity.Times)
        {
            json.WriteStringValue(time);
        }

        json.WriteEndArray();
        var packed = PackedValues.Of(quantity.Values);
        json.WriteNumber("low", packed.Low);
        json.WriteNumber("step", packed.Step);
        json.WriteString("values", packed.Base64);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, double value, int decimals)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(Math.Round(value, decimals));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
