using System.Collections.Immutable;
using WaterSim.Quality;

namespace WaterSim.Planning.Results;

/// <summary>
/// What a planner asks of one analysis of water quality: over the last day of the run, or all of it where it is shorter.
/// </summary>
public sealed record QualitySummary
{
    /// <summary>What was followed.</summary>
    public required QualityAnalysis Analysis { get; init; }

    /// <summary>Difference below which two parcels of water were one: s of age, a share, g/m3 of a chemical.</summary>
    public required double Tolerance { get; init; }

    /// <summary>One entry per column: of a blend per source, else one.</summary>
    public required ImmutableArray<QualityColumn> Columns { get; init; }
}
