using System.Collections.Immutable;

namespace WaterSim.Planning.Resources;

/// <summary>How one day's water is shared. All volumes are m3 of that day.</summary>
public sealed record Allocation
{
    /// <summary>Raw water drawn by each intake, in the order of <see cref="SupplyMap.Intakes"/>.</summary>
    public required ImmutableArray<double> Draw { get; init; }

    /// <summary>Treated water that each plant gives, in the system's order.</summary>
    public required ImmutableArray<double> Output { get; init; }

    /// <summary>What each interconnection passes from its link's start to its end, negative the other way, in the system's order.</summary>
    public required ImmutableArray<double> Transfer { get; init; }

    /// <summary>What each group of consumers lacks, by <see cref="SupplyMap.GroupOf"/>.</summary>
    public required ImmutableArray<double> Shortage { get; init; }

    /// <summary>What each zone lacks of its leakage and its tanks' gain; tanks then give that.</summary>
    public required ImmutableArray<double> ExtraShortage { get; init; }

    /// <summary>Treatment, raw water and transfer, yuan.</summary>
    public required double Cost { get; init; }

    /// <summary>The limits that hold it back: where one more m3 would let shortage or cost fall. By element, in a fixed order.</summary>
    public required ImmutableArray<BindingLimit> Limits { get; init; }
}
