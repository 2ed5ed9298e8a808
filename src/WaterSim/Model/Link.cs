using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>
/// What joins two nodes: a <see cref="Pipe"/>, <see cref="Pump"/> or <see cref="Valve"/>.
/// Flow is positive from <see cref="FromNode"/> to <see cref="ToNode"/>.
/// </summary>
public abstract record Link
{
    private readonly RareOfLink _rare = RareOfLink.None;

    /// <summary>The link's name, unique among links, compared ordinally (case matters).</summary>
    public required string Id { get; init; }

    /// <summary>Id of the node at the start.</summary>
    public required string FromNode { get; init; }

    /// <summary>Id of the node at the end.</summary>
    public required string ToNode { get; init; }

    /// <summary>Bends between the two nodes on the map, from start to end.</summary>
    public ImmutableArray<MapPoint> Vertices
    {
        get => _rare.Vertices;
        init => _rare = value == _rare.Vertices ? _rare : _rare with { Vertices = value };
    }

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
}
