using WaterSim.Planning.County;

namespace WaterSim.Planning.Indicators;

/// <summary>How long and how much a community had water.</summary>
/// <param name="Community">The community.</param>
/// <param name="HoursOfSupply">Hours of a day with pressure at all its nodes, h/d.</param>
/// <param name="Continuity">Share of the time at or above its service head at all its nodes, -.</param>
/// <param name="DomesticPerHead">Household use of a person with a tap, m3 a day; null where the county does not tell uses or taps.</param>
public sealed record CommunityContinuity(Community Community, double HoursOfSupply, double Continuity, double? DomesticPerHead);
