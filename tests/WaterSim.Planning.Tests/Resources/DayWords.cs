using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

/// <summary>Days in the making.</summary>
internal static class DayWords
{
    /// <summary>With some demand of a group of consumers.</summary>
    public static AllocationInput Needing(this AllocationInput day, int zone, CommunityClass of, WaterUse use, double volume) =>
        day with { Demand = day.Demand.SetItem(SupplyMap.GroupOf(zone, of, use), volume) };

    public static AllocationInput Losing(this AllocationInput day, int zone, double volume) =>
        day with { Extra = day.Extra.SetItem(zone, volume) };

    public static AllocationInput From(this AllocationInput day, params ImmutableArray<SourceState> sources) => day with { Sources = sources };

    public static AllocationInput Treating(this AllocationInput day, params ImmutableArray<double> capacities) =>
        day with { PlantCapacity = capacities };

    public static AllocationInput Passing(this AllocationInput day, int link, double least, double most) => day with
    {
        LinkLeast = day.LinkLeast.SetItem(link, least),
        LinkMost = day.LinkMost.SetItem(link, most),
    };

    public static double Lacking(this Allocation allocation, int zone, CommunityClass of, WaterUse use) =>
        allocation.Shortage[SupplyMap.GroupOf(zone, of, use)];
}
