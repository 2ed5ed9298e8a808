using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Where the water comes from and who asks for it.</summary>
internal static class SupplySection
{
    private const int MostSources = 15;

    /// <summary>Supply by plant.</summary>
    public static TextTable Plants(RunSummary summary, TimeSpan clock, string language)
    {
        var table = new TextTable(
            "Supply by plant, m3/d", "<Plant", "Mean", "Peak", "at", "Capacity", "Used, %");
        foreach (var plant in summary.Plants)
        {
            table.Add(
                $"{plant.Plant.Id} {plant.Plant.Name.In(language)}",
                Say.Flow(plant.Output),
                Say.Flow(plant.PeakOutput),
                Say.Clock(plant.PeakTime, clock),
                Say.Flow(plant.Plant.Capacity),
                Say.Percent(plant.CapacityUse));
        }

        var output = summary.Plants.Sum(p => p.Output);
        var capacity = summary.Plants.Sum(p => p.Plant.Capacity);
        table.AddTotal(
            "All plants", Say.Flow(output), "", "", Say.Flow(capacity), Say.Percent(output / capacity));
        return table;
    }

    /// <summary>Demand by town.</summary>
    public static TextTable Towns(RunSummary summary, ServiceSummary service, string language)
    {
        var table = new TextTable(
            "Demand by town, m3/d", "<Town", "People", "served", "Asked for", "Delivered", "Peak");
        foreach (var town in summary.Towns)
        {
            table.Add(
                town.Town.Name.In(language),
                Say.Count(town.Town.People),
                Say.Count(town.PeopleServed),
                Say.Flow(town.Required),
                Say.Flow(town.Delivered),
                Say.Flow(town.PeakRequired));
        }

        if (service.OtherRequired != 0)
        {
            table.Add("Elsewhere", "", "", Say.Flow(service.OtherRequired), Say.Flow(service.OtherDelivered));
        }

        table.AddTotal(
            "All towns",
            Say.Count(service.People),
            Say.Count(service.PeopleServed),
            Say.Flow(summary.Required),
            Say.Flow(summary.Delivered));
        return table;
    }

    /// <summary>Supply by reservoir, of a network that is no county.</summary>
    public static TextTable Sources(RunSummary summary)
    {
        var table = new TextTable("Supply and demand, m3/d", "<Reservoir", "Mean", "Peak");
        foreach (var source in summary.Sources.OrderByDescending(s => s.Draw).Take(MostSources))
        {
            table.Add(source.Id, Say.Flow(source.Draw), Say.Flow(source.PeakDraw));
        }

        if (summary.Sources.Length > MostSources)
        {
            table.Add(
                $"{summary.Sources.Length - MostSources} others",
                Say.Flow(summary.Sources.OrderByDescending(s => s.Draw).Skip(MostSources).Sum(s => s.Draw)));
        }

        table.AddTotal("Asked for", Say.Flow(summary.Required));
        table.AddTotal("Delivered", Say.Flow(summary.Delivered));
        return table;
    }
}
