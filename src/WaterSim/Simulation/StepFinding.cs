namespace WaterSim.Simulation;

/// <summary>Something about one hydraulic solution that deserves a look.</summary>
/// <param name="Code">
/// What: <c>WS3001</c> not converged, <c>WS3002</c> no solution at a node, <c>WS3004</c> negative pressure,
/// <c>WS3005</c> pump that cannot lift so high, <c>WS3006</c> pump beyond its curve, <c>WS3007</c> valve that cannot hold
/// its setting, <c>WS3008</c> junction cut off from every source, <c>WS3009</c> restless link. DIAGNOSTICS.md says more.
/// </param>
/// <param name="IsNode">True: <paramref name="Element"/> is a position in the network's nodes; false: in its links.</param>
/// <param name="Element">Which element; -1 where none can be named.</param>
/// <param name="Value">
/// How much, in SI: negative pressure m; lift wanted m; flow of the pump m3/s; setting of the valve; demand of the
/// junction m3/s; relative flow change -.
/// </param>
public readonly record struct StepFinding(string Code, bool IsNode, int Element, double Value);
