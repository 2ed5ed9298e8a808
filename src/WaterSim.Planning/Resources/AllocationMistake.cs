using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>Finds what is wrong with an <see cref="AllocationInput"/>.</summary>
internal static class AllocationMistake
{
    /// <summary>A sentence about the first mistake, or null.</summary>
    public static string? In(AllocationInput input, AllocationModel model)
    {
        var (system, map) = (model.System, model.Map);
        return Count(input.Sources.Length, system.Sources.Length, "sources")
            ?? Count(input.PlantCapacity.Length, system.Plants.Length, "plant capacities")
            ?? Count(input.LinkLeast.Length, system.Interconnections.Length, "links' least")
            ?? Count(input.LinkMost.Length, system.Interconnections.Length, "links' most")
            ?? Count(input.Demand.Length, map.GroupCount, "demands")
            ?? Count(input.Extra.Length, map.Zones.Length, "extras")
            ?? (input.Sources.Any(s => !double.IsFinite(s.Available + s.Live + s.LiveCapacity)) ? Number("sources") : null)
            ?? (input.PlantCapacity.Any(v => !double.IsFinite(v)) ? Number("plant capacities") : null)
            ?? (input.LinkLeast.Concat(input.LinkMost).Any(double.IsNaN) ? Number("links' limits") : null)
            ?? (input.Demand.Any(v => !double.IsFinite(v)) ? Number("demands") : null)
            ?? (input.Extra.Any(v => !double.IsFinite(v)) ? Number("extras") : null)
            ?? (double.IsFinite(input.BalanceWeight) ? null : Number("balance weights"))
            ?? (input.Before is null || Fits(input.Before, system, map) ? null : "What was decided the day before is not of this county.");
    }

    /// <summary>Whether an allocation has a number for each of a county's intakes, plants, links, groups and zones.</summary>
    public static bool Fits(Allocation allocation, CountySystem system, SupplyMap map)
    {
        return Has(allocation.Draw, map.Intakes.Length) && Has(allocation.Output, system.Plants.Length)
            && Has(allocation.Transfer, system.Interconnections.Length) && Has(allocation.Shortage, map.GroupCount)
            && Has(allocation.ExtraShortage, map.Zones.Length);

        static bool Has(ImmutableArray<double> values, int count) =>
            !values.IsDefault && values.Length == count && values.All(double.IsFinite);
    }

    private static string? Count(int count, int wanted, string what) =>
        count == wanted ? null : FormattableString.Invariant($"The input has {count} {what}, the county {wanted}.");

    private static string Number(string what) => $"Of the input's {what} one is not a finite number.";
}
