namespace WaterSim.Model;

/// <summary>A place where a chemical enters.</summary>
/// <param name="Kind">How it is given.</param>
/// <param name="Strength">How much: g/s of a mass source, else g/m3.</param>
/// <param name="PatternId">Pattern of the strength over time, or null.</param>
public sealed record QualitySource(QualitySourceKind Kind, double Strength, string? PatternId = null);
