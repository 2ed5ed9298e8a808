using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios.Changes;
using WaterSim.Quality;

namespace WaterSim.Planning.Scenarios;

/// <summary>
/// What may happen to a county: changes to its network and system, and what is to be run and followed. Read from a file by
/// <see cref="ScenarioReader"/>, what its bases say already taken in; immutable.
/// </summary>
public sealed record Scenario
{
    /// <summary>What it is called, as the file says; any text: fit to be shown, not to name a file.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>What it is about, or null.</summary>
    public LocalizedName? Description { get; init; }

    /// <summary>Length of the run, or null for the network's.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether demand depends on pressure, or null for the network's.</summary>
    public DemandModel? DemandModel { get; init; }

    /// <summary>
    /// Pressure head from which demand is delivered in full, m, or null: where <see cref="DemandModel"/> makes demand
    /// depend on pressure that of the county's dispatch, else the network's.
    /// </summary>
    public double? RequiredPressure { get; init; }

    /// <summary>What is to be followed through the network, or null for what the network asks for.</summary>
    public ImmutableArray<QualityAnalysis>? Quality { get; init; }

    /// <summary>What it is to be judged by, or null for everything.</summary>
    public ImmutableArray<IndicatorGroup>? Indicators { get; init; }

    /// <summary>What changes, those of the base first.</summary>
    public ImmutableArray<ScenarioChange> Changes { get; init; } = [];

    /// <summary>The changes that a run of days or a year takes.</summary>
    internal IEnumerable<ScenarioChange> ChangesOf(ScenarioSpan span) => Changes.Where(c => c.Only is null || c.Only == span);
}
