namespace WaterSim.Model;

/// <summary>A diagnostic with the element it belongs to.</summary>
/// <param name="Diagnostic">What is wrong.</param>
/// <param name="Kind">Kind of element.</param>
/// <param name="Index">Its position in the network's list of that kind.</param>
internal readonly record struct ValidationFinding(Diagnostic Diagnostic, ElementKind Kind, int Index);
