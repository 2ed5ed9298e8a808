using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Topology;

namespace WaterSim.Planning.Resources;

/// <summary>
/// Finds zones, intakes and links: the parts into which the network falls without intakes and interconnections are zones, but for
/// those that hold a source and no clear well, and those in which nothing is.
/// </summary>
internal sealed class SupplyMapBuilder
{
    private readonly CountySystem _system;
    private readonly Network _network;
    private readonly SupplyIds _ids;
    private readonly SupplyFindings _findings;
    private readonly NetworkGraph _graph;
    private readonly int[] _part;
    private readonly int[] _zoneOfPart;

    private SupplyMapBuilder(CountySystem system, Network network, SupplyIds ids, SupplyFindings findings)
    {
        (_system, _network, _ids, _findings) = (system, network, ids, findings);
        var cut = ids.Interconnections.Concat(ids.Intakes.SelectMany(i => i)).ToHashSet();
        _graph = NetworkGraph.Of(network, i => !cut.Contains(i));
        var parts = Components.Find(_graph);
        _part = parts.OfNode.ToArray();
        _zoneOfPart = new int[parts.Count];
        Array.Fill(_zoneOfPart, -1);
    }

    public static (SupplyMap? Map, ImmutableArray<Diagnostic> Diagnostics) Build(CountySystem system, Network network)
    {
        var findings = new SupplyFindings();
        var map = SupplyIds.Find(system, network, findings) is { } ids
            ? new SupplyMapBuilder(system, network, ids, findings).Build()
            : null;
        return (findings.HasErrors ? null : map, findings.ToImmutable());
    }

    private SupplyMap Build()
    {
        var count = NumberZones();
        var intakes = new SupplyIntakeFinder(_system, _network, _ids, _findings, _graph, _part).Find();
        int[] zoneOfNode = [.. _part.Select(p => _zoneOfPart[p])];
        int[] zoneOfPlant = [.. _ids.ClearWells.Select(n => zoneOfNode[n])];
        int[] zoneOfCommunity = [.. _ids.Communities.Select(c => c.Length > 0 ? zoneOfNode[c[0]] : -1)];
        var map = new SupplyMap
        {
            Zones = [.. Enumerable.Range(0, count).Select(z => ZoneOf(z, zoneOfPlant, zoneOfCommunity, zoneOfNode))],
            Intakes = intakes,
            Links = [.. _ids.Interconnections.Select(i => LinkOf(i, zoneOfNode))],
            ZoneOfPlant = [.. zoneOfPlant],
            ZoneOfCommunity = [.. zoneOfCommunity],
            ZoneOfNode = [.. zoneOfNode],
        };
        new SupplyMapChecks(_system, _network, _ids, _findings, _graph, map).Check();
        return map;
    }

    // Plants first, in the system's order; then, by their first nodes, parts without a plant in which somebody lives or water stands,
    // or which an interconnection touches.
    private int NumberZones()
    {
        var count = 0;
        foreach (var node in _ids.ClearWells)
        {
            ref var zone = ref _zoneOfPart[_part[node]];
            zone = zone < 0 ? count++ : zone;
        }

        var isRaw = new bool[_zoneOfPart.Length];
        foreach (var node in _ids.Sources)
        {
            isRaw[_part[node]] = true;
        }

        var isNeeded = new bool[_network.Nodes.Length];
        for (var i = 0; i < isNeeded.Length; i++)
        {
            isNeeded[i] = _network.Nodes[i] is Tank;
        }

        foreach (var node in _ids.Communities.SelectMany(c => c))
        {
            isNeeded[node] = true;
        }

        foreach (var link in _ids.Interconnections)
        {
            isNeeded[_network.IndexOfNode(_network.Links[link].FromNode)] = true;
            isNeeded[_network.IndexOfNode(_network.Links[link].ToNode)] = true;
        }

        var isZone = new bool[_zoneOfPart.Length];
        for (var i = 0; i < isNeeded.Length; i++)
        {
            isZone[_part[i]] |= isNeeded[i] && !isRaw[_part[i]];
        }

        // Parts are numbered by their first nodes.
        for (var part = 0; part < isZone.Length; part++)
        {
            if (isZone[part] && _zoneOfPart[part] < 0)
            {
                _zoneOfPart[part] = count++;
            }
        }

        return count;
    }

    private SupplyLink LinkOf(int link, int[] zoneOfNode) => new(
        zoneOfNode[_network.IndexOfNode(_network.Links[link].FromNode)],
        zoneOfNode[_network.IndexOfNode(_network.Links[link].ToNode)],
        link);

    private SupplyZone ZoneOf(int zone, int[] zoneOfPlant, int[] zoneOfCommunity, int[] zoneOfNode)
    {
        int[] plants = [.. Enumerable.Range(0, zoneOfPlant.Length).Where(p => zoneOfPlant[p] == zone)];
        return new SupplyZone(
            plants.Length > 0
                ? string.Join('+', plants.Select(p => _system.Plants[p].Id))
                : _network.Nodes[Array.IndexOf(zoneOfNode, zone)].Id,
            [.. plants],
            [.. Enumerable.Range(0, zoneOfCommunity.Length).Where(c => zoneOfCommunity[c] == zone)],
            [.. Enumerable.Range(0, zoneOfNode.Length).Where(n => zoneOfNode[n] == zone && _network.Nodes[n] is Tank)]);
    }
}
