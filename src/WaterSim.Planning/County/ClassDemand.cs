namespace WaterSim.Planning.County;

/// <summary>Household use of a class of communities.</summary>
/// <param name="Class">Town or village.</param>
/// <param name="PerHead">Use of a person with a tap, m3 a day, of an average day.</param>
/// <param name="Penetration">Share of people who have a tap, -; above 0, at most 1.</param>
public sealed record ClassDemand(CommunityClass Class, double PerHead, double Penetration);
