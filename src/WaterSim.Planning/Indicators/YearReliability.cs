using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// How reliable a supply was through a run of many days:
/// <code>
/// by volume    V = sum_c delivered_c / sum_c needed_c
/// by time      T = sum_c P_c (1 - days short_c / days) / sum_c P_c
/// worst        D = max_c days short_c
/// </code>
/// P_c people of community c; a day is short with less than 99 % of its need. V and T are shares, -; D days. Source: Hashimoto, Stedinger and Loucks
/// (1982), Water Resources Research 18, 14-20.
/// </summary>
public sealed record YearReliability
{
    /// <summary>Water delivered over water needed V, -; null where none was needed.</summary>
    public required double? ByVolume { get; init; }

    /// <summary>Share of days without shortage T, mean by people, -; null without people or days.</summary>
    public required double? ByTime { get; init; }

    /// <summary>Days short of the community that had most.</summary>
    public required int WorstDaysShort { get; init; }

    /// <summary>People whose community had a day short.</summary>
    public required int PeopleEverShort { get; init; }

    /// <summary>The judgement by the standard of days short, or null where the system file gives none.</summary>
    public required StandardResult? Standard { get; init; }

    /// <summary>Summarises a run of many days.</summary>
    /// <param name="system">The county.</param>
    /// <param name="year">Its days.</param>
    /// <exception cref="ArgumentException">The two have not the same number of communities.</exception>
    public static YearReliability Of(CountySystem system, YearSummary year)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(year);
        if (system.Communities.Length != year.Communities.Length)
        {
            throw new ArgumentException("The year is that of another county: it has other communities.", nameof(year));
        }

        var communities = system.Communities.Zip(year.Communities, (Community, Year) => (Community, Year)).ToArray();
        return new YearReliability
        {
            ByVolume = Equity.Ratio(communities.Sum(c => c.Year.Delivered), communities.Sum(c => c.Year.Needed)),
            ByTime = year.Days > 0
                ? Equity.Mean(communities.Select(c => (1 - ((double)c.Year.DaysShort / year.Days), (double)c.Community.People)))
                : null,
            WorstDaysShort = communities.Select(c => c.Year.DaysShort).DefaultIfEmpty(0).Max(),
            PeopleEverShort = communities.Where(c => c.Year.DaysShort > 0).Sum(c => c.Community.People),
            Standard = StandardsCheck.Of(system, year),
        };
    }
}
