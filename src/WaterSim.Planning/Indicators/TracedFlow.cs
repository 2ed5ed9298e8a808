namespace WaterSim.Planning.Indicators;

/// <summary>Water that passes from one node to another, and what that costs.</summary>
/// <param name="From">The node it leaves, a position.</param>
/// <param name="To">The node it comes to, a position.</param>
/// <param name="Flow">Flow, m3/s, 0 or more.</param>
/// <param name="Cost">Cost of the way, yuan/m3.</param>
public readonly record struct TracedFlow(int From, int To, double Flow, double Cost);
