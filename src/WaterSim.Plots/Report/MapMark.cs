namespace WaterSim.Plots.Report;

/// <summary>A facility or a town's name on the map.</summary>
/// <param name="Kind"><c>plant</c>, <c>tank</c>, <c>booster</c>, <c>source</c>, <c>standby</c> or <c>town</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in the report's language.</param>
/// <param name="X">Place on the grid, NaN where it has none.</param>
/// <param name="Y">Place on the grid, downwards.</param>
internal sealed record MapMark(string Kind, string Id, string Name, double X, double Y);
