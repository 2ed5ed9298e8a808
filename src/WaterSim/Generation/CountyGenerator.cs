using System.Globalization;
using WaterSim.Model;

namespace WaterSim.Generation;

/// <summary>
/// Makes up county networks of any size: towns of looped streets, joined by trunk mains, villages that branch off them,
/// plants as hubs, elevated tanks, hills.
/// </summary>
/// <remarks>
/// They are for measuring and testing; no number in them is from a real place. The same size and seed give the same
/// network on every machine. Units are L/s, friction Hazen-Williams, the run a day in hours. Like rural systems that
/// have been published, they have few loops: some 30 % of the nodes are dead ends, some 35 % only join two pipes. Pipes
/// are sized so that the worst hour leaves pressure everywhere.
/// </remarks>
public static class CountyGenerator
{
    /// <summary>Fewest nodes of a county.</summary>
    public const int FewestNodes = 50;

    /// <summary>Most nodes of a county: what an INP file that can be read holds.</summary>
    public const int MostNodes = 2_000_000;

    private const int PercentTown = 42;

    /// <summary>Makes a county.</summary>
    /// <param name="nodes">How many junctions, reservoirs and tanks together it has, exactly.</param>
    /// <param name="seed">Another one gives another county.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Nodes are fewer than <see cref="FewestNodes"/> or more than <see cref="MostNodes"/>.
    /// </exception>
    public static Network Generate(int nodes, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, FewestNodes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, MostNodes);
        var terrain = new Terrain(seed);
        var plan = new CountyPlan(nodes, seed);
        var draft = new CountyDraft(nodes - plan.Plants - plan.Tanks, terrain);
        var trunks = TrunkBuilder.Build(plan, draft, seed);
        BuildTowns(plan, draft, trunks, seed);
        return CountyAssembler.Assemble(draft, terrain,
        [
            string.Create(CultureInfo.InvariantCulture, $"A made-up county of {nodes} nodes, seed {seed}"),
            string.Create(
                CultureInfo.InvariantCulture, $"Towns {plan.Towns.Length}, plants {plan.Plants}, tanks {plan.Tanks}."),
            "For measuring and testing: no number is from a real place.",
        ]);
    }

    // What the trunk mains leave is shared out by the towns' weights, to the last node.
    private static void BuildTowns(CountyPlan plan, CountyDraft draft, List<int>[] trunks, ulong seed)
    {
        var all = plan.Towns.Sum(t => (long)t.Weight);
        var (share, weight, given) = ((long)draft.Left, 0L, 0L);
        for (var i = 0; i < plan.Towns.Length; i++)
        {
            weight += plan.Towns[i].Weight;
            var count = (int)((share * weight / all) - given);
            given += count;
            Town(draft, new RandomStream(seed, (ulong)i), trunks[i], count, plan.Towns[i].HasTank);
        }
    }

    private static void Town(CountyDraft draft, RandomStream random, List<int> trunk, int count, bool hasTank)
    {
        var first = draft.Count;
        var streets = Math.Max(TownBuilder.Fewest, count * PercentTown / 100);
        var (farEnd, reach) = TownBuilder.Build(draft, random, trunk[0], streets);
        VillageBuilder.Build(draft, random, trunk, (first, draft.Count), reach, count - streets);
        if (hasTank)
        {
            draft.Tanks.Add((farEnd, first, draft.Count));
        }
    }
}
