using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>What pumps did, and what it took.</summary>
internal static class PumpingSection
{
    private const int MostPumps = 15;

    /// <summary>The county's booster stations.</summary>
    public static TextTable Boosters(RunSummary summary, string language)
    {
        var table = new TextTable(
            "Booster stations", "<Station", "On, h", "Flow, m3/d", "Head, m", "Efficiency, %", "Energy, kWh");
        foreach (var booster in summary.Boosters)
        {
            table.Add(
                $"{booster.Station.Id} {booster.Station.Name.In(language)}",
                Say.Number(booster.TimeOn.TotalHours, 1),
                Say.Flow(booster.Flow),
                Say.Head(booster.Head),
                Say.Number(booster.Efficiency, 1),
                Say.Energy(booster.Energy));
        }

        return table;
    }

    /// <summary>The pumps of a network that is no county, and a county's pumps outside its booster stations.</summary>
    public static TextTable Pumps(RunSummary summary)
    {
        var told = summary.Boosters.SelectMany(b => b.Station.Duty.Concat(b.Station.Standby))
            .ToHashSet(StringComparer.Ordinal);
        var pumps = summary.Pumps.Where(p => !told.Contains(p.Id)).OrderByDescending(p => p.Energy).ToList();
        var table = new TextTable(
            told.Count > 0 ? "Other pumps" : "Pumps",
            "<Pump", "On, h", "Flow on, m3/d", "Head, m", "Efficiency, %", "Energy, kWh");
        foreach (var pump in pumps.Take(MostPumps))
        {
            table.Add(
                pump.Id,
                Say.Number(pump.TimeOn.TotalHours, 1),
                Say.Flow(pump.Flow),
                Say.Head(pump.Head),
                Say.Number(pump.Efficiency, 1),
                Say.Energy(pump.Energy));
        }

        if (pumps.Count > MostPumps)
        {
            table.Add(
                $"{pumps.Count - MostPumps} others", "", "", "", "",
                Say.Energy(pumps.Skip(MostPumps).Sum(p => p.Energy)));
        }

        return table;
    }
}
