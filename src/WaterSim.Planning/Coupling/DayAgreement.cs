using System.Globalization;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>How far a day's allocation and what the pipes did lie apart, and what the allocation is to learn from it.</summary>
internal sealed class DayAgreement
{
    /// <summary>What counts as agreeing, -.</summary>
    public const double Tolerance = 0.01;

    // Below this share of what they hold at midnight a zone's tanks have given what did not come, -.
    private const double Emptied = 0.5;

    private readonly YearPlan _plan;
    private readonly Allocation _allocation;
    private readonly DayDelivery _delivery;
    private readonly double _scale;

    public DayAgreement(YearPlan plan, DayNeeds needs, AllocationInput input, Allocation allocation, DayDelivery delivery)
    {
        (_plan, _allocation, _delivery) = (plan, allocation, delivery);
        _scale = needs.Need.Sum() / 100;
        for (var k = 0; k < plan.Map.Intakes.Length; k++)
        {
            Compare(IntakeOrder(k), delivery.Intake[k], () => $"intake {plan.Network.Links[plan.Map.Intakes[k].Link].Id}");
        }

        for (var l = 0; l < plan.Links.Length; l++)
        {
            Compare(allocation.Transfer[l], delivery.Transfer[l], () => $"link {plan.System.Interconnections[l].Id}");
        }

        for (var z = 0; z < plan.Map.Zones.Length; z++)
        {
            Compare(SuppliedBy(input, allocation, z), delivery.ZoneDelivered[z], () => $"zone {plan.Map.Zones[z].Id}");
        }
    }

    /// <summary>The largest difference, -, as <see cref="YearDay.Disagreement"/>.</summary>
    public double Worst { get; private set; }

    /// <summary>Where it is, and both numbers.</summary>
    public string WorstText { get; private set; } = "";

    /// <summary>Teaches the allocation what did not pass.</summary>
    public void Teach(DayLimits limits, DayOrders orders, double[] stored)
    {
        for (var l = 0; l < _plan.Links.Length; l++)
        {
            var (allocated, through) = (_allocation.Transfer[l], _delivery.Transfer[l]);
            if (_plan.Links[l] is null)
            {
                limits.Unordered[l] = through;
            }
            else if (allocated > 0 && Apart(allocated, through) > Tolerance)
            {
                limits.LinkMost[l] = Math.Max(through - limits.Foresee(l, allocated - through), 0);
                limits.LinkScale[l] = ScaleOf(orders.Transfer[l] ?? 0, through);
            }
            else if (allocated < 0 && Apart(allocated, through) > Tolerance)
            {
                limits.LinkLeast[l] = Math.Min(through + limits.Foresee(l, through - allocated), 0);
                limits.LinkScale[l] = ScaleOf(orders.Transfer[l] ?? 0, through);
            }
        }

        Span<double> ordered = stackalloc double[_plan.System.Plants.Length];
        Span<double> passed = stackalloc double[ordered.Length];
        for (var k = 0; k < _plan.Map.Intakes.Length; k++)
        {
            ordered[_plan.Map.Intakes[k].Plant] += IntakeOrder(k);
            passed[_plan.Map.Intakes[k].Plant] += _delivery.Intake[k];
            limits.IntakeScale[k] = ScaleOf(orders.Intake[k], _delivery.Intake[k]);
        }

        for (var p = 0; p < ordered.Length; p++)
        {
            if (Apart(ordered[p], passed[p]) <= Tolerance)
            {
                continue;
            }

            // Either a clear well was full for some hours, or the water did not come and tanks gave it.
            var zone = _plan.Map.ZoneOfPlant[p];
            if (stored[zone] + _delivery.ZoneStored[zone] >= Emptied * _plan.MidnightVolume[zone])
            {
                limits.ExtraCut[zone] += ordered[p] - passed[p];
            }
            else
            {
                limits.PlantMost[p] = Math.Max(passed[p], 0);
            }
        }

        for (var z = 0; z < _plan.Map.Zones.Length; z++)
        {
            limits.Leaked[z] = _delivery.ZoneLeaked[z];
            limits.Deliverable[z] = DayLimits.ShareDelivered(_delivery, z);
        }
    }

    // With it, what is allocated as it passed is ordered as it was.
    private static double ScaleOf(double ordered, double passed) => passed / ordered is > 0 and <= 1 and var share ? 1 / share : 1;

    private static double SuppliedBy(AllocationInput input, Allocation allocation, int zone)
    {
        var supplied = 0.0;
        for (var k = 0; k < SupplyMap.GroupsPerZone; k++)
        {
            var g = (zone * SupplyMap.GroupsPerZone) + k;
            supplied += input.Demand[g] - allocation.Shortage[g];
        }

        return supplied;
    }

    private double IntakeOrder(int intake) => _allocation.Draw[intake] * (1 - _plan.Losses[_plan.Map.Intakes[intake].Plant]);

    private double Apart(double allocated, double done) =>
        Math.Abs(allocated - done) / Math.Max(Math.Max(Math.Abs(allocated), Math.Abs(done)), Math.Max(_scale, double.Epsilon));

    private void Compare(double allocated, double done, Func<string> what)
    {
        var apart = Apart(allocated, done);
        if (apart > Worst)
        {
            Worst = apart;
            WorstText = string.Create(
                CultureInfo.InvariantCulture, $"{what()} was allocated {allocated:0} m3, and the pipes passed {done:0} m3");
        }
    }
}
