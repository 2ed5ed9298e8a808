using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Where a year's water came from, and which ways it took.</summary>
internal static class YearWaterSection
{
    private const double Thousand = 1000;

    /// <summary>What sources gained and gave.</summary>
    public static TextTable Sources(CountySystem county, YearSummary summary, string language)
    {
        var table = new TextTable(
            "Sources, 1000 m3", "<Source", "Inflow", "Rain", "Lost", "Release", "Draw", "Spill", "Low, %", "<on");
        foreach (var (source, year) in county.Sources.Zip(summary.Sources))
        {
            var isSpring = double.IsNaN(year.LowestLiveShare);
            table.Add(
                source.Name.In(language),
                Thousands(year.Inflow),
                Thousands(year.Rain),
                Thousands(year.Evaporation + year.Seepage),
                Thousands(year.Release),
                Thousands(year.Draw),
                Thousands(year.Spill),
                isSpring ? "-" : Say.Percent(year.LowestLiveShare),
                isSpring ? "" : Say.Day(year.LowestOn));
        }

        var all = summary.Sources;
        table.AddTotal(
            "All sources",
            Thousands(all.Sum(s => s.Inflow)),
            Thousands(all.Sum(s => s.Rain)),
            Thousands(all.Sum(s => s.Evaporation + s.Seepage)),
            Thousands(all.Sum(s => s.Release)),
            Thousands(all.Sum(s => s.Draw)),
            Thousands(all.Sum(s => s.Spill)));
        return table;
    }

    /// <summary>What plants gave.</summary>
    public static TextTable Plants(CountySystem county, YearSummary summary, string language)
    {
        var table = new TextTable("Plants", "<Plant", "Output, 1000 m3", "Mean, m3/d", "Capacity, m3/d", "Used, %");
        foreach (var (plant, output) in county.Plants.Zip(summary.PlantOutput))
        {
            var capacity = ReportUnits.CubicMetersPerDay(plant.Capacity);
            table.Add(
                $"{plant.Id} {plant.Name.In(language)}",
                Thousands(output),
                Say.Number(output / summary.Days, 0),
                Say.Number(capacity, 0),
                Say.Percent(output / summary.Days / capacity));
        }

        table.AddTotal(
            "All plants", Thousands(summary.PlantOutput.Sum()), Say.Number(summary.PlantOutput.Sum() / summary.Days, 0));
        return table;
    }

    /// <summary>What interconnections passed, each way by the direction of its link.</summary>
    public static TextTable Interconnections(CountySystem county, YearSummary summary, string language)
    {
        var table = new TextTable("Interconnections, 1000 m3", "<Link", "<Name", "Forward", "Back");
        foreach (var (link, forward, backward) in county.Interconnections.Zip(summary.Forward, summary.Backward))
        {
            table.Add(link.Id, link.Name.In(language), Thousands(forward), Thousands(backward));
        }

        return table;
    }

    /// <summary>What each interconnection buys: how the year is without it, more or less than with it.</summary>
    public static TextTable Without(
        CountySystem county, YearSummary summary, ImmutableArray<YearWithout> without, string language)
    {
        var names = county.Interconnections.ToDictionary(x => x.Id, x => x.Name.In(language), StringComparer.Ordinal);
        var table = new TextTable(
            "Without an interconnection: more than with it", "<Without", "<Name", "Person-days short", "Days short", "Short, m3",
            "Cost, yuan");
        foreach (var (link, year) in without)
        {
            table.Add(
                link,
                names.GetValueOrDefault(link, ""),
                Say.Volume(year.PersonDaysShort - summary.PersonDaysShort),
                Say.Count(year.DaysShort - summary.DaysShort),
                Say.Volume(summary.Delivered - year.Delivered),
                Say.Number(year.Cost - summary.Cost, 0));
        }

        return table;
    }

    private static string Thousands(double volume) => Say.Number(volume / Thousand, 0);
}
