using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Plots.Charts;

namespace WaterSim.Plots.Map;

/// <summary>What the map marks: which nodes are coloured, where the facilities and towns are.</summary>
internal sealed class MapContent
{
    private const int MostPumpLabels = 12;

    public MapContent(ChartContext context)
    {
        var data = context.Data;
        var network = data.Network;
        if (data.County is { } county)
        {
            AddCounty(context, county);
            Colored.AddRange(Enumerable.Range(0, network.Nodes.Length)
                .Where(i => data.CommunityOf[i] >= 0 && network.Nodes[i].Position is not null));
            IsVillageMap = Colored.Count > 0;
        }
        else
        {
            AddNetwork(network);
        }

        if (Colored.Count == 0)
        {
            Colored.AddRange(Enumerable.Range(0, network.Nodes.Length)
                .Where(i => network.Nodes[i] is Junction { Position: not null }));
        }
    }

    /// <summary>Nodes coloured by pressure, positions in the network's nodes.</summary>
    public List<int> Colored { get; } = [];

    /// <summary>Facilities in the order in which their names are placed.</summary>
    public List<(SymbolKind Kind, MapPoint At, string Name)> Facilities { get; } = [];

    /// <summary>Names of towns at the middle of their centres.</summary>
    public List<(MapPoint At, string Name)> Towns { get; } = [];

    /// <summary>Whether the coloured nodes are those of communities.</summary>
    public bool IsVillageMap { get; }

    private void AddCounty(ChartContext context, CountySystem county)
    {
        var (network, phrases) = (context.Data.Network, context.Phrases);
        foreach (var plant in county.Plants)
        {
            Add(SymbolKind.Plant, network.FindNode(plant.Node)?.Position, phrases.Name(plant.Name));
        }

        foreach (var tank in county.Tanks)
        {
            Add(SymbolKind.Tank, network.FindNode(tank.Id)?.Position, phrases.Name(tank.Name));
        }

        foreach (var booster in county.Boosters)
        {
            var pump = booster.Duty.Concat(booster.Standby).Select(network.FindLink).FirstOrDefault(l => l is not null);
            Add(SymbolKind.Booster, MiddleOf(network, pump), phrases.Name(booster.Name));
        }

        foreach (var source in county.Sources)
        {
            Add(
                source.Duty == SourceDuty.Standby ? SymbolKind.StandbySource : SymbolKind.Source,
                network.FindNode(source.Id)?.Position,
                phrases.Name(source.Name));
        }

        foreach (var town in county.Towns)
        {
            var centre = county.Communities.Where(c => c.Town == town.Id && c.Class == CommunityClass.Urban).ToList();
            var members = centre.Count > 0 ? centre : [.. county.Communities.Where(c => c.Town == town.Id)];
            var points = members.SelectMany(c => c.Nodes).Select(id => network.FindNode(id)?.Position)
                .Where(p => p is not null).Select(p => p!.Value).ToList();
            if (points.Count > 0)
            {
                Towns.Add((new MapPoint(points.Average(p => p.X), points.Average(p => p.Y)), phrases.Name(town.Name)));
            }
        }
    }

    private void AddNetwork(Network network)
    {
        foreach (var node in network.Nodes)
        {
            if (node is Tank)
            {
                Add(SymbolKind.Tank, node.Position, node.Id);
            }
            else if (node is Reservoir)
            {
                Add(SymbolKind.Source, node.Position, node.Id);
            }
        }

        var pumps = network.Links.OfType<Pump>().ToList();
        foreach (var pump in pumps)
        {
            Add(SymbolKind.Booster, MiddleOf(network, pump), pumps.Count <= MostPumpLabels ? pump.Id : string.Empty);
        }

        for (var i = 0; i < network.Nodes.Length; i++)
        {
            if (network.Nodes[i] is Junction { Position: not null } junction && junction.Demands.Any(d => d.Base != 0))
            {
                Colored.Add(i);
            }
        }
    }

    private void Add(SymbolKind kind, MapPoint? at, string name)
    {
        if (at is { } point)
        {
            Facilities.Add((kind, point, name));
        }
    }

    private static MapPoint? MiddleOf(Network network, Link? link)
    {
        var path = link is null ? [] : MapScale.PathOf(network, link);
        return path.Count == 0
            ? null
            : new MapPoint((path[0].X + path[^1].X) / 2, (path[0].Y + path[^1].Y) / 2);
    }
}
