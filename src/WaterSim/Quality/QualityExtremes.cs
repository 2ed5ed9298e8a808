using System.Collections.Immutable;

namespace WaterSim.Quality;

/// <summary>Lowest, mean and highest values over a time, in the unit of the analysis; a row of columns per node.</summary>
/// <param name="Lowest">Lowest values.</param>
/// <param name="Mean">Means over time.</param>
/// <param name="Highest">Highest values.</param>
public sealed record QualityExtremes(
    ImmutableArray<double> Lowest, ImmutableArray<double> Mean, ImmutableArray<double> Highest)
{
    /// <summary>Nothing was taken down.</summary>
    public static QualityExtremes None { get; } = new([], [], []);
}
