using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Plots.Tests.Support;

/// <summary>Makes results without a solver: numbers that look like a run's.</summary>
internal static class RunMaker
{
    public delegate double At(int element, int time);

    /// <summary>Results with the given pressure (m), demand (m3/s, drawn and asked) and flow (m3/s).</summary>
    public static SimulationResults Make(
        Network network, int times, int stepSeconds, At pressure, At demand, At required, At flow)
    {
        var (nodes, links) = (network.Nodes.Length, network.Links.Length);
        var table = new ResultTable(nodes, links);
        for (var k = 0; k < times; k++)
        {
            table.Times.Add((long)k * stepSeconds);
            Fill(table.Pressures.Add(), k, pressure);
            Fill(table.Heads.Add(), k, pressure);
            Fill(table.Demands.Add(), k, demand);
            Fill(table.Required.Add(), k, required);
            Fill(table.Flows.Add(), k, flow);
            table.HeadLosses.Add();
            table.Velocities.Add();
            table.Statuses.Add();
            table.Settings.Add();
            table.Powers.Add();
        }

        return new SimulationResults(
            network,
            table,
            SimulationOutcome.Completed,
            [],
            new WaterBalance
            {
                FromReservoirs = 0,
                Delivered = 0,
                Required = 0,
                StorageChange = 0,
                Overflow = 0,
                Leaked = 0,
                Rounding = 0
            },
            ImmutableArray<PumpEnergy>.Empty,
            []);
    }

    private static void Fill(Span<double> row, int k, At value)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = value(i, k);
        }
    }
}
