using WaterSim.Planning.County;

namespace WaterSim.Planning.Comparison;

/// <summary>What is read of a community in one run; values by measure.</summary>
internal sealed record CommunityFacts(
    string Id, LocalizedName Name, string Town, CommunityClass? Class, int People, double?[] Values);
