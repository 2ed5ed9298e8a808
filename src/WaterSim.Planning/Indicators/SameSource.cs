using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Same source: how far the waters of towns and villages differ in where they come from. With shares b_cs of source s in the water of
/// community c of P_c people:
/// <code>
/// b_s(class) = sum_c P_c b_cs / sum_c P_c            over the class's communities
/// distance   D = 1/2 sum_s |b_s(urban) - b_s(rural)|   0: the same blend; 1: no source in common
/// </code>
/// D, -, is the share of a village's water that would have to come from another source for its blend to be the town's. For the county as
/// a whole, and town by town (centre against its own villages, mean by the villagers). Source: total variation distance, Levin, Peres and
/// Wilmer (2009), <i>Markov Chains and Mixing Times</i>, prop. 4.2; Duncan and Duncan's (1955) index of dissimilarity.
/// </summary>
public sealed record SameSource
{
    /// <summary>Distance of the blends of all townspeople and all villagers, 0 to 1, -.</summary>
    public required double? CountyDistance { get; init; }

    /// <summary>Distance of each town's centre from its own villages, 0 to 1, -: mean by villagers.</summary>
    public required double? WithinTownsDistance { get; init; }

    /// <summary>The town whose centre and villages differ most, or null.</summary>
    public required Town? FarthestTown { get; init; }

    /// <summary>Its distance, 0 to 1, -.</summary>
    public required double? FarthestDistance { get; init; }

    /// <summary>Compares the blends of a run.</summary>
    /// <param name="system">The county.</param>
    /// <param name="quality">Quality over the last day of its run.</param>
    /// <returns>The comparison, or null where no blend was followed.</returns>
    public static SameSource? Of(CountySystem system, CountyQuality? quality)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (quality is null || quality.Sources.IsEmpty)
        {
            return null;
        }

        var towns = system.Towns
            .Select(t => (Town: t, Mine: quality.Communities.Where(c => c.Community.Town == t.Id).ToArray()))
            .Select(t => (t.Town, Distance: Distance(t.Mine), Villagers: People(t.Mine, CommunityClass.Rural)))
            .Where(t => t.Distance is not null)
            .Select(t => (t.Town, Distance: t.Distance!.Value, t.Villagers))
            .ToArray();
        var farthest = towns.Length == 0 ? default : towns.MaxBy(t => t.Distance);
        return new SameSource
        {
            CountyDistance = Distance(quality.Communities),
            WithinTownsDistance = Equity.Mean(towns.Select(t => (t.Distance, t.Villagers))),
            FarthestTown = farthest.Town,
            FarthestDistance = towns.Length == 0 ? null : farthest.Distance,
        };
    }

    /// <summary>Half the sum of absolute differences of two blends, 0 to 1, -.</summary>
    /// <param name="one">Shares of a blend, -; they add up to 1.</param>
    /// <param name="other">Shares of another, of the same sources in the same order.</param>
    /// <exception cref="ArgumentException">The blends have not the same number of sources.</exception>
    public static double Distance(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Count == other.Count
            ? one.Zip(other, (a, b) => Math.Abs(a - b)).Sum() / 2
            : throw new ArgumentException("Blends that are compared have the same sources.", nameof(other));
    }

    private static double? Distance(IReadOnlyCollection<CommunityQuality> communities) =>
        Blend(communities, CommunityClass.Urban) is { } urban && Blend(communities, CommunityClass.Rural) is { } rural
            ? Distance(urban, rural)
            : null;

    private static double[]? Blend(IReadOnlyCollection<CommunityQuality> communities, CommunityClass of)
    {
        var people = People(communities, of);
        if (people <= 0)
        {
            return null;
        }

        var mine = communities.Where(c => c.Community.Class == of && c.Community.People > 0).ToArray();
        return [.. mine[0].Shares.Select((_, s) => mine.Sum(c => c.Community.People * c.Shares[s]) / people)];
    }

    private static double People(IEnumerable<CommunityQuality> communities, CommunityClass of) =>
        communities.Where(c => c.Community.Class == of).Sum(c => (double)c.Community.People);
}
