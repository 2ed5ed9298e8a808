namespace WaterSim.Plots.Year;

/// <summary>Which way an interconnection's forward is.</summary>
/// <param name="From">Plants of the zone at the start of its link.</param>
/// <param name="To">Plants of the zone at its end.</param>
internal readonly record struct YearWay(string From, string To);
