using System.Collections.Immutable;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>What the dispatch orders for one day: how the network is to be run. Volumes are m3 of the day.</summary>
public sealed record DayOrders
{
    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Water each intake is to bring, evenly over the day, in the order of <see cref="SupplyMap.Intakes"/>; what the plant treats, its losses left out.</summary>
    public required ImmutableArray<double> Intake { get; init; }

    /// <summary>What each interconnection is to pass, evenly over the day, by its link's direction; null: as the network has it.</summary>
    public required ImmutableArray<double?> Transfer { get; init; }

    /// <summary>Water level of each source, m, in the system's order.</summary>
    public required ImmutableArray<double> SourceLevel { get; init; }

    /// <summary>Factor on what each group of consumers uses on an average day, -, by <see cref="SupplyMap.GroupOf"/>: season, festival, rationing.</summary>
    public required ImmutableArray<double> Factor { get; init; }

    /// <summary>Multipliers of the hours 0 to 23, -, for each class and use (position class * 3 + use); mean 1.</summary>
    public required ImmutableArray<ImmutableArray<double>> Shape { get; init; }

    /// <summary>Whether other orders of the same day are these but for rounding.</summary>
    internal bool IsSameAs(DayOrders other)
    {
        for (var k = 0; k < Intake.Length; k++)
        {
            if (!Same(Intake[k], other.Intake[k]))
            {
                return false;
            }
        }

        for (var l = 0; l < Transfer.Length; l++)
        {
            if (Transfer[l].HasValue != other.Transfer[l].HasValue || !Same(Transfer[l] ?? 0, other.Transfer[l] ?? 0))
            {
                return false;
            }
        }

        for (var g = 0; g < Factor.Length; g++)
        {
            if (!Same(Factor[g], other.Factor[g]))
            {
                return false;
            }
        }

        return true;

        static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-6 * Math.Max(Math.Abs(a), 1e-3);
    }
}
