namespace WaterSim.Model;

/// <summary>One line of [CONTROLS]: when its condition holds, a link is opened, closed or set.</summary>
/// <param name="LinkId">The link that is acted on.</param>
/// <param name="Action">What is done to it.</param>
/// <param name="Condition">When.</param>
public sealed record SimpleControl(string LinkId, ControlAction Action, ControlCondition Condition);
