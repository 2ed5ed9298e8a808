namespace WaterSim.Planning.Comparison;

/// <summary>A community that changed.</summary>
/// <param name="Community">The community.</param>
/// <param name="Change">Its value less that in the first run, in the measure's unit.</param>
/// <param name="Verdict">Whether that is better.</param>
public sealed record CommunityChange(ComparedCommunity Community, double Change, ComparisonVerdict Verdict);
