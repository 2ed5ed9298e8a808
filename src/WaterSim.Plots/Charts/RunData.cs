using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Simulation;

namespace WaterSim.Plots.Charts;

/// <summary>What several figures need of a run, computed once.</summary>
internal sealed class RunData
{
    public RunData(SimulationResults results, CountySystem? county)
    {
        (Results, County) = (results, county);
        var nodes = Network.Nodes.Length;
        var times = results.Times.Length;
        Weights = new double[times];
        for (var k = 0; k + 1 < times; k++)
        {
            Weights[k] = (results.Times[k + 1] - results.Times[k]).TotalSeconds;
        }

        var length = Weights.Sum();
        if (!(length > 0))
        {
            Array.Fill(Weights, 1.0 / Math.Max(times, 1));
            length = 1;
        }

        for (var k = 0; k < times; k++)
        {
            Weights[k] /= length;
        }

        LowestPressure = new double[nodes];
        MeanRequired = new double[nodes];
        MeanDelivered = new double[nodes];
        Array.Fill(LowestPressure, double.NaN);
        for (var k = 0; k < times; k++)
        {
            AddTime(k);
        }

        CommunityOf = new int[nodes];
        Array.Fill(CommunityOf, -1);
        for (var c = 0; c < (county?.Communities.Length ?? 0); c++)
        {
            foreach (var id in county!.Communities[c].Nodes)
            {
                if (Network.IndexOfNode(id) is >= 0 and var i)
                {
                    CommunityOf[i] = c;
                }
            }
        }
    }

    public SimulationResults Results { get; }

    public CountySystem? County { get; }

    public Network Network => Results.Network;

    /// <summary>
    /// Share of the run for which each reported time stands, one per time, summing to 1: until the next one. The last
    /// stands for nothing, except in a steady state.
    /// </summary>
    public double[] Weights { get; }

    /// <summary>Lowest pressure head over the reported times, m, one per node; NaN where never known.</summary>
    public double[] LowestPressure { get; }

    /// <summary>Mean demand asked for, m3/s, one per node; negative demands count as nothing.</summary>
    public double[] MeanRequired { get; }

    /// <summary>Mean demand delivered, m3/s, one per node; inflows count as nothing.</summary>
    public double[] MeanDelivered { get; }

    /// <summary>Community of each node, a position in the county's communities; -1: none.</summary>
    public int[] CommunityOf { get; }

    /// <summary>Water drawn at junctions of a kind, m3/h, one per time. A NaN counts as nothing.</summary>
    public double[] Drawn(Func<int, bool> isCounted)
    {
        var series = new double[Results.Times.Length];
        for (var k = 0; k < series.Length; k++)
        {
            var demands = Results.Demands(k);
            for (var i = 0; i < demands.Length; i++)
            {
                if (demands[i] > 0 && Network.Nodes[i] is Junction && isCounted(i))
                {
                    series[k] += 3600 * demands[i];
                }
            }
        }

        return series;
    }

    /// <summary>Mean of a series over the run, in the series' unit.</summary>
    public double Mean(double[] series)
    {
        var mean = 0.0;
        for (var k = 0; k < series.Length; k++)
        {
            mean += Weights[k] * series[k];
        }

        return mean;
    }

    private void AddTime(int k)
    {
        var pressures = Results.Pressures(k);
        var demands = Results.Demands(k);
        var required = Results.RequiredDemands(k);
        for (var i = 0; i < pressures.Length; i++)
        {
            if (double.IsFinite(pressures[i]) && !(pressures[i] >= LowestPressure[i]))
            {
                LowestPressure[i] = pressures[i];
            }

            if (Network.Nodes[i] is Junction)
            {
                MeanRequired[i] += required[i] > 0 ? Weights[k] * required[i] : 0;
                MeanDelivered[i] += demands[i] > 0 ? Weights[k] * demands[i] : 0;
            }
        }
    }
}
