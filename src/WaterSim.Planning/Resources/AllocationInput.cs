using System.Collections.Immutable;

namespace WaterSim.Planning.Resources;

/// <summary>What one day's allocation is decided by. All volumes are m3 of that day.</summary>
public sealed record AllocationInput
{
    /// <summary>The sources, in the system's order.</summary>
    public required ImmutableArray<SourceState> Sources { get; init; }

    /// <summary>Most each plant can give, in the system's order.</summary>
    public required ImmutableArray<double> PlantCapacity { get; init; }

    /// <summary>Least each interconnection passes, from its link's start to its end, in the system's order; negative the other way.</summary>
    public required ImmutableArray<double> LinkLeast { get; init; }

    /// <summary>Most each interconnection passes; not below the least. Both 0: it is shut.</summary>
    public required ImmutableArray<double> LinkMost { get; init; }

    /// <summary>What each group of consumers is to be given, by <see cref="SupplyMap.GroupOf"/>; not negative.</summary>
    public required ImmutableArray<double> Demand { get; init; }

    /// <summary>What each zone needs besides: leakage, and what its tanks are to gain; negative where they give.</summary>
    public required ImmutableArray<double> Extra { get; init; }

    /// <summary>As <see cref="County.DispatchScheme.BalanceWeight"/>, yuan/m3.</summary>
    public required double BalanceWeight { get; init; }

    /// <summary>What was decided the day before, where the search begins; or null. It changes how long that takes, and no more than rounding of the answer.</summary>
    public Allocation? Before { get; init; }
}
