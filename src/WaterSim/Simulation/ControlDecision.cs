using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>One change that a control or a rule made to a link: when, what and why.</summary>
/// <param name="Time">Time since the start, s.</param>
/// <param name="Link">The link, a position in the network's links.</param>
/// <param name="Before">Its status before.</param>
/// <param name="After">Its status after.</param>
/// <param name="Setting">Its setting after, in its SI unit; null where none is in force.</param>
/// <param name="Cause">What made the change, such as <c>rule R1</c> or <c>control 3: tank T1 at or below 2.5 m</c>.</param>
public sealed record ControlDecision(
    long Time, int Link, LinkStatus Before, LinkStatus After, double? Setting, string Cause);
