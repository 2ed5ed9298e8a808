namespace WaterSim.Model;

/// <summary>What few nodes have, kept apart so that the others need no room for it.</summary>
internal sealed record RareOfNode
{
    /// <summary>What nodes have that have nothing rare.</summary>
    public static readonly RareOfNode None = new();

    /// <inheritdoc cref="Node.Tag"/>
    public string? Tag { get; init; }

    /// <inheritdoc cref="Node.Comment"/>
    public string? Comment { get; init; }

    /// <inheritdoc cref="Node.InitialQuality"/>
    public double InitialQuality { get; init; }

    /// <inheritdoc cref="Node.Source"/>
    public QualitySource? Source { get; init; }
}
