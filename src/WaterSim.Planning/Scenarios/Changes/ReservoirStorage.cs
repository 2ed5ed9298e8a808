using System.Collections.Immutable;

namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>Reservoirs stand lower than usual.</summary>
public sealed record ReservoirStorage : ScenarioChange
{
    /// <summary>Ids of the sources; at least one.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>What is stored, - of the volume at normal level; 0 to 1.</summary>
    public required double Share { get; init; }
}
