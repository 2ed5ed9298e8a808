using System.Text.Json;
using WaterSim.Cli.Commands;

namespace WaterSim.Cli.Output;

/// <summary>What <c>--json</c> prints of the years of several scenarios: one object.</summary>
internal static class YearsReport
{
    private const double JoulesPerKilowattHour = 3.6e6;

    /// <summary>Prints it.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<YearOutcome> outcomes) => JsonOutput.Print(terminal, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("exit_code", outcomes.Max(o => o.Code));
        json.WriteStartArray("years");
        foreach (var outcome in outcomes)
        {
            Write(json, outcome);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, YearOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("file", outcome.File);
        json.WriteString("name", outcome.Scenario?.Name.En);
        json.WriteString("run_folder", outcome.RunFolder);
        json.WriteNumber("exit_code", outcome.Code);
        if (outcome.Summary is { } year)
        {
            json.WriteNumber("needed_m3", year.Needed);
            json.WriteNumber("delivered_m3", year.Delivered);
            json.WriteNumber("short_person_days", year.PersonDaysShort);
            json.WriteNumber("days_short", year.DaysShort);
            json.WriteNumber("cost_yuan", year.Cost);
            json.WriteNumber("energy_kwh", year.Energy / JoulesPerKilowattHour);
        }

        json.WritePropertyName("diagnostics");
        DiagnosticJson.WriteArray(json, outcome.Diagnostics);
        json.WriteEndObject();
    }
}
