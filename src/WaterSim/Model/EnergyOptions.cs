namespace WaterSim.Model;

/// <summary>What pumping costs where a pump does not say otherwise.</summary>
public sealed record EnergyOptions
{
    /// <summary>Wire-to-water efficiency of pumps without a curve, percent.</summary>
    public double Efficiency { get; init; } = 75;

    /// <summary>Price of energy, currency per kWh.</summary>
    public double Price { get; init; }

    /// <summary>Pattern that multiplies the price, or null.</summary>
    public string? PricePatternId { get; init; }

    /// <summary>Charge for the day's peak power, currency per kW.</summary>
    public double DemandCharge { get; init; }
}
