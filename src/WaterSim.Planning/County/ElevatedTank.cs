namespace WaterSim.Planning.County;

/// <summary>A tank on high ground that balances the day's demand of its town.</summary>
public sealed record ElevatedTank
{
    /// <summary>Id of the INP tank.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Id of the town it serves.</summary>
    public required string Town { get; init; }
}
