using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>Lays out the whole county.</summary>
internal static class CountyLayout
{
    public static NetworkDraft Make()
    {
        var draft = new NetworkDraft();
        PlantLayout.Add(draft);
        TrunkLayout.Add(draft);
        foreach (var town in Townships.All)
        {
            List<string> nodes = [];
            foreach (var district in TownDistricts.All.Where(d => d.Township == town.Id))
            {
                nodes.AddRange(new TownLayout(draft, district).Add());
            }

            draft.Communities.Add(new($"{town.Id}-C", $"{town.En} town", $"{town.Zh}镇区", town.Id, Urban: true, town.TownPeople, 20, nodes));
        }

        AddBoundaryValves(draft);
        var sites = VillageSites.Place();
        var names = new VillageNames();
        foreach (var group in SupplyGroups.All)
        {
            new VillageGroupLayout(draft, group).Add(sites[group.Id], names);
        }

        return draft;
    }

    /// <summary>Closed pipes between Zhuquan's neighbouring districts, for the day one district's inlet fails.</summary>
    private static void AddBoundaryValves(NetworkDraft draft)
    {
        string[] ring = ["ZQ-CN", "ZQ-CE", "ZQ-CS", "ZQ-CW"];
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i] + "-", ring[(i + 1) % ring.Length] + "-");
            var (from, to) = (
                from p in draft.Junctions
                from q in draft.Junctions
                where p.Tag == "town" && q.Tag == "town"
                    && p.Id.StartsWith(a, StringComparison.Ordinal) && q.Id.StartsWith(b, StringComparison.Ordinal)
                orderby p.Place.DistanceTo(q.Place)
                select (p.Id, q.Id)).First();
            draft.AddPipe($"ZQ-B{i + 1}", from, to, PipeSizes.Iron(200), "town", state: "Closed");
        }
    }
}
