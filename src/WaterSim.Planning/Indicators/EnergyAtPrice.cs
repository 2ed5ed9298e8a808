namespace WaterSim.Planning.Indicators;

/// <summary>Energy that pumps drew while it had a price.</summary>
/// <param name="Price">Price, currency per kWh.</param>
/// <param name="Share">Share of all energy, -; the shares of a run add up to 1.</param>
public sealed record EnergyAtPrice(double Price, double Share);
