namespace WaterSim.Plots.Map;

/// <summary>Nodes that the map singles out.</summary>
/// <param name="BelowService">Nodes whose lowest pressure is below their community's service head.</param>
/// <param name="Unreached">Nodes that no source reaches.</param>
internal readonly record struct MapNotes(int BelowService, int Unreached);
