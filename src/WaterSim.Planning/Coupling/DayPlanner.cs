using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>Puts a day's question to the allocation, and its answer to the pipes.</summary>
internal sealed class DayPlanner(YearPlan plan, SourceBank bank)
{
    /// <summary>Whether a source may be drawn on.</summary>
    public bool IsUsed(int source, StageOrders orders, DateOnly day) =>
        (plan.System.Sources[source].Duty == SourceDuty.InUse || orders.Standby) && !plan.IsOut(source, day);

    /// <summary>What the day's allocation is decided by.</summary>
    /// <param name="needs">What is asked for.</param>
    /// <param name="orders">The drought ladder's orders.</param>
    /// <param name="limits">What the pipes have taught.</param>
    /// <param name="stored">Water in each zone's tanks, m3; null where tanks are left out.</param>
    /// <param name="before">What was decided before.</param>
    public AllocationInput InputOf(
        DayNeeds needs, StageOrders orders, DayLimits limits, double[]? stored, Allocation? before)
    {
        var demand = new double[needs.Asked.Length];
        for (var g = 0; g < demand.Length; g++)
        {
            demand[g] = needs.Asked[g] * limits.Deliverable[g / SupplyMap.GroupsPerZone];
        }

        var extra = new double[plan.Map.Zones.Length];
        for (var z = 0; z < extra.Length; z++)
        {
            extra[z] = limits.Leaked[z] - limits.ExtraCut[z]
                + (stored is null ? 0 : plan.Dispatch.TankRecovery * (plan.MidnightVolume[z] - stored[z]));
        }

        var least = new double[plan.Links.Length];
        var most = new double[least.Length];
        for (var l = 0; l < least.Length; l++)
        {
            (least[l], most[l]) = LimitsOf(l, orders, limits);
        }

        return new AllocationInput
        {
            Sources = [.. plan.System.Sources.Select((s, i) =>
                bank.State(i, IsUsed(i, orders, needs.Date), orders.CapDays(bank.LiveShare(i))))],
            PlantCapacity = [.. plan.System.Plants.Select((p, i) =>
                Math.Min(p.Capacity * SecondsPerDay * plan.AvailableOf(i, needs.Date), limits.PlantMost[i]))],
            LinkLeast = [.. least],
            LinkMost = [.. most],
            Demand = [.. demand],
            Extra = [.. extra],
            BalanceWeight = orders.BalanceWeight,
            Before = before,
        };
    }

    /// <summary>What the pipes are ordered to do.</summary>
    public DayOrders OrdersOf(DayNeeds needs, AllocationInput input, Allocation allocation, DayLimits limits)
    {
        var factor = new double[needs.Factor.Length];
        for (var g = 0; g < factor.Length; g++)
        {
            factor[g] = needs.Factor[g] * ShareGiven(input, allocation, g);
        }

        return new DayOrders
        {
            Date = needs.Date,
            Intake = [.. plan.Map.Intakes.Select((k, i) => allocation.Draw[i] * (1 - plan.Losses[k.Plant]) * limits.IntakeScale[i])],
            Transfer = [.. plan.Links.Select((l, i) => plan.Shut[i] ? 0 : l is null ? (double?)null : allocation.Transfer[i] * limits.LinkScale[i])],
            SourceLevel = [.. plan.System.Sources.Select((_, i) => bank.Level(i))],
            Factor = [.. factor],
            Shape = needs.Shape,
        };
    }

    /// <summary>Share of what a group of consumers asks for that the allocation gives, -.</summary>
    public static double ShareGiven(AllocationInput input, Allocation allocation, int group) =>
        input.Demand[group] > 0 ? Math.Clamp(1 - (allocation.Shortage[group] / input.Demand[group]), 0, 1) : 1;

    private const double SecondsPerDay = 86_400;

    private (double Least, double Most) LimitsOf(int link, StageOrders orders, DayLimits limits)
    {
        if (plan.Shut[link])
        {
            return (0, 0);
        }

        if (plan.Links[link] is not { } operation)
        {
            return (limits.Unordered[link], limits.Unordered[link]);
        }

        // What passes on normal days need not at any stage: it might be the drier side that gives it.
        var (least, most) = operation.Limits(orders.OpenLinks);
        least = orders.Stage < 0 ? least : Math.Min(least, 0);
        least = Math.Max(least, Math.Min(limits.LinkLeast[link], 0));
        most = Math.Min(most, Math.Max(limits.LinkMost[link], 0));
        return (Math.Min(least, Math.Max(most, 0)), Math.Max(most, Math.Min(least, 0)));
    }
}
