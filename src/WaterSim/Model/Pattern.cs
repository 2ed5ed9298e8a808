using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>A series of multipliers, one per pattern step, repeated for ever.</summary>
/// <param name="Id">Name, unique among patterns.</param>
/// <param name="Multipliers">Multipliers, -; at least one.</param>
/// <param name="Comment">What the engineer wrote beside it, or null.</param>
public sealed record Pattern(string Id, ImmutableArray<double> Multipliers, string? Comment = null);
