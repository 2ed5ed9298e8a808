using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Topology;

namespace WaterSim.Planning.Resources;

/// <summary>Finds the source behind each plant's intakes: the nearest by pipe that lies on the far side of the intake's link.</summary>
internal sealed class SupplyIntakeFinder(
    CountySystem system, Network network, SupplyIds ids, SupplyFindings findings, NetworkGraph graph, int[] part)
{
    public ImmutableArray<SupplyIntake> Find()
    {
        var made = ImmutableArray.CreateBuilder<SupplyIntake>();
        for (var p = 0; p < system.Plants.Length; p++)
        {
            if (ids.Intakes[p].Length == 0)
            {
                findings.Error(
                    "WS4070", $"plant {system.Plants[p].Id}", "no intake brings it raw water",
                    "Name the links from its source under 'intake'.");
            }

            foreach (var link in ids.Intakes[p])
            {
                if (Outside(p, link) is { } outside && SourceAt(p, link, outside) is { } source)
                {
                    made.Add(new SupplyIntake(source, p, link));
                }
            }
        }

        CheckPlantsOfSources(made);
        return made.ToImmutable();
    }

    // The end of the intake that is not in the clear well's part of the network.
    private int? Outside(int plant, int link)
    {
        var from = network.IndexOfNode(network.Links[link].FromNode);
        var to = network.IndexOfNode(network.Links[link].ToNode);
        var own = part[ids.ClearWells[plant]];
        if ((part[from] == own) != (part[to] == own))
        {
            return part[from] == own ? to : from;
        }

        var id = Printable.Text(network.Links[link].Id);
        var well = Printable.Text(system.Plants[plant].ClearWell);
        findings.Error(
            "WS4071", $"plant {system.Plants[plant].Id}",
            part[from] == own
                ? $"both ends of intake '{id}' are joined with clear well {well} without it"
                : $"intake '{id}' does not lead to clear well {well}",
            part[from] == own
                ? "Name as intakes all links that bring raw water, each once on its way from the source."
                : "Of links that follow each other name only one; name the one by which raw water comes in.");
        return null;
    }

    private int? SourceAt(int plant, int link, int node)
    {
        var element = $"plant {system.Plants[plant].Id}";
        var id = Printable.Text(network.Links[link].Id);
        var near = Enumerable.Range(0, ids.Sources.Length).Where(s => part[ids.Sources[s]] == part[node]).ToList();
        if (near.Count == 0)
        {
            findings.Error(
                "WS4070", element, $"intake '{id}' leads to none of the sources",
                "Join it to a source in the network, or list the reservoir it comes from under 'sources'.");
            return null;
        }

        if (near.Count == 1)
        {
            return near[0];
        }

        var ways = ShortestPaths.ByLength(graph, node).Distances.ToArray();
        var nearest = near.MinBy(s => ways[ids.Sources[s]]);
        findings.Warning(
            "WS4072", element,
            $"behind intake '{id}' lie several sources ({SupplyFindings.Ids(near.Select(s => system.Sources[s].Id))}); "
            + $"{Printable.Text(system.Sources[nearest].Id)}, the nearest, is counted",
            "Give each source an intake of its own.");
        return nearest;
    }

    // What the file says of sources, against what the pipes say.
    private void CheckPlantsOfSources(ImmutableArray<SupplyIntake>.Builder found)
    {
        if (findings.HasErrors)
        {
            return;
        }

        for (var s = 0; s < system.Sources.Length; s++)
        {
            var said = system.Sources[s].Plants;
            var real = found.Where(i => i.Source == s).Select(i => system.Plants[i.Plant].Id).Distinct(StringComparer.Ordinal).ToList();
            if (said.Except(real, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            {
                findings.Warning(
                    "WS4078", $"source {system.Sources[s].Id}", $"no intake leads from it to {SupplyFindings.Ids(missing)}",
                    "Correct its 'plants', or name the link under the plant's 'intake'.");
            }

            if (real.Except(said, StringComparer.Ordinal).ToList() is { Count: > 0 } unsaid)
            {
                findings.Warning(
                    "WS4078", $"source {system.Sources[s].Id}", $"it feeds {SupplyFindings.Ids(unsaid)}, which its 'plants' do not name",
                    "Add them to its 'plants'.");
            }
        }
    }
}
