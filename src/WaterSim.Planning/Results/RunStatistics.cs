using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>Per-node figures over a run, computed once.</summary>
internal sealed class RunStatistics
{
    private readonly SimulationResults _results;
    private readonly double[] _weights;

    public RunStatistics(SimulationResults results)
    {
        _results = results;
        _weights = Weights(results);
        var n = results.Network.Nodes.Length;
        Span = results.Times.Length > 1 ? (results.Times[^1] - results.Times[0]).TotalSeconds : 0;
        MinimumPressure = Filled(n, double.PositiveInfinity);
        MinimumAt = new int[n];
        MaximumPressure = Filled(n, double.NegativeInfinity);
        Required = new double[n];
        Delivered = new double[n];
        for (var k = 0; k < results.Times.Length; k++)
        {
            var pressures = results.Pressures(k);
            for (var i = 0; i < n; i++)
            {
                var p = pressures[i];

                // NaN (no source reaches the node) is the worst there is, and stays.
                if (p < MinimumPressure[i] || (double.IsNaN(p) && !double.IsNaN(MinimumPressure[i])))
                {
                    MinimumPressure[i] = p;
                    MinimumAt[i] = k;
                }

                MaximumPressure[i] = double.IsNaN(p) ? p : Math.Max(p, MaximumPressure[i]);
            }

            AddWeighted(results.RequiredDemands(k), _weights[k], Required);
            AddWeighted(results.Demands(k), _weights[k], Delivered);

            // Tables and indicators ask for these later, one quantity after the other. A time's solution is made again once for all
            // that is asked of it on end, and what was asked for is kept.
            _ = results.Flows(k);
            _ = results.Statuses(k);
            _ = results.Settings(k);
        }
    }

    /// <summary>Time from the first to the last reported time, s.</summary>
    public double Span { get; }

    /// <summary>Lowest pressure head, m, one per node; NaN where no source reached it at some time.</summary>
    public double[] MinimumPressure { get; }

    /// <summary>Index of the reported time of the lowest pressure, one per node.</summary>
    public int[] MinimumAt { get; }

    /// <summary>Highest pressure head, m, one per node; NaN where no source reached it at some time.</summary>
    public double[] MaximumPressure { get; }

    /// <summary>Mean demand asked for, m3/s, one per node.</summary>
    public double[] Required { get; }

    /// <summary>Mean demand drawn, m3/s, one per node; of tanks and reservoirs their mean net inflow.</summary>
    public double[] Delivered { get; }

    /// <summary>Share of the reported span for which the values of time <paramref name="k"/> hold, -; they add up to 1.</summary>
    public double Weight(int k) => _weights[k];

    /// <summary>Mean and highest value of a series over the reported times.</summary>
    public (double Mean, double Peak, int PeakAt) MeanAndPeak(Func<int, double> valueAt)
    {
        double mean = 0;
        var peak = double.NegativeInfinity;
        var at = 0;
        for (var k = 0; k < _results.Times.Length; k++)
        {
            var value = valueAt(k);
            mean += _weights[k] * value;
            if (value > peak)
            {
                (peak, at) = (value, k);
            }
        }

        return (mean, double.IsNegativeInfinity(peak) ? 0 : peak, at);
    }

    /// <summary>A lowest pressure as told: null where no source reaches the node or nothing was reported.</summary>
    public static double? Told(double pressure) => double.IsFinite(pressure) ? pressure : null;

    private static double[] Weights(SimulationResults results)
    {
        var times = results.Times;
        var weights = new double[times.Length];
        if (times.Length == 1)
        {
            weights[0] = 1;
        }

        for (var k = 0; k + 1 < times.Length; k++)
        {
            weights[k] = (times[k + 1] - times[k]) / (times[^1] - times[0]);
        }

        return weights;
    }

    private static void AddWeighted(ReadOnlySpan<double> values, double weight, double[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += weight * values[i];
        }
    }

    private static double[] Filled(int n, double value)
    {
        var made = new double[n];
        Array.Fill(made, value);
        return made;
    }
}
