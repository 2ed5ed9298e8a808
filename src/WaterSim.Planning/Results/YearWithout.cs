using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Results;

/// <summary>What an interconnection buys: the same year without it.</summary>
/// <param name="Interconnection">Id of the interconnection that was not used.</param>
/// <param name="Summary">The year without it.</param>
public sealed record YearWithout(string Interconnection, YearSummary Summary);
