using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>Who uses what at each node: demands by group of consumers, and leakage.</summary>
internal sealed class ConsumerGroups
{
    private readonly (int Group, double Base)[][] _groups;
    private readonly Demand[][] _others;
    private readonly int _count;
    private readonly double _multiplier;

    /// <summary>Sorts a network's demands.</summary>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <param name="map">The county's map.</param>
    /// <param name="kindOf">Use of a category of demand, and whether it is leakage.</param>
    /// <param name="scale">Factor on the base demands of a community and use, -.</param>
    public ConsumerGroups(
        CountySystem system,
        Network network,
        SupplyMap map,
        Func<string?, (WaterUse? Use, bool IsLeakage)> kindOf,
        Func<int, WaterUse, double> scale)
    {
        CommunityOfNode = new int[network.Nodes.Length];
        Array.Fill(CommunityOfNode, -1);
        for (var c = 0; c < system.Communities.Length; c++)
        {
            foreach (var id in system.Communities[c].Nodes)
            {
                CommunityOfNode[network.IndexOfNode(id)] = c;
            }
        }

        _count = map.GroupCount;
        _multiplier = network.Options.DemandMultiplier;
        _groups = new (int, double)[network.Nodes.Length][];
        _others = new Demand[network.Nodes.Length][];
        Leakage = new double[network.Nodes.Length];
        for (var i = 0; i < network.Nodes.Length; i++)
        {
            var (groups, others) = (new SortedDictionary<int, double>(), new List<Demand>());
            foreach (var demand in network.Nodes[i] is Junction junction ? junction.Demands : [])
            {
                var (use, isLeakage) = kindOf(demand.Category);
                if (isLeakage)
                {
                    Leakage[i] += demand.Base * network.Options.DemandMultiplier * DailyPatterns.Mean(network, demand.PatternId);
                }
                else if (demand.Base < 0 || map.ZoneOfNode[i] < 0)
                {
                    // An inflow, or a plant's own use.
                    others.Add(demand);
                }
                else
                {
                    var community = CommunityOfNode[i];
                    var of = community >= 0 ? system.Communities[community].Class : CommunityClass.Urban;
                    var group = SupplyMap.GroupOf(map.ZoneOfNode[i], of, use ?? WaterUse.Public);
                    groups[group] = groups.GetValueOrDefault(group)
                        + (demand.Base * (community >= 0 ? scale(community, use ?? WaterUse.Public) : 1));
                }
            }

            _groups[i] = [.. groups.Select(g => (g.Key, g.Value))];
            _others[i] = [.. others];
        }
    }

    /// <summary>Community of each node, by position in the system; -1: none.</summary>
    public int[] CommunityOfNode { get; }

    /// <summary>Leakage at each node on an average day, m3/s.</summary>
    public double[] Leakage { get; }

    /// <summary>What each group of consumers uses on an average day, m3.</summary>
    public double[] Averages()
    {
        const double SecondsPerDay = 86_400;
        var averages = new double[_count];
        foreach (var groups in _groups)
        {
            foreach (var (group, flow) in groups)
            {
                averages[group] += flow * _multiplier * SecondsPerDay;
            }
        }

        return averages;
    }

    /// <summary>A pattern for each group, under ids that the network has not.</summary>
    public ImmutableArray<string> PatternIds(Network network)
    {
        var suffix = "";
        while (network.Patterns.Any(p => p.Id.StartsWith("group" + suffix, StringComparison.OrdinalIgnoreCase)))
        {
            suffix += "-";
        }

        return [.. Enumerable.Range(0, _count).Select(g => FormattableString.Invariant($"group{suffix}{g}"))];
    }

    /// <summary>The demands of a node, leakage left out.</summary>
    /// <param name="node">Position in the network that was read.</param>
    /// <param name="patterns">The groups' patterns.</param>
    public ImmutableArray<Demand> DemandsAt(int node, ImmutableArray<string> patterns) =>
        [.. _groups[node].Select(g => new Demand(g.Base, patterns[g.Group])), .. _others[node]];
}
