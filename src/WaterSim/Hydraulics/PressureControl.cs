namespace WaterSim.Hydraulics;

/// <summary>A simple control that watches a junction's head, judged when a step has converged.</summary>
/// <param name="Link">The link acted on.</param>
/// <param name="Node">Solver node watched.</param>
/// <param name="Above">True: acts at or above the threshold; false: at or below.</param>
/// <param name="Head">Threshold as a head, m.</param>
/// <param name="Action">What is done.</param>
internal readonly record struct PressureControl(int Link, int Node, bool Above, double Head, LinkAction Action);
