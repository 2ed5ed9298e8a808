namespace WaterSim.Planning.Coupling;

/// <summary>Something that was decided, and by which rule.</summary>
/// <param name="Date">The day.</param>
/// <param name="Rule">Id of the drought stage, or the word for what decided: <c>outage</c>, <c>capacity</c>, <c>hydraulics</c>.</param>
/// <param name="Element">Id of what it is about; empty: the county.</param>
/// <param name="Text">What was decided and why, in English, in one sentence with its numbers and units.</param>
public sealed record DispatchDecision(DateOnly Date, string Rule, string Element, string Text);
