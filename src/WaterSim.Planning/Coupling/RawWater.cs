using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>The part of the network between intakes and clear wells.</summary>
/// <param name="Links">Its links, intakes left out, by position in the network, rising.</param>
internal sealed record RawWater(ImmutableArray<int> Links)
{
    /// <summary>
    /// Finds it: what can be reached from where the intakes end without passing a clear well. Where that reaches consumers, the
    /// plant's raw water is not apart from theirs, and nothing is counted to it.
    /// </summary>
    public static RawWater Of(CountySystem system, Network network, SupplyMap map)
    {
        var beside = network.Links.SelectMany((l, k) => new[] { (Node: l.FromNode, Link: k), (Node: l.ToNode, Link: k) })
            .ToLookup(e => e.Node, e => e.Link, StringComparer.Ordinal);
        var intakes = map.Intakes.Select(i => i.Link).ToHashSet();
        var wells = system.Plants.Select(p => p.ClearWell).ToHashSet(StringComparer.Ordinal);
        var consumers = system.Communities.SelectMany(c => c.Nodes).ToHashSet(StringComparer.Ordinal);
        var found = new SortedSet<int>();
        foreach (var intake in map.Intakes)
        {
            var link = network.Links[intake.Link];
            var start = network.FindNode(link.ToNode) is Reservoir ? link.FromNode : link.ToNode;
            found.UnionWith(From(start));
        }

        return new RawWater([.. found]);

        HashSet<int> From(string start)
        {
            var (links, seen, next) = (new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal) { start }, new Stack<string>([start]));
            while (next.TryPop(out var node))
            {
                if (consumers.Contains(node))
                {
                    return [];
                }

                foreach (var k in wells.Contains(node) ? [] : beside[node].Where(k => !intakes.Contains(k)))
                {
                    links.Add(k);
                    var other = network.Links[k].FromNode == node ? network.Links[k].ToNode : network.Links[k].FromNode;
                    if (seen.Add(other))
                    {
                        next.Push(other);
                    }
                }
            }

            return links;
        }
    }
}
