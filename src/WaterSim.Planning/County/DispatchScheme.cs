using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>How sources, plants and links are run, and what is done as water gets short; <c>dispatch:</c> of <c>system.yaml</c>.</summary>
public sealed record DispatchScheme
{
    /// <summary>Plants, in the file's order; a plant that is not named has no losses, costs or outages.</summary>
    public ImmutableArray<PlantOperation> Plants { get; init; } = [];

    /// <summary>Interconnections that may be used, in the file's order; one that is not named stays as the network has it and is not dispatched.</summary>
    public ImmutableArray<LinkOperation> Links { get; init; } = [];

    /// <summary>Who is served first, most important first: shortage falls on the last.</summary>
    public ImmutableArray<SupplyPriority> Priorities { get; init; } = [];

    /// <summary>The drought ladder, from the mildest stage to the hardest; may be empty.</summary>
    public ImmutableArray<DroughtStage> Stages { get; init; } = [];

    /// <summary>Pressure head from which demand is delivered in full, m.</summary>
    public required double RequiredPressure { get; init; }

    /// <summary>
    /// What drawing from a reservoir costs more, yuan/m3, for each unit by which its live share lies below the county's: 0 lets cost
    /// alone decide, much evens out the reservoirs.
    /// </summary>
    public double BalanceWeight { get; init; }

    /// <summary>Share of a day by which tanks and clear wells off their midnight level are brought back to it, -; 0 to 1.</summary>
    public double TankRecovery { get; init; } = 0.5;
}
