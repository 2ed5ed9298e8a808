using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>A town centre or a village: people, the service they are owed, and the nodes that supply them.</summary>
public sealed record Community
{
    /// <summary>Its id, unique among communities.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Id of its town.</summary>
    public required string Town { get; init; }

    /// <summary>Town centre or village.</summary>
    public required CommunityClass Class { get; init; }

    /// <summary>People who live there.</summary>
    public required int People { get; init; }

    /// <summary>What a person there uses of what one of its class does, -; a scenario changes it.</summary>
    public double HouseholdFactor { get; init; } = 1;

    /// <summary>Least pressure head its standard asks for at the main, m.</summary>
    public required double ServiceHead { get; init; }

    /// <summary>Ids of its demand nodes (INP junctions); at least one. No node belongs to two communities.</summary>
    public required ImmutableArray<string> Nodes { get; init; }
}
