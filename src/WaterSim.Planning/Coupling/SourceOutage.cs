namespace WaterSim.Planning.Coupling;

/// <summary>Days on which nothing is drawn from a source, whatever the dispatch would.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record SourceOutage(string Source, DateOnly From, DateOnly To);
