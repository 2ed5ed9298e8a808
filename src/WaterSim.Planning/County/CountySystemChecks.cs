using System.Globalization;
using WaterSim.Model;

namespace WaterSim.Planning.County;

/// <summary>What must hold across the records of a county system.</summary>
internal sealed class CountySystemChecks(CountySystem system, SystemIndex index, DiagnosticBag bag)
{
    private const int MostIdsNamed = 10;

    public void Check(Network? network)
    {
        CheckSharing();
        new ResourceChecks(system, index, bag).Check();
        new EconomyChecks(system, index, bag).Check();
        if (index.CountsHold)
        {
            CheckPeople();
        }

        if (network is not null)
        {
            CheckOutlets(network);
            CheckDemandNodes(network);
            CheckDoses(network);
        }

        new DemandChecks(system, index, bag).Check(network);
    }

    // A node in two communities would be counted twice, and so would a plant's outlet or a station's pump.
    private void CheckSharing()
    {
        var owners = new Dictionary<(string List, string Id), string?>();
        foreach (var (key, id, element) in index.Used)
        {
            var (list, code, what) = key switch
            {
                "nodes" => ("nodes", "WS4020", "community"),
                "outlets" or "intake" => ("plant links", "WS4025", "plant"),
                "duty" or "standby" => ("pumps", "WS4025", "booster"),
                _ => ("", "", ""),
            };
            if (list.Length > 0 && !owners.TryAdd((list, id.Value), element))
            {
                bag.Error(
                    code, id.Line, id.Column,
                    $"'{id.Value}' already belongs to {owners[(list, id.Value)] ?? what}",
                    "Name it once.", element);
            }
        }
    }

    private void CheckPeople()
    {
        foreach (var town in system.Towns.DistinctBy(t => t.Id))
        {
            if (!index.Towns.TryGetValue(town.Id, out var at))
            {
                continue;
            }

            var mine = system.Communities.Where(c => c.Town == town.Id).ToList();
            var people = mine.Sum(c => (long)c.People);
            if (people != town.People)
            {
                bag.Error(
                    "WS4022", at.Line, at.Column, Say($"has {town.People} people, its communities have {people}"),
                    Say($"They differ by {Math.Abs(people - town.People)}; correct one of them."), $"town {town.Id}");
            }

            var villages = mine.Count(c => c.Class == CommunityClass.Rural);
            if (villages != town.Villages)
            {
                bag.Error(
                    "WS4024", at.Line, at.Column, Say($"has {town.Villages} villages, {villages} rural communities are listed"),
                    "Correct the number or the list.", $"town {town.Id}");
            }
        }

        var all = system.Communities.Sum(c => (long)c.People);
        if (all != system.People)
        {
            bag.Error(
                "WS4023", index.People?.Line ?? 1, index.People?.Column ?? 1,
                Say($"the county has {system.People} people, its communities have {all}"),
                Say($"They differ by {Math.Abs(all - system.People)}; correct one of them."));
        }
    }

    private void CheckOutlets(Network network)
    {
        foreach (var plant in system.Plants)
        {
            foreach (var id in plant.Outlets)
            {
                if (network.FindLink(id) is { } link && network.IndexOfNode(plant.ClearWell) >= 0
                    && link.FromNode != plant.ClearWell && link.ToNode != plant.ClearWell)
                {
                    var element = $"plant {plant.Id}";
                    var at = index.Used.Find(u => u.Key == "outlets" && u.Id.Value == id && u.Element == element).Id;
                    bag.Error(
                        "WS4026", at.Line, at.Column,
                        $"outlet '{id}' joins {link.FromNode} and {link.ToNode}, not the clear well {plant.ClearWell}",
                        "Name the link that leaves the clear well.", element);
                }
            }
        }
    }

    // A node has one source.
    private void CheckDoses(Network network)
    {
        if (system.Chlorine is not { } scheme)
        {
            return;
        }

        var owners = new Dictionary<string, (ReferenceKind Kind, string By)>(StringComparer.Ordinal);
        foreach (var (node, _, kind, by) in ChlorineNetwork.Doses(system, scheme, network))
        {
            if (network.IndexOfNode(node) >= 0 && !owners.TryAdd(node, (kind, by)) && owners[node] != (kind, by)
                && index.Dosed.TryGetValue((kind, by), out var at))
            {
                bag.Error(
                    "WS4028", at.Line, at.Column, $"'{by}' doses at node {Printable.Text(node)}, where {owners[node].By} does",
                    "Dose there once.", $"quality {by}");
            }
        }
    }

    private void CheckDemandNodes(Network network)
    {
        var served = system.Communities.SelectMany(c => c.Nodes).ToHashSet(StringComparer.Ordinal);
        var missing = network.Nodes.OfType<Junction>()
            .Where(j => j.Demands.Any(d => d.Base != 0) && !served.Contains(j.Id))
            .Select(j => Printable.Text(j.Id))
            .ToList();
        if (missing.Count > 0)
        {
            var at = index.Communities;
            bag.Warning(
                "WS4021", at?.Line ?? 1, at?.Column ?? 1,
                Say($"{missing.Count} nodes with demand belong to no community: ")
                + string.Join(", ", missing.Take(MostIdsNamed)) + (missing.Count > MostIdsNamed ? ", ..." : ""),
                "Their water counts as demand, but no people stand for it; list them under a community.");
        }

        foreach (var (key, id, element) in index.Used)
        {
            if (key == "nodes" && network.FindNode(id.Value) is Junction j && j.Demands.All(d => d.Base == 0))
            {
                bag.Warning(
                    "WS4027", id.Line, id.Column, $"node '{id.Value}' has no demand",
                    "Give it a demand in the network or take it from the list.", element);
            }
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
