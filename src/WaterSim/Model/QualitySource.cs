namespace WaterSim.Model;

/// <summary>A place where a chemical enters.</summary>
/// <param name="Kind">How it is given.</param>
/// <param name="Strength">How much: g/s of a mass source, else g/m3.</param>
/// <param name="PatternId">Pattern of the strength over time, or null.</param>
public sealed record QualitySource(QualitySourceKind Kind, double Strength, string? PatternId = null)
{
    /// <summary>
    /// Only while the water that comes is below this concentration, g/m3, does a <see cref="QualitySourceKind.SetPoint"/>
    /// dose; null: always, as EPANET does. The pattern does not change it. An INP file cannot hold it.
    /// </summary>
    public double? Below { get; init; }
}
