using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>How the tanks filled and emptied.</summary>
internal static class StorageSection
{
    private const int MostTanks = 20;

    /// <summary>Levels and turnover, the county's elevated tanks first.</summary>
    public static TextTable Tanks(RunSummary summary, string language)
    {
        var table = new TextTable(
            "Tanks, levels in m", "<Tank", "Volume, m3", "Start", "Lowest", "Highest", "End", "Turnover, 1/d");
        var tanks = summary.Tanks.OrderBy(t => t.Tank is null).ThenBy(t => t.Plant is null).ToList();
        foreach (var tank in tanks.Take(MostTanks))
        {
            table.Add(
                Name(tank, language),
                Say.Volume(tank.Volume),
                Say.Number(tank.StartLevel, 2),
                Say.Number(tank.MinimumLevel, 2),
                Say.Number(tank.MaximumLevel, 2),
                Say.Number(tank.EndLevel, 2),
                tank.Turnover is { } turnover ? Say.Number(turnover, 2) : "-");
        }

        if (tanks.Count > MostTanks)
        {
            table.Add($"and {tanks.Count - MostTanks} more");
        }

        return table;
    }

    private static string Name(TankCycle tank, string language) => tank switch
    {
        { Tank: { } elevated } => $"{elevated.Id} {elevated.Name.In(language)}",
        { Plant: { } plant } => $"{plant.Id} clear well",
        _ => tank.Id,
    };
}
