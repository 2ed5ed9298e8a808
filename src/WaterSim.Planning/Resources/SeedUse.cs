namespace WaterSim.Planning.Resources;

/// <summary>What a stream of random numbers is for.</summary>
internal enum SeedUse
{
    /// <summary>What all sources share of their months.</summary>
    County = 1,

    /// <summary>What each source's months have of their own.</summary>
    Source = 2,

    /// <summary>On which days of a month it rains, and how much.</summary>
    RainDays = 3,
}
