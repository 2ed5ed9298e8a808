using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Results;

/// <summary>A town's year: its communities together.</summary>
/// <param name="Town">The town.</param>
/// <param name="Needed">What its communities would have used, m3.</param>
/// <param name="Delivered">What they were given, m3.</param>
/// <param name="CommunitiesShort">Communities that were short on some day.</param>
/// <param name="MostDaysShort">Days short of the community that had most of them.</param>
/// <param name="PersonDaysShort">Sum over its communities, person-days.</param>
/// <param name="WorstShare">Least share of its need that a day gave one of its communities, -; 1 without communities.</param>
/// <param name="WorstDay">The day of it, or null without communities.</param>
/// <param name="LowestPressure">Lowest pressure head, m; NaN in a run of allocations alone.</param>
public sealed record YearTown(
    Town Town, double Needed, double Delivered, int CommunitiesShort, int MostDaysShort, double PersonDaysShort,
    double WorstShare, DateOnly? WorstDay, double LowestPressure)
{
    /// <summary>The towns of a county, in the system's order.</summary>
    /// <param name="system">The county.</param>
    /// <param name="summary">Its year.</param>
    public static ImmutableArray<YearTown> Of(CountySystem system, YearSummary summary)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(summary);
        var all = system.Communities.Zip(summary.Communities).ToLookup(c => c.First.Town, c => c.Second, StringComparer.Ordinal);
        return
        [
            .. system.Towns.Select(town =>
            {
                var own = all[town.Id].ToList();
                var worst = own.MinBy(c => c.WorstShare);
                return new YearTown(
                    town,
                    own.Sum(c => c.Needed),
                    own.Sum(c => c.Delivered),
                    own.Count(c => c.DaysShort > 0),
                    own.Select(c => c.DaysShort).DefaultIfEmpty().Max(),
                    own.Sum(c => c.PersonDaysShort),
                    worst?.WorstShare ?? 1,
                    worst?.WorstDay,
                    own.Select(c => c.LowestPressure).Where(p => !double.IsNaN(p)).DefaultIfEmpty(double.NaN).Min());
            }),
        ];
    }
}
