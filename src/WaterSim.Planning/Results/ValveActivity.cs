using WaterSim.Model;

namespace WaterSim.Planning.Results;

/// <summary>How many valves of a kind regulated during a run.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">Number in the network.</param>
/// <param name="ActiveEver">Number that regulated at some reported time.</param>
/// <param name="ActiveAlways">Number that regulated at every reported time.</param>
public sealed record ValveActivity(ValveKind Kind, int Count, int ActiveEver, int ActiveAlways);
