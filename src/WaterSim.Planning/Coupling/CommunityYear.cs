namespace WaterSim.Planning.Coupling;

/// <summary>A community's year.</summary>
/// <param name="Needed">What it would have used, m3.</param>
/// <param name="Delivered">What it was given, m3.</param>
/// <param name="DaysShort">Days with less than 99 % of its need.</param>
/// <param name="WorstShare">Least share of its need that a day gave, -.</param>
/// <param name="WorstDay">The day of it; the first of several.</param>
/// <param name="PersonDaysShort">Its people times the share of need not met, added up over days, person-days.</param>
/// <param name="LowestPressure">Lowest pressure head at its nodes, m; NaN in a run of allocations alone.</param>
public sealed record CommunityYear(
    double Needed, double Delivered, int DaysShort, double WorstShare, DateOnly WorstDay, double PersonDaysShort, double LowestPressure);
