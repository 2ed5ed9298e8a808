namespace WaterSim.Model;

/// <summary>A point of the network where pipes meet: a <see cref="Junction"/>, <see cref="Reservoir"/> or <see cref="Tank"/>.</summary>
public abstract record Node
{
    /// <summary>The node's name, unique among nodes, compared ordinally (case matters).</summary>
    public required string Id { get; init; }

    /// <summary>Place on the map in the file's own map units, or null where the file gives none.</summary>
    public MapPoint? Position { get; init; }

    /// <summary>A free label for grouping (the INP [TAGS] section), or null.</summary>
    public string? Tag { get; init; }

    /// <summary>What the engineer wrote beside the element, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// Quality of the water here at the start: g/m3 of a chemical, s of age, percent of a trace
    /// (<see cref="QualityOptions.Mode"/>).
    /// </summary>
    public double InitialQuality { get; init; }

    /// <summary>What is dosed here, or null.</summary>
    public QualitySource? Source { get; init; }
}
