namespace WaterSim.Planning.County;

/// <summary>A link by which one plant's zone can help another's.</summary>
public sealed record Interconnection
{
    /// <summary>Its id, unique among interconnections.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Id of the first plant.</summary>
    public required string FirstPlant { get; init; }

    /// <summary>Id of the second plant.</summary>
    public required string SecondPlant { get; init; }

    /// <summary>Id of the INP link (a valve, as a rule) that opens and closes it.</summary>
    public required string Link { get; init; }

    /// <summary>How it normally stands.</summary>
    public required InterconnectionState State { get; init; }
}
