namespace WaterSim.Model;

/// <summary>What a rule does to a link: a status or a setting.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Action">What is done to it.</param>
public sealed record RuleAction(string LinkId, ControlAction Action);
