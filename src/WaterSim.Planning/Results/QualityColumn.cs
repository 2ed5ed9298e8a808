using WaterSim.Quality;

namespace WaterSim.Planning.Results;

/// <summary>
/// One column of an analysis where water is drawn: at junctions from which any was drawn in that time. Ages in s, shares from 0
/// to 1, concentrations in g/m3.
/// </summary>
public sealed record QualityColumn
{
    /// <summary>Its name: of a blend the id of a reservoir, or what else water may come from.</summary>
    public required string Name { get; init; }

    /// <summary>Mean in what is drawn: means over time at the junctions, weighted by what each draws; null where nothing is.</summary>
    public double? Drawn { get; init; }

    /// <summary>Lowest value at any time; null where nothing is drawn.</summary>
    public double? Lowest { get; init; }

    /// <summary>Id of the junction of the lowest value; null where nothing is drawn.</summary>
    public string? LowestNode { get; init; }

    /// <summary>Highest value at any time; null where nothing is drawn.</summary>
    public double? Highest { get; init; }

    /// <summary>Id of the junction of the highest value; null where nothing is drawn.</summary>
    public string? HighestNode { get; init; }

    /// <summary>Where the substance came from and went to over the whole run.</summary>
    public required QualityBalance Balance { get; init; }
}
