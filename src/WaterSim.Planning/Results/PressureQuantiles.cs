namespace WaterSim.Planning.Results;

/// <summary>
/// A distribution of pressure heads, m. Quantiles between values are linear about the median-unbiased positions
/// (Hyndman and Fan 1996, type 8).
/// </summary>
/// <param name="Count">Number of values.</param>
/// <param name="Minimum">Lowest.</param>
/// <param name="P05">5 % lie below.</param>
/// <param name="P25">25 % lie below.</param>
/// <param name="Median">Half lie below.</param>
/// <param name="P75">75 % lie below.</param>
/// <param name="P95">95 % lie below.</param>
/// <param name="Maximum">Highest.</param>
public sealed record PressureQuantiles(
    int Count, double Minimum, double P05, double P25, double Median, double P75, double P95, double Maximum);
