using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>Closes a day: draws from the sources what was taken, and sets up the balance.</summary>
internal sealed class DayBook(
    YearPlan plan, DayNeeds needs, AllocationInput input, Allocation allocation, DayDelivery? delivery)
{
    private const int Uses = 3;

    public YearDay Close(
        SourceBank bank, StageOrders orders, int runs, DayAgreement? agreement, int stage, ImmutableArray<DispatchDecision> decisions)
    {
        var draws = new double[plan.System.Sources.Length];
        var losses = new double[plan.System.Plants.Length];
        var treated = new double[losses.Length];
        var cost = delivery?.EnergyCost ?? 0;
        for (var k = 0; k < plan.Map.Intakes.Length; k++)
        {
            // What is treated is what the pipes took; what was drawn for it is more by the plant's losses.
            var intake = plan.Map.Intakes[k];
            var loss = plan.Losses[intake.Plant];
            var draw = delivery is null ? allocation.Draw[k] : Math.Max(delivery.Intake[k], 0) / (1 - loss);
            draws[intake.Source] += draw;
            losses[intake.Plant] += draw * loss;
            treated[intake.Plant] += draw * (1 - loss);
            cost += draw * (plan.Operations[intake.Plant]?.RawWaterCost ?? 0);
        }

        for (var p = 0; p < treated.Length; p++)
        {
            cost += treated[p] * ((plan.Operations[p]?.ChemicalCost ?? 0) + (plan.Operations[p]?.EnergyCost ?? 0));
        }

        var transfer = delivery?.Transfer ?? allocation.Transfer;
        for (var l = 0; l < transfer.Length; l++)
        {
            cost += Math.Abs(transfer[l]) * (plan.Links[l]?.Cost ?? 0);
        }

        var sources = bank.Close(draws, orders.ReleaseFactor);
        var (delivered, leaked, gain, overflow) = delivery is null
            ? (Allocated(), Leakage(), 0.0, 0.0)
            : (delivery.Delivered, delivery.ZoneLeaked.Sum(), delivery.ZoneStored.Sum() - delivery.Rounding, delivery.Overflow);
        var supplied = delivery is null ? Supplied() : delivery.ZoneDelivered.Sum();
        return new YearDay
        {
            Date = needs.Date,
            Stage = stage,
            Sources = sources,
            LiveShare = [.. draws.Select((_, s) => bank.LiveShare(s))],
            DaysLeft = DaysLeft(bank, orders, draws),
            Allocation = allocation,
            Delivery = delivery,
            Needed = [.. needs.Community],
            Delivered = delivered,
            Leaked = leaked,
            TreatmentLoss = [.. losses],
            PlantOutput = delivery?.PlantOutput ?? allocation.Output,
            Transfer = transfer,
            TankGain = gain,
            Overflow = overflow,
            Iterations = runs,
            Disagreement = agreement?.Worst ?? 0,
            Agrees = agreement is null || agreement.Worst <= DayAgreement.Tolerance,
            Cost = cost,
            Energy = delivery?.Energy ?? 0,
            Decisions = decisions,
            BalanceError = sources.Sum(s => s.Inflow + s.Rain - s.Evaporation - s.Seepage - s.Release - s.Spill - (s.After - s.Before))
                - losses.Sum() - supplied - leaked - gain - overflow,
        };
    }

    private ImmutableArray<double> Allocated()
    {
        var communities = plan.System.Communities;
        var given = ImmutableArray.CreateBuilder<double>(communities.Length);
        for (var c = 0; c < communities.Length; c++)
        {
            var sum = 0.0;
            for (var u = 0; u < Uses; u++)
            {
                var group = SupplyMap.GroupOf(plan.Map.ZoneOfCommunity[c], communities[c].Class, (WaterUse)u);
                sum += needs.CommunityAsked[(c * Uses) + u] * DayPlanner.ShareGiven(input, allocation, group);
            }

            given.Add(sum);
        }

        return given.MoveToImmutable();
    }

    private double Supplied() => input.Demand.Sum() - allocation.Shortage.Sum();

    private double Leakage() => input.Extra.Sum() - allocation.ExtraShortage.Sum();

    private double DaysLeft(SourceBank bank, StageOrders orders, double[] draws)
    {
        var (live, drawn) = (0.0, 0.0);
        for (var s = 0; s < draws.Length; s++)
        {
            var source = plan.System.Sources[s];
            if (source.Kind == SourceKind.Reservoir)
            {
                drawn += draws[s];
                live += input.Sources[s].IsUsed
                    ? bank.LiveShare(s) * input.Sources[s].LiveCapacity : 0;
            }
        }

        return drawn > 0 ? live / drawn : double.PositiveInfinity;
    }
}
