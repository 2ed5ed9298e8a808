namespace WaterSim.Planning.County;

/// <summary>A township: a town centre and its villages.</summary>
public sealed record Town
{
    /// <summary>Its id, unique among towns.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>People, town centre and villages together.</summary>
    public required int People { get; init; }

    /// <summary>Number of administrative villages.</summary>
    public required int Villages { get; init; }
}
