using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>Mean flows of the average day (L/s): what hubs, tanks and plants must deliver.</summary>
internal static class Supply
{
    public static double OfHub(string hub) =>
        SupplyGroups.All.Where(g => g.Hub == hub).Sum(g => g.People * DemandBasis.RuralTotal)
        + TownDistricts.All.Where(d => d.Hub == hub).Sum(d => d.People * DemandBasis.TownTotal);

    public static double OfTank(ElevatedTank tank)
    {
        var hubs = Trunk.Nodes.Select(n => n.Id).Where(h => InZone(tank, h)).ToList();
        return hubs.Sum(OfHub) - Interconnections.All.Where(x => x.Valve == "FCV" && hubs.Contains(x.To)).Sum(x => x.Setting);
    }

    public static double OfPlant(string plant)
    {
        var hubs = SupplyGroups.All.Select(g => g.Hub).Concat(TownDistricts.All.Select(d => d.Hub))
            .Distinct(StringComparer.Ordinal).Where(h => PlantOf(h) == plant);
        var links = Interconnections.All.Where(x => x.Valve == "FCV");
        return hubs.Sum(OfHub) + links.Sum(x => x.PlantA == plant ? x.Setting : x.PlantB == plant ? -x.Setting : 0);
    }

    private static string PlantOf(string hub)
    {
        if (hub[0] == 'P' && hub.EndsWith("-O", StringComparison.Ordinal))
        {
            return PlantOf(Array.Find(Boosters.All, b => hub.StartsWith(b.Id, StringComparison.Ordinal))!.From);
        }

        return hub[0] == 'W' ? hub[..2] : Array.Find(Trunk.Nodes, n => n.Id == hub)!.Plant;
    }

    private static bool InZone(ElevatedTank tank, string hub) =>
        hub == tank.Hub || (tank.Id == "T1" && hub.StartsWith("ZQ-", StringComparison.Ordinal));
}
