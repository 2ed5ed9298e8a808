using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>The pumps' energy in EPANET's units.</summary>
internal static class EpanetEnergy
{
    private const double JoulePerKilowattHour = 3.6e6;
    private const double MillionGallons = 3785.411784;
    private const double Day = 86_400;

    /// <summary>One entry per pump, in the order of the links.</summary>
    public static ImmutableArray<EpanetPumpUse> Of(SimulationResults results)
    {
        // A steady state stands for an hour.
        var times = results.Network.Times;
        var seconds = times.Duration > TimeSpan.Zero ? times.Duration.TotalSeconds : 3600;
        var volume = FileUnits.Of(results.Network.Options).IsUsCustomary ? MillionGallons : 1;
        return
        [
            .. results.Energy.Select(e => new EpanetPumpUse(
                e.Link,
                (float)(100 * e.Utilization),
                (float)e.AverageEfficiency,
                (float)(e.MeanEnergyPerVolume * volume / JoulePerKilowattHour),
                (float)(e.AveragePower / 1000),
                (float)(e.PeakPower / 1000),
                (float)(e.Cost * Day / seconds))),
        ];
    }

    /// <summary>Charge for the highest power of all pumps together, currency.</summary>
    public static float DemandCharge(SimulationResults results) =>
        (float)(results.PeakPower / 1000 * results.Network.Energy.DemandCharge);
}
