using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>Computes a <see cref="CountyQuality"/>.</summary>
internal sealed class CountyQualityBuilder
{
    private readonly Network _network;
    private readonly CountySystem _system;
    private readonly double[] _drawn;
    private readonly QualityResults? _chlorine;
    private readonly QualityResults? _age;
    private readonly QualityResults? _blend;

    public CountyQualityBuilder(SimulationResults results, RunStatistics statistics, CountySystem system)
    {
        (_network, _system, _drawn) = (results.Network, system, statistics.Delivered);
        _chlorine = system.Chlorine is null ? null : Find(results, QualityKind.Chemical);
        _age = Find(results, QualityKind.Age);
        _blend = Find(results, QualityKind.Blend);
    }

    /// <summary>The summary, or null where nothing was followed whose last day is known.</summary>
    public CountyQuality? Build()
    {
        if (_chlorine is null && _age is null && _blend is null)
        {
            return null;
        }

        var communities = _system.Communities.Select(Community).ToImmutableArray();
        return new CountyQuality
        {
            Chlorine = _chlorine is null ? null : Chlorine(communities),
            Age = _age is null
                ? null
                : new AgeSummary(
                    Mean(_age, 0, Nodes(_system.Communities)),
                    communities.MaxBy(c => c.OldestAge)),
            Sources = _blend?.Columns ?? [],
            Towns = [.. _system.Towns.Select(t => Town(t, [.. communities.Where(c => c.Community.Town == t.Id)]))],
            Communities = communities,
        };
    }

    private ChlorineSummary Chlorine(ImmutableArray<CommunityQuality> communities)
    {
        var limits = _system.Chlorine!.Limits;
        return new ChlorineSummary
        {
            Limits = limits,
            PeopleAtOrAbove = communities.Where(c => c.LowestChlorine >= limits.TapMinimum).Sum(c => c.Community.People),
            PeopleAboveMaximum = communities.Where(c => c.HighestChlorine > limits.Maximum).Sum(c => c.Community.People),
            Lowest = communities.MinBy(c => c.LowestChlorine),
            Below = [.. communities.Where(c => c.LowestChlorine < limits.TapMinimum).OrderBy(c => c.LowestChlorine)],
            Plants = [.. _system.Plants.Select(Plant)],
            BalanceRatio = _chlorine!.Balances[0].Ratio,
        };
    }

    private PlantChlorine Plant(TreatmentPlant plant) => new(
        plant,
        plant.Outlets.Min(id =>
        {
            var link = _network.FindLink(id)
                ?? throw CallerMistake.SystemDoesNotFit($"Plant {plant.Id} names link '{id}', which the network lacks.");
            return _chlorine!.LastDay.Lowest[Node(link.FromNode == plant.ClearWell ? link.ToNode : link.FromNode)];
        }));

    private CommunityQuality Community(Community community)
    {
        var nodes = Nodes([community]);
        var made = new CommunityQuality { Community = community, Shares = Shares(nodes) };
        if (_chlorine is { LastDay: var chlorine })
        {
            var least = nodes.MinBy(i => chlorine.Lowest[i]);
            made = made with
            {
                LowestChlorine = chlorine.Lowest[least],
                LowestChlorineNode = _network.Nodes[least].Id,
                HighestChlorine = nodes.Max(i => chlorine.Highest[i]),
            };
        }

        if (_age is { LastDay: var age })
        {
            var oldest = nodes.MaxBy(i => age.Highest[i]);
            made = made with
            {
                MeanAge = Mean(_age, 0, nodes),
                OldestAge = age.Highest[oldest],
                OldestAgeNode = _network.Nodes[oldest].Id,
            };
        }

        return made;
    }

    private TownQuality Town(Town town, CommunityQuality[] mine)
    {
        var nodes = Nodes(mine.Select(c => c.Community));
        return new TownQuality
        {
            Town = town,
            LowestChlorine = mine.Min(c => c.LowestChlorine),
            MeanAge = _age is null || nodes.Length == 0 ? null : Mean(_age, 0, nodes),
            OldestAge = mine.Max(c => c.OldestAge),
            Shares = Shares(nodes),
        };
    }

    private ImmutableArray<double> Shares(int[] nodes) =>
        _blend is null || nodes.Length == 0 ? [] : [.. _blend.Columns.Select((_, c) => Mean(_blend, c, nodes))];

    // By the water drawn; where nobody draws any, all nodes count alike.
    private double Mean(QualityResults of, int column, int[] nodes)
    {
        double drawn = 0, sum = 0, plain = 0;
        foreach (var i in nodes)
        {
            var value = of.LastDay.Mean[(i * of.Columns.Length) + column];
            var weight = Math.Max(0, _drawn[i]);
            (drawn, sum, plain) = (drawn + weight, sum + (weight * value), plain + value);
        }

        return drawn > 0 ? sum / drawn : nodes.Length > 0 ? plain / nodes.Length : 0;
    }

    private int[] Nodes(IEnumerable<Community> communities) => [.. communities.SelectMany(c => c.Nodes).Select(Node)];

    private int Node(string id) => _network.IndexOfNode(id) is >= 0 and var i
        ? i
        : throw CallerMistake.SystemDoesNotFit($"The county system names node '{id}', which the network lacks.");

    private static QualityResults? Find(SimulationResults results, QualityKind kind) =>
        results.Quality.FirstOrDefault(q => q.Analysis.Kind == kind && !q.LastDay.Mean.IsEmpty);
}
