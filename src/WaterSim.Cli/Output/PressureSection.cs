using WaterSim.Model;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Where pressure is lowest.</summary>
internal static class PressureSection
{
    /// <summary>The worst communities of a county.</summary>
    public static TextTable Communities(ServiceSummary service, RunSummary summary, TimeSpan clock, string language)
    {
        var towns = summary.Towns.ToDictionary(
            t => t.Town.Id, t => t.Town.Name.In(language), StringComparer.Ordinal);
        var table = new TextTable(
            "Pressure where it is lowest, m", "<Community", "<Town", "Lowest", "at", "Standard", "Highest");
        foreach (var worst in service.Worst)
        {
            table.Add(
                worst.Community.Name.In(language),
                towns.GetValueOrDefault(worst.Community.Town, worst.Community.Town),
                Say.Head(worst.MinimumPressure),
                Say.Clock(worst.MinimumPressureTime, clock),
                Say.Head(worst.Community.ServiceHead),
                Say.Head(worst.MaximumPressure));
        }

        return table;
    }

    /// <summary>The worst junctions of a network.</summary>
    public static TextTable Nodes(RunSummary summary, Network network, TimeSpan clock)
    {
        var table = new TextTable("Pressure where it is lowest, m", "<Junction", "Elevation", "Lowest", "at");
        foreach (var worst in summary.WorstNodes)
        {
            var elevation = (network.FindNode(worst.Node) as Junction)?.Elevation;
            table.Add(
                worst.Node,
                Say.Head(elevation),
                Say.Head(worst.MinimumPressure),
                Say.Clock(worst.Time, clock));
        }

        return table;
    }
}
