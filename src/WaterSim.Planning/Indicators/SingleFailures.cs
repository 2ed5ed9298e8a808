using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// What the network can lose, by its ways alone (N-1): a node is cut off where no path of links joins it to a clear well:
/// <code>
/// link      people on the far side of a bridge of the treated side, all clear wells taken as one node
/// booster   people cut off without all pumps of the station
/// plant     people cut off without its clear well
/// source    people cut off without the clear wells that no raw water reaches without it
/// reserve   R = (sum_w K_w - max_w K_w) / q
/// </code>
/// K_w capacity of plant w and q mean of what is drawn (m3/s); R, -, is at least 1 where the others could treat enough without the
/// largest. Closed links count as ways, since they can be opened; whether pressure and capacity then suffice only a run can tell, so that
/// these are the least that are hit; raw water does not pass a clear well, and a standby source counts as
/// one. Source: bridges, Tarjan (1974), Information Processing Letters 2, 160-161.
/// </summary>
public sealed record SingleFailures
{
    private const int Listed = 10;

    /// <summary>People whose water has to pass some link that has no other way round it.</summary>
    public required double PeopleOnOneWay { get; init; }

    /// <summary>The ten links whose loss cuts off most people, the most first; of links in a row the first in the network's order.</summary>
    public required ImmutableArray<SingleFailure> Links { get; init; }

    /// <summary>One entry per booster station, in the system file's order.</summary>
    public required ImmutableArray<SingleFailure> Boosters { get; init; }

    /// <summary>One entry per plant, in the system file's order.</summary>
    public required ImmutableArray<SingleFailure> Plants { get; init; }

    /// <summary>One entry per source, in the system file's order.</summary>
    public required ImmutableArray<SingleFailure> Sources { get; init; }

    /// <summary>Capacity without the largest plant over the mean draw R, -; null without plants or draw.</summary>
    public required double? CapacityReserve { get; init; }

    internal static SingleFailures Of(CountyRun run)
    {
        var people = People(run);
        var sources = SuppliesOf(run).ToArray();
        var ways = LinkWays.Treated(run);
        var (bridges, oneWay) = Bridges(ways, people, sources);
        var drawn = run.Uses.Mean.Sum(u => u.All);
        var capacities = run.System.Plants.Select(p => p.Capacity).ToArray();
        return new SingleFailures
        {
            PeopleOnOneWay = oneWay,
            Links =
            [
                .. bridges.Where(b => b.People > 0)
                    .OrderByDescending(b => b.People)
                    .ThenBy(b => b.Link)
                    .Take(Listed)
                    .Select(b => new SingleFailure(run.Network.Links[b.Link].Id, b.People)),
            ],
            Boosters =
            [
                .. run.System.Boosters.Select(b => new SingleFailure(
                    b.Id, CutOff(ways, people, sources, [.. b.Duty.Concat(b.Standby).Select(run.Network.IndexOfLink)]))),
            ],
            Plants =
            [
                .. run.System.Plants.Select(p => new SingleFailure(
                    p.Id, CutOff(ways, people, [.. sources.Where(i => run.Network.Nodes[i].Id != p.ClearWell)], []))),
            ],
            Sources =
            [
                .. run.System.Sources.Select(s => new SingleFailure(
                    s.Id, CutOff(ways, people, Without(run, run.Network.IndexOfNode(s.Id), sources), []))),
            ],
            CapacityReserve = capacities.Length == 0 ? null : Equity.Ratio(capacities.Sum() - capacities.Max(), drawn),
        };
    }

    private static double[] People(CountyRun run)
    {
        var people = new double[run.Network.Nodes.Length];
        for (var c = 0; c < run.Nodes.Length; c++)
        {
            var drawn = run.CommunityUse[c].All;
            foreach (var i in run.Nodes[c])
            {
                people[i] = run.System.Communities[c].People * (drawn > 0 ? run.Uses.Mean[i].All / drawn : 1.0 / run.Nodes[c].Length);
            }
        }

        return people;
    }

    // Clear wells; where no plant has one that stands apart, whatever reservoirs there are.
    private static IEnumerable<int> SuppliesOf(CountyRun run)
    {
        var wells = run.System.Plants.Select(p => run.Network.IndexOfNode(p.ClearWell)).Where(i => i >= 0).ToHashSet();
        for (var i = 0; i < run.Network.Nodes.Length; i++)
        {
            if (wells.Contains(i) || (run.Network.Nodes[i] is Reservoir && !run.IsRaw[i]))
            {
                yield return i;
            }
        }
    }

    // What still supplies when a source is lost: wells that it alone feeds do not, nor a source that stands in the treated side.
    private static int[] Without(CountyRun run, int lost, int[] supplies)
    {
        var raw = LinkWays.Raw(run);
        var ends = supplies.ToHashSet();
        var reservoirs = Enumerable.Range(0, run.IsRaw.Length).Where(i => run.IsRaw[i] && run.Network.Nodes[i] is Reservoir).ToArray();
        var before = raw.Reached(reservoirs, _ => false, ends.Contains);
        var after = raw.Reached(reservoirs.Where(i => i != lost), _ => false, i => i == lost || ends.Contains(i));
        return [.. supplies.Where(i => i != lost && (after[i] || !before[i]))];
    }

    private static double CutOff(LinkWays ways, double[] people, int[] sources, HashSet<int> lost) =>
        ways.Reached(sources, lost.Contains).Zip(people, (reached, count) => reached ? 0 : count).Sum();

    // A depth-first search from all sources at once, which share one place in its order: v's way in is a bridge where nothing below
    // v leads back to above v. The stack is explicit: a pipeline may be long.
    private static (List<(int Link, double People)> Bridges, double OneWay) Bridges(LinkWays ways, double[] people, int[] sources)
    {
        var entered = new int[people.Length];
        var low = new int[people.Length];
        var behind = (double[])people.Clone();
        var onOneWay = new double[people.Length];
        var found = new List<(int Link, double People)>();
        var oneWay = 0.0;
        foreach (var source in sources)
        {
            (entered[source], low[source]) = (1, 1);
        }

        var time = 1;
        var stack = new Stack<(int Node, int Via)>();
        var next = new int[people.Length];
        foreach (var source in sources)
        {
            stack.Push((source, -1));
            while (stack.TryPeek(out var visit))
            {
                var neighbours = ways.Of(visit.Node);
                if (next[visit.Node] < neighbours.Length)
                {
                    var (other, link) = neighbours[next[visit.Node]++];
                    if (link == visit.Via)
                    {
                        continue;
                    }

                    if (entered[other] != 0)
                    {
                        low[visit.Node] = Math.Min(low[visit.Node], entered[other]);
                        continue;
                    }

                    entered[other] = low[other] = ++time;
                    stack.Push((other, link));
                    continue;
                }

                stack.Pop();
                if (visit.Via < 0)
                {
                    oneWay += onOneWay[visit.Node];
                    continue;
                }

                var above = stack.Peek().Node;
                var isBridge = low[visit.Node] == entered[visit.Node];
                if (isBridge)
                {
                    found.Add((visit.Via, behind[visit.Node]));
                }

                low[above] = Math.Min(low[above], low[visit.Node]);
                onOneWay[above] += isBridge ? behind[visit.Node] : onOneWay[visit.Node];
                behind[above] += behind[visit.Node];
            }
        }

        return (found, oneWay);
    }
}
