namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>Prices are others.</summary>
public sealed record TariffChange : ScenarioChange
{
    /// <summary>One price for all water, yuan/m3, in the place of the county's prices and blocks, or null for these. No flow depends on it.</summary>
    public double? Water { get; init; }

    /// <summary>Price of electricity, yuan/kWh, or null for the network's. Pumps with a price of their own keep it.</summary>
    public double? Electricity { get; init; }

    /// <summary>Pattern of the network that multiplies it, or null for the network's.</summary>
    public string? ElectricityPattern { get; init; }
}
