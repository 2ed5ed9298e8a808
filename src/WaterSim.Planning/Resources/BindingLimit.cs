namespace WaterSim.Planning.Resources;

/// <summary>A limit that an allocation has come to.</summary>
/// <param name="Kind">What is limited.</param>
/// <param name="Element">Id of the source, plant or interconnection.</param>
/// <param name="Limit">The limit, m3 of the day.</param>
/// <param name="Worth">What one more m3 would save, yuan, shortage counted by its penalty.</param>
public sealed record BindingLimit(LimitKind Kind, string Element, double Limit, double Worth);
