using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>Rain, evaporation and runoff of an average year.</summary>
public sealed record ClimateNormals
{
    /// <summary>Rain, m a year.</summary>
    public required double Rain { get; init; }

    /// <summary>Evaporation from open water, m a year.</summary>
    public required double Evaporation { get; init; }

    /// <summary>Share of the rain that a catchment gives to its stream, -.</summary>
    public required double RunoffCoefficient { get; init; }

    /// <summary>Share of the year's rain by month, -, January first; twelve that add up to 1.</summary>
    public required ImmutableArray<double> RainShares { get; init; }

    /// <summary>Share of the year's inflow by month, -; twelve that add up to 1.</summary>
    public required ImmutableArray<double> InflowShares { get; init; }

    /// <summary>Share of the year's evaporation by month, -; twelve that add up to 1.</summary>
    public required ImmutableArray<double> EvaporationShares { get; init; }
}
