using WaterSim.Cli.Commands;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Scenarios side by side.</summary>
internal static class ScenarioTable
{
    private const double SecondsPerDay = 86_400;
    private const int LongestName = 44;

    /// <summary>The table, one row per scenario.</summary>
    /// <param name="outcomes">How they went.</param>
    /// <param name="language">Language of names: en or zh.</param>
    public static TextTable Of(IReadOnlyList<ScenarioOutcome> outcomes, string language)
    {
        var table = new TextTable(
            "Scenarios side by side", "<Scenario", "People served", "Lowest village m", "Needed m3/d", "Delivered m3/d", "Energy kWh/d", "<");
        foreach (var outcome in outcomes)
        {
            var name = Short(outcome.Scenario?.Name.In(language) ?? outcome.FolderName);
            var figures = ScenarioFigures.Of(outcome.Summary);
            if (figures is null)
            {
                table.Add(name, "-", "-", "-", "-", "-", Word(outcome.Code));
                continue;
            }

            table.Add(
                name,
                Say.Count(figures.PeopleServed),
                figures.LowestVillagePressure is { } lowest ? Say.Head(lowest) : "none",
                Say.Flow(figures.Required),
                Say.Flow(figures.Delivered),
                figures.MeanPower is { } power ? Say.Number(ReportUnits.KilowattHours(power * SecondsPerDay), 0) : "-",
                Word(outcome.Code));
        }

        return table;
    }

    /// <summary>Town against village in each scenario that was run, as ratios of villages to towns.</summary>
    /// <param name="outcomes">How they went.</param>
    /// <param name="language">Language of names: en or zh.</param>
    public static TextTable FourSames(IReadOnlyList<ScenarioOutcome> outcomes, string language)
    {
        var table = new TextTable(
            "The four sames, villages to towns", "<Scenario", "Other sources %", "Age", "Cost to serve", "Pressure", "Continuity");
        foreach (var outcome in outcomes)
        {
            if (outcome.Indicators is { } indicators)
            {
                var price = indicators.Price;
                table.Add(
                    Short(outcome.Scenario?.Name.In(language) ?? outcome.FolderName),
                    Number(100 * indicators.Source?.CountyDistance, 1),
                    Number(indicators.Quality?.AgeRatio, 2),
                    Number(price?.UrbanUnitCost is null or 0 ? null : price.RuralUnitCost / price.UrbanUnitCost, 2),
                    Number(indicators.Equality.PressureRatio, 2),
                    Number(indicators.Equality.ContinuityRatio, 3));
            }
        }

        return table;
    }

    private static string Number(double? value, int decimals) => value is { } v ? Say.Number(v, decimals) : "-";

    /// <summary>A name of a width that leaves room for figures.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 1), "…");

    /// <summary>An exit code in a word or two; nothing of success.</summary>
    public static string Word(int code) => code switch
    {
        ExitCode.Ok => "",
        ExitCode.Input => "refused",
        ExitCode.NotConverged => "see warnings",
        ExitCode.InputOutput => "not written",
        ExitCode.Interrupted => "stopped",
        _ => "failed",
    };
}
