using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Comparison;

/// <summary>A community in each of the runs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Town">Id of its town.</param>
/// <param name="Class">Town centre or village; null where the runs do not tell.</param>
/// <param name="People">Its people in the first run that has it.</param>
/// <param name="Values">By measure, in the comparison's order, one value per run; null where a run does not tell or has no such place.</param>
public sealed record ComparedCommunity(
    string Id, LocalizedName Name, string Town, CommunityClass? Class, int People, ImmutableArray<ImmutableArray<double?>> Values)
{
    /// <summary>A run's value less that of the first; null where either is missing, and of the first.</summary>
    /// <param name="measure">Position of the measure.</param>
    /// <param name="run">Position of the run.</param>
    public double? Difference(int measure, int run) => run == 0 ? null : Values[measure][run] - Values[measure][0];
}
