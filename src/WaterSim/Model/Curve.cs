using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>A curve through points, in the SI units that its kind says.</summary>
/// <param name="Id">Name, unique among curves.</param>
/// <param name="Kind">What the curve describes.</param>
/// <param name="Points">Points in order of rising x.</param>
/// <param name="Comment">What the engineer wrote beside it, or null.</param>
public sealed record Curve(string Id, CurveKind Kind, ImmutableArray<CurvePoint> Points, string? Comment = null);
