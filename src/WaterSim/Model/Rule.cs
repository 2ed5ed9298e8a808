using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>
/// A rule of [RULES]: when its premises hold its actions are taken, else the other ones. Evaluated on sub-steps of the
/// hydraulic step.
/// </summary>
/// <param name="Id">Name; EPANET lets several rules bear the same.</param>
/// <param name="Premises">
/// Clauses in the order of the file; the first is joined by IF. AND binds more loosely than OR does: the clauses are
/// worked off from left to right, as EPANET does.
/// </param>
/// <param name="Then">Actions when the premises hold; at least one.</param>
/// <param name="Else">Actions when they do not; may be empty.</param>
/// <param name="Priority">Of two rules that would set a link at once the one of higher priority wins, of equals the first; null: 0.</param>
/// <param name="IsEnabled">False: kept and written back, but not evaluated.</param>
public sealed record Rule(
    string Id,
    ImmutableArray<RulePremise> Premises,
    ImmutableArray<RuleAction> Then,
    ImmutableArray<RuleAction> Else,
    double? Priority = null,
    bool IsEnabled = true);
