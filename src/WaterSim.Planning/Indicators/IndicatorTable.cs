using System.Collections.Immutable;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// The indicators of a run as rows of text and number, in the units that planners read, in a fixed order: what tables, summaries,
/// comparisons and reports are made of. Money is in yuan, yearly figures in millions of yuan; what belongs to the run's length is told by the day.
/// </summary>
/// <param name="Rows">One per indicator; of a run judged by some groups only (<see cref="CountyIndicators.Asked"/>) theirs.</param>
/// <param name="Standards">Judgement by the standards; empty where it was not asked for.</param>
/// <param name="Failures">What fails and whom that cuts off, links, boosters, plants and sources; empty where it was not asked for.</param>
public sealed record IndicatorTable(
    ImmutableArray<IndicatorRow> Rows,
    ImmutableArray<StandardRow> Standards,
    ImmutableArray<FailureRow> Failures)
{
    /// <summary>The rows of a run.</summary>
    /// <param name="indicators">Its indicators.</param>
    public static IndicatorTable Of(CountyIndicators indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        return new IndicatorTable(
            [.. IndicatorRows.All(indicators).Where(row => IsAsked(indicators, GroupOf(row.Group)))],
            IsAsked(indicators, IndicatorGroup.Standards) ? [.. indicators.Standards.Select(StandardRow.Of)] : [],
            IsAsked(indicators, IndicatorGroup.Resilience) ? FailureRow.All(indicators.Failures) : []);
    }

    private static bool IsAsked(CountyIndicators indicators, IndicatorGroup group) =>
        indicators.Asked is not { } asked || asked.Contains(group);

    // What single failures cut off is a part of resilience; same service is called equality, for service is a group too.
    private static IndicatorGroup GroupOf(string group) => group switch
    {
        IndicatorRows.Service => IndicatorGroup.Service,
        IndicatorRows.Source => IndicatorGroup.SameSource,
        IndicatorRows.Quality => IndicatorGroup.SameQuality,
        IndicatorRows.Price => IndicatorGroup.SamePrice,
        IndicatorRows.Equality => IndicatorGroup.SameService,
        IndicatorRows.Losses => IndicatorGroup.Losses,
        IndicatorRows.Energy => IndicatorGroup.Energy,
        IndicatorRows.Finance => IndicatorGroup.Finance,
        _ => IndicatorGroup.Resilience,
    };
}
