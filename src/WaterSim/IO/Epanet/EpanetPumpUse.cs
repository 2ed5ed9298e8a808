namespace WaterSim.IO.Epanet;

/// <summary>A pump's energy in EPANET's binary results.</summary>
/// <param name="Link">The pump, a position in the links, from 0.</param>
/// <param name="Utilization">Share of the run in which it was on, percent.</param>
/// <param name="Efficiency">Mean efficiency while on, percent.</param>
/// <param name="EnergyPerVolume">Mean energy per volume while on, kWh per million US gallons or per m3.</param>
/// <param name="AveragePower">Mean power while on, kW.</param>
/// <param name="PeakPower">Highest power, kW.</param>
/// <param name="CostPerDay">Mean cost of energy, currency per day.</param>
public readonly record struct EpanetPumpUse(
    int Link,
    float Utilization,
    float Efficiency,
    float EnergyPerVolume,
    float AveragePower,
    float PeakPower,
    float CostPerDay);
