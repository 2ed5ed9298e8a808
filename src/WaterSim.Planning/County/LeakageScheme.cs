using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>Leakage, which follows pressure: <c>q = c p^n</c> at each node.</summary>
/// <param name="Categories">Categories of the network's demands that are leakage on an average day; c is fitted to them.</param>
/// <param name="Exponent">n, -; 0.5 for holes of fixed size, about 1 for a district of mixed pipes.</param>
public sealed record LeakageScheme(ImmutableArray<string> Categories, double Exponent);
