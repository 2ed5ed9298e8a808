using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Topology;

namespace WaterSim.Planning.Resources;

/// <summary>What must hold of zones for water to be counted by them.</summary>
internal sealed class SupplyMapChecks(
    CountySystem system, Network network, SupplyIds ids, SupplyFindings findings, NetworkGraph graph, SupplyMap map)
{
    public void Check()
    {
        CheckReservoirs();
        CheckLinks();
        CheckCommunities();
    }

    // Water that comes into a zone past all intakes would be counted nowhere.
    private void CheckReservoirs()
    {
        for (var i = 0; i < network.Nodes.Length; i++)
        {
            if (network.Nodes[i] is Reservoir reservoir && map.ZoneOfNode[i] is >= 0 and var zone)
            {
                var isWell = ids.ClearWells.Contains(i);
                findings.Error(
                    "WS4077", $"reservoir {reservoir.Id}",
                    isWell
                        ? "it is a clear well, and what it gives would be counted nowhere"
                        : $"it feeds zone {map.Zones[zone].Id} past every intake, so that its water would be counted nowhere",
                    isWell ? "Make the clear well a tank." : "Name the link that leads from it as a plant's intake, or cut it.");
            }
        }
    }

    private void CheckLinks()
    {
        for (var x = 0; x < map.Links.Length; x++)
        {
            var link = map.Links[x];
            var element = $"interconnection {system.Interconnections[x].Id}";
            if (link.From < 0 || link.To < 0)
            {
                findings.Error(
                    "WS4074", element,
                    $"'{Printable.Text(network.Links[link.Link].Id)}' leads to raw water, before any plant",
                    "Name the link that joins two zones.");
            }
            else if (link.From == link.To)
            {
                findings.Error(
                    "WS4073", element,
                    $"'{Printable.Text(network.Links[link.Link].Id)}' connects nothing: both its ends are in zone "
                    + $"{map.Zones[link.From].Id}, joined by {OtherWay(link.Link)}",
                    "Name as interconnections all links between the two zones, open or closed.");
            }
        }
    }

    private string OtherWay(int link)
    {
        var from = network.IndexOfNode(network.Links[link].FromNode);
        var to = network.IndexOfNode(network.Links[link].ToNode);
        if (from == to)
        {
            return "being one node";
        }

        var way = ShortestPaths.From(graph, from, static _ => 1).To(to);
        return SupplyFindings.Ids(way.Select(i => network.Links[i].Id), most: 20);
    }

    private void CheckCommunities()
    {
        for (var c = 0; c < ids.Communities.Length; c++)
        {
            var element = $"community {system.Communities[c].Id}";
            var nodes = ids.Communities[c];
            var zones = nodes.Select(n => map.ZoneOfNode[n]).Distinct().ToList();
            if (zones is [-1] or [])
            {
                findings.Error("WS4076", element, "it is supplied past every plant", "Join it to the network behind a clear well.");
            }
            else if (zones.Count > 1)
            {
                var stray = nodes.Where(n => map.ZoneOfNode[n] != zones[0]).Select(n => network.Nodes[n].Id);
                findings.Error(
                    "WS4075", element,
                    $"it lies in several zones ({string.Join(", ", zones.Select(NameOf))}): not in the first are {SupplyFindings.Ids(stray)}",
                    "Move the interconnection out of it, or make two communities of it.");
            }
        }
    }

    private string NameOf(int zone) => zone < 0 ? "raw water" : map.Zones[zone].Id;
}
