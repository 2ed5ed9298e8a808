namespace WaterSim.Model;

/// <summary>One clause of a rule: a quantity of an object is compared with a value.</summary>
/// <param name="Join">How it is joined to what stands before it; the first clause's is <see cref="RuleJoin.If"/>.</param>
/// <param name="Object">What kind of thing is looked at, in the file's word.</param>
/// <param name="ObjectId">Its id; null for the system.</param>
/// <param name="Attribute">Which of its quantities.</param>
/// <param name="Relation">How it is compared.</param>
/// <param name="Value">
/// With what, in SI: head and level and pressure head m, flow and demand m3/s, setting in the link's unit, power W,
/// times s (clock times since midnight); null where <paramref name="Status"/> is given.
/// </param>
/// <param name="Status">Status compared with, or null.</param>
public sealed record RulePremise(
    RuleJoin Join,
    RuleObject Object,
    string? ObjectId,
    RuleAttribute Attribute,
    RuleRelation Relation,
    double? Value,
    LinkStatus? Status);
