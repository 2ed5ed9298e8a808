using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Same price: what it costs to serve each community against what it pays, in a year of such days as the run's. The yearly cost of
/// <see cref="FinanceIndicators"/> follows the water (<see cref="CostTracing"/>): of pipes by length times diameter to a power, of plants by
/// capacity and what they treat, of pumps by energy; tanks, idle works and fixed cost fall on all water alike. With cost K_c (yuan/a) and
/// water billed B_c (m3/a) of community c, and what it pays R_c (yuan/a):
/// <code>
/// cost to serve     k_c = K_c / B_c,   mean price paid  R_c / B_c
/// surplus           s_c = R_c - K_c
/// cross-subsidy     X = min(sum of surpluses, sum of deficits)
/// fiscal backstop   Z = max(0, - sum_c s_c + cost of water outside the communities)
/// </code>
/// k yuan/m3; s, X, Z yuan/a. Where prices are the same, who pays for whom shows in k alone. Source: cost of service, AWWA (2017), Manual
/// M1, <i>Principles of Water Rates</i>; that cost follows flow is our choice.
/// </summary>
public sealed record SamePrice
{
    /// <summary>The towns' tariff, yuan/m3; with blocks, that of the first.</summary>
    public required double UrbanPrice { get; init; }

    /// <summary>The villages' tariff, yuan/m3; with blocks, that of the first.</summary>
    public required double RuralPrice { get; init; }

    /// <summary>Mean price that towns pay, households and others, yuan/m3 billed; null where none is.</summary>
    public required double? UrbanPaid { get; init; }

    /// <summary>Mean price that villages pay, households and others, yuan/m3 billed; null where none is.</summary>
    public required double? RuralPaid { get; init; }

    /// <summary>Cost to serve townspeople, yuan/m3 billed; null where none is.</summary>
    public required double? UrbanUnitCost { get; init; }

    /// <summary>Cost to serve villagers, yuan/m3 billed; null where none is.</summary>
    public required double? RuralUnitCost { get; init; }

    /// <summary>Cross-subsidy X, yuan/a.</summary>
    public required double CrossSubsidy { get; init; }

    /// <summary>Fiscal backstop Z, yuan/a.</summary>
    public required double FiscalBackstop { get; init; }

    /// <summary>People of communities that cost more than they pay.</summary>
    public required int PeopleSubsidised { get; init; }

    /// <summary>One entry per community, in the system file's order.</summary>
    public required ImmutableArray<CommunityCost> Communities { get; init; }

    /// <summary>Compares costs with prices.</summary>
    /// <param name="communities">What each community costs and pays.</param>
    /// <param name="other">Cost of water drawn outside the communities, yuan/a.</param>
    public static SamePrice Of(ImmutableArray<CommunityCost> communities, double other)
    {
        var surplus = communities.Sum(c => Math.Max(0, c.Surplus));
        var deficit = other + communities.Sum(c => Math.Max(0, -c.Surplus));
        return new SamePrice
        {
            UrbanPrice = communities.FirstOrDefault(c => c.Community.Class == CommunityClass.Urban)?.Price ?? 0,
            RuralPrice = communities.FirstOrDefault(c => c.Community.Class == CommunityClass.Rural)?.Price ?? 0,
            UrbanPaid = PerBilled(communities, CommunityClass.Urban, c => c.Revenue),
            RuralPaid = PerBilled(communities, CommunityClass.Rural, c => c.Revenue),
            UrbanUnitCost = PerBilled(communities, CommunityClass.Urban, c => c.Cost),
            RuralUnitCost = PerBilled(communities, CommunityClass.Rural, c => c.Cost),
            CrossSubsidy = Math.Min(surplus, deficit),
            FiscalBackstop = Math.Max(0, deficit - surplus),
            PeopleSubsidised = communities.Where(c => c.Surplus < 0).Sum(c => c.Community.People),
            Communities = communities,
        };
    }

    internal static SamePrice Of(CountyRun run, EconomyScheme economy)
    {
        var atNodes = new WayCosts(run, economy).AtNodes();
        var sales = CommunitySales.Of(run, economy);
        var communities = run.System.Communities.Select((c, at) =>
            new CommunityCost(c, run.Nodes[at].Sum(i => atNodes[i]), sales[at].Billed, economy.Price(c.Class))
            {
                Revenue = sales[at].Revenue,
            }).ToImmutableArray();

        var owned = run.Nodes.SelectMany(nodes => nodes).ToHashSet();
        return Of(communities, Enumerable.Range(0, atNodes.Length).Where(i => !owned.Contains(i)).Sum(i => atNodes[i]));
    }

    private static double? PerBilled(
        ImmutableArray<CommunityCost> communities, CommunityClass of, Func<CommunityCost, double> amount) => Equity.Ratio(
        communities.Where(c => c.Community.Class == of).Sum(amount),
        communities.Where(c => c.Community.Class == of).Sum(c => c.Billed));
}
