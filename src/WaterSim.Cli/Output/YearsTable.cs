using WaterSim.Cli.Commands;

namespace WaterSim.Cli.Output;

/// <summary>The years of several scenarios side by side.</summary>
internal static class YearsTable
{
    private const double Million = 1e6;
    private const double JoulesPerMegawattHour = 3.6e9;

    /// <summary>The table, one row per scenario.</summary>
    /// <param name="outcomes">How they went.</param>
    /// <param name="language">Language of names: en or zh.</param>
    public static TextTable Of(IReadOnlyList<YearOutcome> outcomes, string language)
    {
        var table = new TextTable(
            "Years side by side", "<Scenario", "Delivered %", "Person-days short", "Days short", "Cost M yuan", "Energy MWh", "<");
        foreach (var outcome in outcomes)
        {
            var name = ScenarioTable.Short(outcome.Scenario?.Name.In(language) ?? outcome.FolderName);
            if (outcome.Summary is not { } year)
            {
                table.Add(name, "-", "-", "-", "-", "-", ScenarioTable.Word(outcome.Code));
                continue;
            }

            table.Add(
                name,
                year.Needed > 0 ? Say.Percent(year.Delivered / year.Needed, 2) : "-",
                Say.Number(year.PersonDaysShort, 0),
                Say.Count(year.DaysShort),
                Say.Number(year.Cost / Million, 3),
                Say.Number(year.Energy / JoulesPerMegawattHour, 1),
                ScenarioTable.Word(outcome.Code));
        }

        return table;
    }
}
