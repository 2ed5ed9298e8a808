using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>
/// What the pipes have taught the allocation: what links and intakes pass, what share of its demand a zone takes, what its
/// pipes leak. Of links and intakes it is tried again every week whether they pass more by now.
/// </summary>
internal sealed class DayLimits
{
    // By which a learnt limit is loosened from day to day, -: less than what allocation and pipes may differ by.
    private const double Loosening = 1.005;

    // Share of a link's last gap that the next is taken to be at most, -.
    private const double MostRatio = 0.75;

    private readonly double[] _gap;

    public DayLimits(YearPlan plan)
    {
        LinkMost = Filled(plan.Links.Length, double.PositiveInfinity);
        LinkLeast = Filled(plan.Links.Length, double.NegativeInfinity);
        PlantMost = Filled(plan.System.Plants.Length, double.PositiveInfinity);
        Deliverable = Filled(plan.Map.Zones.Length, 1);
        Leaked = [.. plan.Leakage];
        ExtraCut = new double[plan.Map.Zones.Length];
        Unordered = new double[plan.Links.Length];
        LinkScale = Filled(plan.Links.Length, 1);
        _gap = new double[plan.Links.Length];
        IntakeScale = Filled(plan.Map.Intakes.Length, 1);

        static double[] Filled(int length, double value)
        {
            var made = new double[length];
            Array.Fill(made, value);
            return made;
        }
    }

    /// <summary>Most a link passes from its start to its end, m3 a day.</summary>
    public double[] LinkMost { get; }

    /// <summary>Most it passes the other way, negative.</summary>
    public double[] LinkLeast { get; }

    /// <summary>Most that comes into a plant, m3 a day.</summary>
    public double[] PlantMost { get; }

    /// <summary>Share of its demand that a zone's pipes deliver on this day, -.</summary>
    public double[] Deliverable { get; }

    /// <summary>What a zone leaks, m3 a day.</summary>
    public double[] Leaked { get; }

    /// <summary>What a zone's full tanks have sent back on this day, m3.</summary>
    public double[] ExtraCut { get; }

    /// <summary>What links that nobody dispatches have passed, m3 a day.</summary>
    public double[] Unordered { get; }

    /// <summary>What a link is ordered for each m3 it is to pass, -: it may pass nothing in some hours.</summary>
    public double[] LinkScale { get; }

    /// <summary>The same of an intake, whose clear well may be full in some hours.</summary>
    public double[] IntakeScale { get; }

    /// <summary>Begins a day. On Mondays what links and intakes pass is forgotten, to be tried anew.</summary>
    public void BeginDay(DateOnly date)
    {
        Array.Clear(ExtraCut);
        Array.Clear(_gap);
        Array.Fill(Deliverable, 1);
        Array.Fill(IntakeScale, 1);
        var isForgotten = date.DayOfWeek == DayOfWeek.Monday;
        var loosening = isForgotten ? double.PositiveInfinity : Loosening;
        for (var l = 0; l < LinkMost.Length; l++)
        {
            LinkMost[l] = Loosened(LinkMost[l]);
            LinkLeast[l] = -Loosened(-LinkLeast[l]);
            LinkScale[l] = isForgotten ? 1 : LinkScale[l];
        }

        for (var p = 0; p < PlantMost.Length; p++)
        {
            PlantMost[p] = Loosened(PlantMost[p]);
        }

        // A limit of 0 would never grow again.
        double Loosened(double limit) => Math.Max(limit, 1) * loosening;
    }

    /// <summary>
    /// How much less a link is going to pass once the others carry what it does not, m3: the gaps g between what was allocated and what
    /// passed are taken to go on as they did, g r + g r^2 + ... = g r / (1 - r), r being that of the last two.
    /// </summary>
    /// <param name="link">The link.</param>
    /// <param name="gap">What was allocated less what passed, m3.</param>
    public double Foresee(int link, double gap)
    {
        var ratio = gap > 0 && _gap[link] > 0 ? Math.Min(gap / _gap[link], MostRatio) : 0;
        _gap[link] = gap;
        return gap * ratio / (1 - ratio);
    }

    /// <summary>Takes down what the day's last run has shown.</summary>
    public void EndDay(YearPlan plan, DayDelivery delivery)
    {
        for (var z = 0; z < Leaked.Length; z++)
        {
            Leaked[z] = delivery.ZoneLeaked[z];
        }

        for (var l = 0; l < Unordered.Length; l++)
        {
            Unordered[l] = plan.Links[l] is null ? delivery.Transfer[l] : 0;
        }
    }

    /// <summary>Share of what is asked for that a zone's pipes deliver, -.</summary>
    public static double ShareDelivered(DayDelivery delivery, int zone) =>
        delivery.ZoneRequired[zone] > 0 ? Math.Clamp(delivery.ZoneDelivered[zone] / delivery.ZoneRequired[zone], 0, 1) : 1;
}
