using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>What few links have, kept apart so that the others need no room for it.</summary>
internal sealed record RareOfLink
{
    /// <summary>What links have that have nothing rare.</summary>
    public static readonly RareOfLink None = new();

    /// <inheritdoc cref="Link.Vertices"/>
    public ImmutableArray<MapPoint> Vertices { get; init; } = [];

    /// <inheritdoc cref="Link.Tag"/>
    public string? Tag { get; init; }

    /// <inheritdoc cref="Link.Comment"/>
    public string? Comment { get; init; }
}
