using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>How a plant is run.</summary>
public sealed record PlantOperation
{
    /// <summary>Id of the plant.</summary>
    public required string Plant { get; init; }

    /// <summary>Raw water lost in treatment, - of what is drawn; 0 to below 1.</summary>
    public double Loss { get; init; }

    /// <summary>Chemicals, yuan/m3 treated.</summary>
    public double ChemicalCost { get; init; }

    /// <summary>Energy, yuan/m3 treated.</summary>
    public double EnergyCost { get; init; }

    /// <summary>Raw water, yuan/m3 drawn.</summary>
    public double RawWaterCost { get; init; }

    /// <summary>Days on which it gives less.</summary>
    public ImmutableArray<PlantOutage> Outages { get; init; } = [];
}
