namespace WaterSim.Simulation;

/// <summary>A pump's energy over a run.</summary>
public sealed record PumpEnergy
{
    /// <summary>The pump, a position in the network's links.</summary>
    public required int Link { get; init; }

    /// <summary>Share of the run in which it was on, 0 to 1.</summary>
    public required double Utilization { get; init; }

    /// <summary>Mean wire-to-water efficiency while on, percent; 0 where it never ran.</summary>
    public required double AverageEfficiency { get; init; }

    /// <summary>Energy drawn from the grid, J.</summary>
    public required double Energy { get; init; }

    /// <summary>Water pumped, m3.</summary>
    public required double Volume { get; init; }

    /// <summary>
    /// Mean over the time on of power per flow, J/m3: what EPANET reports as kWh per volume.
    /// <see cref="Energy"/> over <see cref="Volume"/> is the mean over the water pumped.
    /// </summary>
    public required double MeanEnergyPerVolume { get; init; }

    /// <summary>Mean power while on, W.</summary>
    public required double AveragePower { get; init; }

    /// <summary>Highest power, W.</summary>
    public required double PeakPower { get; init; }

    /// <summary>Cost of energy over the run, in the currency of the prices.</summary>
    public required double Cost { get; init; }
}
