using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Who ran short in a year, when, and by how much.</summary>
internal static class YearShortageSection
{
    private const int MostCommunities = 10;

    /// <summary>Every town.</summary>
    public static TextTable Towns(CountySystem county, YearSummary summary, string language)
    {
        var table = new TextTable(
            "Shortage by town", "<Town", "People", "Needed, m3", "Short, %", "Person-days", "Days", "Worst, %", "<on");
        foreach (var town in YearTown.Of(county, summary))
        {
            var isShort = town.CommunitiesShort > 0;
            table.Add(
                town.Town.Name.In(language),
                Say.Count(town.Town.People),
                Say.Volume(town.Needed),
                Short(town.Needed, town.Delivered),
                Say.Volume(town.PersonDaysShort),
                Say.Count(town.MostDaysShort),
                isShort ? Say.Percent(town.WorstShare) : "",
                isShort && town.WorstDay is { } day ? Say.Day(day) : "");
        }

        table.AddTotal(
            "All towns",
            Say.Count(county.People),
            Say.Volume(summary.Needed),
            Short(summary.Needed, summary.Delivered),
            Say.Volume(summary.PersonDaysShort),
            Say.Count(summary.DaysShort));
        return table;
    }

    /// <summary>The communities worst off: most person-days short.</summary>
    public static TextTable Communities(CountySystem county, YearSummary summary, string language)
    {
        var towns = county.Towns.ToDictionary(t => t.Id, t => t.Name.In(language), StringComparer.Ordinal);
        var table = new TextTable(
            "Worst off", "<Community", "<Town", "People", "Person-days", "Days", "Worst, %", "<on", "Lowest, m");
        var all = county.Communities.Zip(summary.Communities)
            .Where(c => c.Second.DaysShort > 0)
            .OrderByDescending(c => c.Second.PersonDaysShort)
            .ThenBy(c => c.First.Id, StringComparer.Ordinal)
            .ToList();
        foreach (var (community, year) in all.Take(MostCommunities))
        {
            table.Add(
                community.Name.In(language),
                towns.GetValueOrDefault(community.Town, community.Town),
                Say.Count(community.People),
                Say.Volume(year.PersonDaysShort),
                Say.Count(year.DaysShort),
                Say.Percent(year.WorstShare),
                Say.Day(year.WorstDay),
                Say.Head(double.IsNaN(year.LowestPressure) ? null : year.LowestPressure));
        }

        if (all.Count > MostCommunities)
        {
            table.Add($"and {all.Count - MostCommunities} more");
        }

        return table;
    }

    private static string Short(double needed, double delivered) =>
        needed > 0 ? Say.Percent(Math.Max(0, 1 - (delivered / needed)), 1) : "-";
}
