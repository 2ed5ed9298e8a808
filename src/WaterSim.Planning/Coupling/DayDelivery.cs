using System.Collections.Immutable;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>What the pipes did on one day. Volumes are m3 of the day, exactly as the hydraulics moved them.</summary>
public sealed record DayDelivery
{
    /// <summary>Brought by each intake, in the order of <see cref="SupplyMap.Intakes"/>; negative where it ran back.</summary>
    public required ImmutableArray<double> Intake { get; init; }

    /// <summary>Given by each plant: what left its clear well by its outlets, in the system's order.</summary>
    public required ImmutableArray<double> PlantOutput { get; init; }

    /// <summary>Passed by each interconnection, by its link's direction, in the system's order.</summary>
    public required ImmutableArray<double> Transfer { get; init; }

    /// <summary>Asked for by each community on this day, rationing applied, in the system's order.</summary>
    public required ImmutableArray<double> Required { get; init; }

    /// <summary>Delivered to each community, leakage left out.</summary>
    public required ImmutableArray<double> Delivered { get; init; }

    /// <summary>Lowest pressure head at any of a community's nodes at any solution, m.</summary>
    public required ImmutableArray<double> LowestPressure { get; init; }

    /// <summary>Asked for in each zone, communities or not, leakage left out.</summary>
    public required ImmutableArray<double> ZoneRequired { get; init; }

    /// <summary>Delivered in each zone, communities or not, leakage left out.</summary>
    public required ImmutableArray<double> ZoneDelivered { get; init; }

    /// <summary>Leaked in each zone.</summary>
    public required ImmutableArray<double> ZoneLeaked { get; init; }

    /// <summary>Gained by the tanks and clear wells of each zone.</summary>
    public required ImmutableArray<double> ZoneStored { get; init; }

    /// <summary>Spilled by full tanks.</summary>
    public required double Overflow { get; init; }

    /// <summary>Water that setting tanks exactly full or empty has added, see <see cref="WaterSim.Simulation.WaterBalance.Rounding"/>.</summary>
    public required double Rounding { get; init; }

    /// <summary>What does not close over the network.</summary>
    public required double Error { get; init; }

    /// <summary>Energy of all pumps, J.</summary>
    public required double Energy { get; init; }

    /// <summary>Cost of that energy, yuan.</summary>
    public required double EnergyCost { get; init; }

    /// <summary>Whether every step reached the solver's accuracy.</summary>
    public required bool IsConverged { get; init; }

    /// <summary>The 24 hours from midnight, or null where nobody asks for them.</summary>
    public ImmutableArray<DayHour>? Hours { get; init; }

    /// <summary>The network at midnight, which the next day begins with.</summary>
    public required CountyState End { get; init; }
}
