namespace WaterSim.Planning.County;

/// <summary>Whether a community is a town centre or a village.</summary>
public enum CommunityClass
{
    /// <summary>A town centre.</summary>
    Urban,

    /// <summary>An administrative village.</summary>
    Rural,
}
