using System.Collections.Immutable;

namespace WaterSim.Planning.Comparison;

/// <summary>A series of one run; empty where it has none.</summary>
/// <param name="At">Since the start of the run, rising: h of a day's run, d of a year's.</param>
/// <param name="Values">A value each.</param>
public sealed record ComparedLine(ImmutableArray<double> At, ImmutableArray<double> Values);
