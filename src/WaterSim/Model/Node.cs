namespace WaterSim.Model;

/// <summary>A point of the network where pipes meet: a <see cref="Junction"/>, <see cref="Reservoir"/> or <see cref="Tank"/>.</summary>
public abstract record Node
{
    private readonly RareOfNode _rare = RareOfNode.None;

    /// <summary>The node's name, unique among nodes, compared ordinally (case matters).</summary>
    public required string Id { get; init; }

    /// <summary>Place on the map in the file's own map units, or null where the file gives none.</summary>
    public MapPoint? Position { get; init; }

    /// <summary>A free label for grouping (the INP [TAGS] section), or null.</summary>
    public string? Tag
    {
        get => _rare.Tag;
        init => _rare = value == _rare.Tag ? _rare : _rare with { Tag = value };
    }

    /// <summary>What the engineer wrote beside the element, or null.</summary>
    public string? Comment
    {
        get => _rare.Comment;
        init => _rare = value == _rare.Comment ? _rare : _rare with { Comment = value };
    }

    /// <summary>
    /// Quality of the water here at the start: g/m3 of a chemical, s of age, percent of a trace
    /// (<see cref="QualityOptions.Mode"/>).
    /// </summary>
    public double InitialQuality
    {
        get => _rare.InitialQuality;
        init => _rare = value == _rare.InitialQuality ? _rare : _rare with { InitialQuality = value };
    }

    /// <summary>What is dosed here, or null.</summary>
    public QualitySource? Source
    {
        get => _rare.Source;
        init => _rare = value == _rare.Source ? _rare : _rare with { Source = value };
    }
}
