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

    /// <summary>Whether it can pass water both ways; else from the start to the end of its link, or the other way where <see cref="Backward"/>.</summary>
    public bool BothWays { get; init; }

    /// <summary>Whether it passes water only from the end of its link to the start, where the zone at the end stands higher.</summary>
    public bool Backward { get; init; }

    /// <summary>What passing water costs, yuan/m3: pumping, losses, trouble.</summary>
    public double Cost { get; init; }

    /// <summary>Whether it is used on normal days; else only where a stage opens all links.</summary>
    public bool OnlyInDrought { get; init; }

    /// <summary>What it may pass on a day, m3, from the start to the end of its link, negative the other way; both 0: it is shut.</summary>
    /// <param name="opened">Whether a drought stage opens all links; none then keeps to its <see cref="Normal"/>.</param>
    public (double Least, double Most) Limits(bool opened)
    {
        if (OnlyInDrought && !opened)
        {
            return (0, 0);
        }

        var least = opened ? 0 : Normal;
        return BothWays ? (opened || Normal == 0 ? -Capacity : Normal, Capacity)
            : Backward ? (-Capacity, -least)
            : (least, Capacity);
    }
}
