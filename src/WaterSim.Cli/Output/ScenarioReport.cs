using System.Text.Json;
using WaterSim.Cli.Commands;

namespace WaterSim.Cli.Output;

/// <summary>What <c>--json</c> prints of several scenarios: one object.</summary>
internal static class ScenarioReport
{
    private const double SecondsPerDay = 86_400;
    private const double JoulesPerKilowattHour = 3.6e6;

    /// <summary>Prints it.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<ScenarioOutcome> outcomes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("exit_code", outcomes.Max(o => o.Code));
            json.WriteStartArray("scenarios");
            foreach (var outcome in outcomes)
            {
                Write(json, outcome);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        terminal.Output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, ScenarioOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("file", outcome.File);
        json.WriteString("name", outcome.Scenario?.Name.En);
        json.WriteString("run_folder", outcome.RunFolder);
        json.WriteNumber("exit_code", outcome.Code);
        if (ScenarioFigures.Of(outcome.Summary) is { } figures)
        {
            json.WriteNumber("people_served", figures.PeopleServed);
            Number(json, "lowest_village_pressure_m", figures.LowestVillagePressure);
            json.WriteNumber("required_m3d", figures.Required * SecondsPerDay);
            json.WriteNumber("delivered_m3d", figures.Delivered * SecondsPerDay);
            Number(json, "energy_kwh_per_day", figures.MeanPower * SecondsPerDay / JoulesPerKilowattHour);
        }

        json.WritePropertyName("diagnostics");
        DiagnosticJson.WriteArray(json, outcome.Diagnostics);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
