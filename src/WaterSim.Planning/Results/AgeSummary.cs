namespace WaterSim.Planning.Results;

/// <summary>Age of the water that communities draw, over the last day of a run.</summary>
/// <param name="Mean">Mean over all communities' nodes, s, by the water that nodes draw.</param>
/// <param name="Oldest">The community of the oldest water at any node and any time, or null where there are none.</param>
public sealed record AgeSummary(double Mean, CommunityQuality? Oldest);
