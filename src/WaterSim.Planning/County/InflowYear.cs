using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>A year of weather that has a name: factors on the average year's months, or a file of daily values.</summary>
public sealed record InflowYear
{
    /// <summary>What it is asked for by, such as <c>dry95</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Factors on rain by month, -; twelve.</summary>
    public ImmutableArray<double> RainFactors { get; init; } = [];

    /// <summary>Factors on inflow by month, -; twelve.</summary>
    public ImmutableArray<double> InflowFactors { get; init; } = [];

    /// <summary>Factors on evaporation by month, -; twelve.</summary>
    public ImmutableArray<double> EvaporationFactors { get; init; } = [];

    /// <summary>Coefficient of variation of a month's inflow about its factor, -; 0: months are exactly their factors.</summary>
    public double Variation { get; init; }

    /// <summary>Correlation of a month's departure with the month before, -; from 0 to below 1.</summary>
    public double Persistence { get; init; }

    /// <summary>Correlation of the departures of two sources in one month, -; 0 to 1.</summary>
    public double Correlation { get; init; } = 1;

    /// <summary>CSV of daily values beside the system file, which then gives the year instead; or null.</summary>
    public string? Series { get; init; }
}
