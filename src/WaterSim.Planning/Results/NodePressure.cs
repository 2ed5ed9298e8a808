namespace WaterSim.Planning.Results;

/// <summary>A node's lowest pressure over a run.</summary>
/// <param name="Node">Id of the node.</param>
/// <param name="MinimumPressure">Lowest pressure head at a reported time, m; null where no source reaches it.</param>
/// <param name="Time">Its reported time: the first of several.</param>
public sealed record NodePressure(string Node, double? MinimumPressure, TimeSpan Time);
