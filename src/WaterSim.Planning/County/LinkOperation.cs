namespace WaterSim.Planning.County;

/// <summary>How an interconnection is used.</summary>
public sealed record LinkOperation
{
    /// <summary>Id of the interconnection.</summary>
    public required string Interconnection { get; init; }

    /// <summary>Most it passes, m3 a day.</summary>
    public required double Capacity { get; init; }

    /// <summary>Least that passes on a normal day, m3 a day, to keep the main fresh or because the zone counts on it.</summary>
    public double Normal { get; init; }

    /// <summary>Whether it can pass water both ways; else from the start to the end of its link.</summary>
    public bool BothWays { get; init; }

    /// <summary>What passing water costs, yuan/m3: pumping, losses, trouble.</summary>
    public double Cost { get; init; }

    /// <summary>Whether it is used on normal days; else only where a stage opens all links.</summary>
    public bool OnlyInDrought { get; init; }
}
