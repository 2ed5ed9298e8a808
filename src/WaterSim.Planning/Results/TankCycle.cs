using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>How a tank's level moved over a run and how often its water was exchanged.</summary>
public sealed record TankCycle
{
    /// <summary>Id of the tank.</summary>
    public required string Id { get; init; }

    /// <summary>The county's elevated tank, or null where it is none.</summary>
    public ElevatedTank? Tank { get; init; }

    /// <summary>The plant whose clear well it is, or null.</summary>
    public TreatmentPlant? Plant { get; init; }

    /// <summary>What it is in the tables: <c>elevated_tank</c>, <c>clear_well</c> or <c>tank</c>.</summary>
    internal string Role => Tank is not null ? "elevated_tank" : Plant is not null ? "clear_well" : "tank";

    /// <summary>Volume when full, m3.</summary>
    public required double Volume { get; init; }

    /// <summary>Level at the first reported time, m above the bottom.</summary>
    public required double StartLevel { get; init; }

    /// <summary>Level at the last reported time, m above the bottom.</summary>
    public required double EndLevel { get; init; }

    /// <summary>Lowest level at a reported time, m above the bottom.</summary>
    public required double MinimumLevel { get; init; }

    /// <summary>Highest level at a reported time, m above the bottom.</summary>
    public required double MaximumLevel { get; init; }

    /// <summary>Water that left it over the reported times, m3: the sum over its links of the flows away from it.</summary>
    public required double Outflow { get; init; }

    /// <summary><see cref="Outflow"/> over <see cref="Volume"/> and time, 1/d; null for a single time or a tank without volume.</summary>
    public required double? Turnover { get; init; }
}
